// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsDialog.h"
#include "ButtonSearch.h"
#include "StarTranslator.h"
#include "TestSettings.h"
#include "WidgetSearch.h"
#include "core/storage/SettledSecretJob.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"
#include "ui/look/FieldError.h"
#include "ui/look/FoldButton.h"
#include "ui/settings/AddProviderDialog.h"
#include "ui/settings/AnswererListModel.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/KeyField.h"
#include "ui/settings/ModelField.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/PatienceFields.h"
#include "ui/settings/ProviderForm.h"
#include "ui/settings/RunPlanFields.h"
#include "ui/settings/ServiceForm.h"
#include "ui/settings/TrialPanel.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using roadloom::test::openAiStream;
using roadloom::test::RecordedRequest;
using roadloom::test::ScriptedAnswer;
using roadloom::test::ScriptedHttpServer;

namespace roadloom {

namespace {

constexpr auto secret = "sk-a-secret-of-tests";
const QString deepSeeksKey = u"deepseek@https://api.deepseek.com:443"_s;

/// A desktop without a secret store.
class FailingStore final : public SecretStore {
public:
    std::unique_ptr<SecretJob> read(const QString& /*name*/) override { return fail(); }
    std::unique_ptr<SecretJob> write(const QString& /*name*/, const QByteArray& /*secret*/) override
    {
        return fail();
    }
    std::unique_ptr<SecretJob> remove(const QString& /*name*/) override { return fail(); }

private:
    static std::unique_ptr<SecretJob> fail()
    {
        return std::make_unique<SettledSecretJob>(
            Error { ErrorKind::Internal, u"There is no secret store here."_s, {} });
    }
};

QMessageBox* question(const QWidget& widget)
{
    const auto boxes = widget.findChildren<QMessageBox*>();
    const auto found = std::ranges::find_if(boxes, &QWidget::isVisible);
    return found != boxes.cend() ? *found : nullptr;
}

QLineEdit& keyEdit(const QWidget& widget)
{
    return *widget.findChild<KeyField*>()->findChild<QLineEdit*>();
}

/// The edit that a label with this text belongs to.
template <class Field>
Field& fieldNamed(const QWidget& widget, const QString& label)
{
    for (const QLabel* const found : widget.findChildren<QLabel*>()) {
        auto* const field = qobject_cast<Field*>(found->buddy());
        if (field != nullptr && QString(found->text()).remove(u'&') == label)
            return *field;
    }
    qFatal("no such field: %s", qPrintable(label));
}

void choosePlace(const QWidget& widget, KeyPlace place)
{
    auto& places = *widget.findChild<KeyField*>()->findChild<QComboBox*>();
    places.setCurrentIndex(places.findData(int(place)));
}

QByteArray readSecret(SecretStore& store, const QString& name)
{
    const std::unique_ptr<SecretJob> job = store.read(name);
    QSignalSpy finished(job.get(), &SecretJob::finished);
    if (!finished.wait())
        return "(no answer)";
    return finished.at(0).at(0).toByteArray();
}

ScriptedAnswer jsonAnswer(const QByteArray& body, int status = 200)
{
    return { .status = status, .contentType = "application/json", .pieces = { { body } } };
}

QTreeWidgetItem* itemWith(const QTreeWidget& tree, const QString& text)
{
    const auto items = tree.findItems(text, Qt::MatchStartsWith | Qt::MatchRecursive);
    return items.value(0);
}

} // namespace

class SettingsDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void choosesAServerThatWasFound();
    void saysWhyAServerThatIsThereIsOfNoUse();
    void aPresetsKeyGoesIntoTheStoreAlone();
    void whoWasAddedAnswersOnceItIsSaved();
    void whoIsAddedIsNotThereBeforeItIsSaved();
    void anUnfinishedOneCannotBeUsed();
    void usingADraftSavesIt();
    void blamesNobodyForAFieldThatWasNotTouched();
    void offersTheFirstChoiceAndFilters();
    void findsAServerOfOnesOwn_data();
    void findsAServerOfOnesOwn();
    void aServerIsNamedByItsPlace();
    void whatWasTriedDoesNotHoldForAnotherModel();
    void keepingTheTriedKeyKeepsTheResult();
    void triesAHub_data();
    void triesAHub();
    void triesTheCodeOfAClass_data();
    void triesTheCodeOfAClass();
    void listsTheModelsOfALocalServerByItself();
    void removingAsksWithCancelAsDefault();
    void aKeyFromTheEnvironmentDisablesTheField();
    void aMissingStoreLeavesTheOtherPlaces();
    void forgetsAKey();
    void aKeyStaysWithItsServer();
    void aLocalServerNeedsNoKey();
    void aKeyWithOddCharactersIsRefused();
    void removingForgetsTheKeyToo();
    void listsTheModelsOfTheServer();
    void whatOneServerHasSaysNothingAboutAnother();
    void saysInPlaceThatTheServerIsNotThere();
    void tellsHowAModelDid();
    void tryingCanBeStopped();
    void asksForTheKeyBeforeItTries();
    void closingAsksAboutUnsavedChanges_data();
    void closingAsksAboutUnsavedChanges();
    void choosingAnotherAsksToo();
    void anAddressThatIsNoneIsNotSaved();
    void keepsWhatWasFoundOutMeanwhile();
    void changesHowLongToWait();
    void changesHowRoadmapsAreMade();
    void addsAHub();
    void aClassCodeGoesIntoTheStoreAlone();
    void aClassCodeStaysWithItsHub();
    void changesItsLanguageAtOnce();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void fitsASmallScreen();
    void largeTextLeavesRoomForWhatIsChosen();

private:
    SettingsDialog& open();
    void configure(const QString& presetId, const QUrl& baseUrl = {});
    [[nodiscard]] const ProviderSetup& first()
    {
        return m_settings->book().configured().providers.at(0);
    }

    std::unique_ptr<TestSettings> m_settings;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void SettingsDialogTest::init()
{
    // The offscreen platform says this whenever a window is shown.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    qunsetenv("ROADLOOM_API_KEY");
    qunsetenv("DEEPSEEK_API_KEY");
    m_settings = std::make_unique<TestSettings>();
}

void SettingsDialogTest::cleanup()
{
    m_dialog.reset();
    m_settings.reset();
}

SettingsDialog& SettingsDialogTest::open()
{
    m_dialog = std::make_unique<SettingsDialog>(m_settings->all());
    m_dialog->open();
    return *m_dialog;
}

/// One provider, which answers.
void SettingsDialogTest::configure(const QString& presetId, const QUrl& baseUrl)
{
    ConfiguredProviders configured;
    ProviderSetup setup = setupFrom(*findProvider(presetId));
    if (!baseUrl.isEmpty())
        setup.baseUrl = baseUrl;
    configured.defaultId = addProvider(configured, setup);
    QVERIFY(!m_settings->book().change(configured));
}

void SettingsDialogTest::choosesAServerThatWasFound()
{
    ScriptedHttpServer ollama;
    ollama.enqueue(jsonAnswer("{\"models\":[{\"name\":\"qwen:7b\"},{\"name\":\"tiny\"}]}"));
    m_settings->candidates = { { u"ollama"_s, { ollama.url() } } };
    SettingsDialog& dialog = open();
    button(dialog, u"Add…"_s).click();
    auto* const chooser = dialog.findChild<AddProviderDialog*>();
    QVERIFY(chooser != nullptr);
    auto* const tree = chooser->findChild<QTreeWidget*>();
    QTRY_VERIFY(tree->topLevelItem(0)->childCount() == 1
        && tree->topLevelItem(0)->child(0)->text(1).contains(u"qwen:7b, tiny"_s));
    tree->setCurrentItem(tree->topLevelItem(0)->child(0));
    button(*chooser, u"Add"_s).click();
    QVERIFY(!m_settings->isWritten());
    button(dialog, u"Use this one"_s).click();
    QCOMPARE(first().baseUrl, ollama.url());
    QCOMPARE(first().model, u"qwen:7b"_s);
    QVERIFY(dialog.findChild<ProviderForm*>() != nullptr);
    QCOMPARE(m_settings->written().defaultId, u"ollama"_s);
    QVERIFY(!button(dialog, u"Use this one"_s).isEnabled());
}

void SettingsDialogTest::saysWhyAServerThatIsThereIsOfNoUse()
{
    ScriptedHttpServer empty;
    empty.enqueue(jsonAnswer("{\"models\":[]}"));
    m_settings->candidates = { { u"ollama"_s, { empty.url() } } };
    SettingsDialog& dialog = open();
    dialog.models().add();
    auto* const chooser = dialog.findChild<AddProviderDialog*>();
    const auto* const tree = chooser->findChild<QTreeWidget*>();
    QTRY_VERIFY(shows(*chooser, u"no model yet"_s));
    QVERIFY(tree->topLevelItem(0)->child(0)->isDisabled());
    QTRY_VERIFY(button(*chooser, u"Look again"_s).isEnabled());
    empty.enqueue(jsonAnswer("{\"models\":[{\"name\":\"tiny\"}]}"));
    button(*chooser, u"Look again"_s).click();
    QTRY_VERIFY(tree->topLevelItem(0)->child(0)->text(1).contains(u"tiny"_s));
    QVERIFY(!shows(*chooser, u"no model yet"_s));
}

void SettingsDialogTest::aPresetsKeyGoesIntoTheStoreAlone()
{
    SettingsDialog& dialog = open();
    dialog.models().add();
    auto* const chooser = dialog.findChild<AddProviderDialog*>();
    auto* const tree = chooser->findChild<QTreeWidget*>();
    tree->setCurrentItem(itemWith(*tree, u"DeepSeek"_s));
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_VERIFY(dialog.findChild<ProviderForm*>() != nullptr);
    QTest::keyClicks(&keyEdit(dialog), QString::fromLatin1(secret));
    choosePlace(dialog, KeyPlace::File);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"A key is kept in a file that only you can read."_s));
    QCOMPARE(keyEdit(dialog).text(), QString());
    QCOMPARE(readSecret(m_settings->fileStore(), deepSeeksKey), secret);
    QCOMPARE(m_settings->written().providers.at(0).keyPlace, KeyPlace::File);
    QVERIFY(!m_settings->bytes().isEmpty());
    QVERIFY(!m_settings->bytes().contains(secret));
}

void SettingsDialogTest::whoWasAddedAnswersOnceItIsSaved()
{
    SettingsDialog& dialog = open();
    dialog.models().add();
    Q_EMIT dialog.findChild<AddProviderDialog*>()->presetChosen(u"deepseek"_s);
    QCOMPARE(answeringId(m_settings->book().configured()), QString(offlineId));
    button(dialog, u"Save"_s).click();
    QCOMPARE(answeringId(m_settings->book().configured()), u"deepseek"_s);
}

void SettingsDialogTest::whoIsAddedIsNotThereBeforeItIsSaved()
{
    SettingsDialog& dialog = open();
    const auto& list = *dialog.findChild<QListView*>();
    dialog.models().addHub();
    QCOMPARE(list.model()->rowCount(), 2);
    QCOMPARE(list.currentIndex().row(), 1);
    QVERIFY(list.currentIndex().data(AnswererListModel::DraftRole).toBool());
    button(dialog, u"Remove"_s).click();
    QCOMPARE(list.model()->rowCount(), 1);
    dialog.models().addHub();
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"hub.example.org"_s);
    dialog.models().select(offlineId);
    QTRY_VERIFY(question(dialog) != nullptr);
    question(dialog)->button(QMessageBox::Discard)->click();
    QTRY_COMPARE(list.model()->rowCount(), 1);
    // Who only looked is asked nothing.
    dialog.models().addHub();
    dialog.reject();
    QVERIFY(!dialog.isVisible());
    QVERIFY(!m_settings->isWritten());
}

void SettingsDialogTest::anUnfinishedOneCannotBeUsed()
{
    SettingsDialog& dialog = open();
    dialog.models().addHub();
    const QPushButton& use = button(dialog, u"Use this one"_s);
    QVERIFY(!use.isEnabled());
    QCOMPARE(use.toolTip(), u"Fill it in first"_s);
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"hub.example.org"_s);
    QVERIFY(use.isEnabled());
}

void SettingsDialogTest::usingADraftSavesIt()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    dialog.models().addHub();
    QTRY_VERIFY(dialog.findChild<ProviderForm*>() == nullptr);
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"hub.example.org"_s);
    button(dialog, u"Use this one"_s).click();
    QCOMPARE(m_settings->written().defaultId, m_settings->written().services.at(0).id);
    QVERIFY(!dialog.models().hasUnsavedChanges());
}

void SettingsDialogTest::blamesNobodyForAFieldThatWasNotTouched()
{
    SettingsDialog& dialog = open();
    dialog.models().add();
    Q_EMIT dialog.findChild<AddProviderDialog*>()->presetChosen(u"other"_s);
    const auto& address = fieldNamed<QLineEdit>(dialog, u"Address"_s);
    QCOMPARE(address.text(), QString());
    QVERIFY(address.placeholderText().startsWith(u"https://"_s));
    QVERIFY(!shows(dialog, u"needs a web address"_s));
    QVERIFY(button(dialog, u"Save"_s).isEnabled());
    button(dialog, u"Try it"_s).click();
    QTRY_VERIFY(shows(dialog, u"needs a web address"_s));
}

void SettingsDialogTest::offersTheFirstChoiceAndFilters()
{
    SettingsDialog& dialog = open();
    dialog.models().add();
    auto* const chooser = dialog.findChild<AddProviderDialog*>();
    auto* const tree = chooser->findChild<QTreeWidget*>();
    auto* const filter = chooser->findChild<QLineEdit*>();
    QVERIFY(tree->currentItem()->parent() != nullptr);
    QVERIFY(button(*chooser, u"Add"_s).isEnabled());
    QTest::keyClicks(filter, u"groq"_s);
    QCOMPARE(tree->currentItem()->text(0), u"Groq"_s);
    QVERIFY(itemWith(*tree, u"DeepSeek"_s)->isHidden());
    QVERIFY(itemWith(*tree, u"Nothing matches"_s)->isHidden());
    filter->setText(u"no such"_s);
    QVERIFY(!itemWith(*tree, u"Nothing matches"_s)->isHidden());
    QVERIFY(!button(*chooser, u"Add"_s).isEnabled());
    filter->clear();
    QVERIFY(!itemWith(*tree, u"DeepSeek"_s)->isHidden());
    const QTreeWidgetItem* const before = tree->currentItem();
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(tree->currentItem() != before);
}

void SettingsDialogTest::findsAServerOfOnesOwn_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString& typed : { u"local"_s, u"Own"_s, u"本地"_s, u"自己"_s })
        QTest::addRow("%s", qUtf8Printable(typed)) << typed;
}

void SettingsDialogTest::findsAServerOfOnesOwn()
{
    QFETCH(const QString, typed);
    SettingsDialog& dialog = open();
    dialog.models().add();
    auto* const chooser = dialog.findChild<AddProviderDialog*>();
    auto* const tree = chooser->findChild<QTreeWidget*>();
    chooser->findChild<QLineEdit*>()->setText(typed);
    for (const QString& own : { u"Another server"_s, u"Ollama"_s, u"LM Studio"_s })
        QVERIFY2(!itemWith(*tree, own)->isHidden(), qUtf8Printable(own));
    QVERIFY(itemWith(*tree, u"DeepSeek"_s)->isHidden());
    QVERIFY(button(*chooser, u"Add"_s).isEnabled());
}

void SettingsDialogTest::aServerIsNamedByItsPlace()
{
    SettingsDialog& dialog = open();
    dialog.models().addServer();
    const auto& name = fieldNamed<QLineEdit>(dialog, u"Name"_s);
    QCOMPARE(name.placeholderText(), u"Another server"_s);
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"127.0.0.1:8123/v1"_s);
    QCOMPARE(name.placeholderText(), u"127.0.0.1:8123"_s);
    button(dialog, u"Save"_s).click();
    QCOMPARE(dialog.findChild<QListView*>()->currentIndex().data().toString(), u"127.0.0.1:8123"_s);
}

void SettingsDialogTest::whatWasTriedDoesNotHoldForAnotherModel()
{
    ScriptedHttpServer server;
    server.setResponder([](const RecordedRequest&) {
        return ScriptedAnswer { .pieces = { { openAiStream({ u"Practice "_s, u"helps."_s }) } } };
    });
    configure(u"llamacpp"_s, server.url(u"/v1"_s));
    SettingsDialog& dialog = open();
    button(dialog, u"Try it"_s).click();
    const auto& panel = *dialog.findChild<TrialPanel*>();
    QTRY_VERIFY(shows(panel, u"It works."_s));
    QVERIFY(announces(panel, u"It works."_s));
    fieldNamed<QLineEdit>(dialog, u"Name"_s).setText(u"Mine"_s);
    QVERIFY(shows(panel, u"It works."_s));
    dialog.findChild<ModelField*>()->findChild<QComboBox*>()->setEditText(u"another"_s);
    QVERIFY(!panel.isVisible());
}

void SettingsDialogTest::keepingTheTriedKeyKeepsTheResult()
{
    ScriptedHttpServer server;
    server.setResponder([](const RecordedRequest&) {
        return ScriptedAnswer { .pieces = { { openAiStream({ u"Practice "_s, u"helps."_s }) } } };
    });
    configure(u"other"_s, server.url(u"/v1"_s));
    SettingsDialog& dialog = open();
    keyEdit(dialog).setText(QString::fromLatin1(secret));
    choosePlace(dialog, KeyPlace::Session);
    button(dialog, u"Try it"_s).click();
    const auto& panel = *dialog.findChild<TrialPanel*>();
    QTRY_VERIFY(shows(panel, u"It works."_s));
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"A key is kept until Roadloom is closed."_s));
    QVERIFY(shows(panel, u"It works."_s));
}

void SettingsDialogTest::triesAHub_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("told");
    QTest::newRow("takes POST alone") << 405 << u"it designs roadmaps"_s;
    QTest::newRow("does not know the place") << 404 << u"check the address"_s;
    QTest::newRow("shows a page") << 200 << u"check the address"_s;
    QTest::newRow("is ill") << 500 << u"127.0.0.1"_s;
}

void SettingsDialogTest::triesAHub()
{
    QFETCH(const int, status);
    QFETCH(const QString, told);
    ScriptedHttpServer server;
    server.enqueue(jsonAnswer("{}", status));
    SettingsDialog& dialog = open();
    dialog.models().addHub();
    button(dialog, u"Try it"_s).click();
    QTRY_VERIFY(shows(dialog, u"The service needs a web address"_s));
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(server.url().toString());
    button(dialog, u"Try it"_s).click();
    const auto& panel = *dialog.findChild<TrialPanel*>();
    QTRY_VERIFY(shows(panel, told));
    QVERIFY(announces(panel, told));
    for (const RecordedRequest& request : server.requests())
        QCOMPARE(request.method, "GET"); // nothing is begun
    QVERIFY(button(dialog, u"Try it"_s).isVisible());
}

void SettingsDialogTest::triesTheCodeOfAClass_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("told");
    QTest::newRow("right") << u"QUIET-FOX"_s << u"your class code is right"_s;
    QTest::newRow("wrong") << u"LOUD-FOX"_s << u"did not accept the class code"_s;
    QTest::newRow("none") << QString() << u"asks for a class code"_s;
}

void SettingsDialogTest::triesTheCodeOfAClass()
{
    QFETCH(const QString, code);
    QFETCH(const QString, told);
    ScriptedHttpServer server;
    server.setResponder([](const RecordedRequest& request) {
        if (request.path == "/api/v1/roadmaps/generate-stream")
            return jsonAnswer("{}", 405);
        if (request.path == "/api/v1/class/join" && request.body.contains("\"QUIET-FOX\""))
            return jsonAnswer(R"({"token":"seat-token","seat_id":"1","name":""})", 200);
        return jsonAnswer("{}", 401);
    });
    SettingsDialog& dialog = open();
    dialog.models().addHub();
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(server.url().toString());
    fieldNamed<QLineEdit>(dialog, u"Class code"_s).setText(code);
    button(dialog, u"Try it"_s).click();
    const auto& panel = *dialog.findChild<TrialPanel*>();
    QTRY_VERIFY2(shows(panel, told), qPrintable(told));
    QVERIFY(announces(panel, told));
    if (!code.isEmpty())
        QVERIFY(server.requests().last().body.contains(m_settings->all().client.toUtf8()));
}

void SettingsDialogTest::listsTheModelsOfALocalServerByItself()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl nobody(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
    closed.close();
    ScriptedHttpServer ollama;
    ollama.enqueue(jsonAnswer("{\"models\":[{\"name\":\"qwen:7b\"}]}"));
    ProviderSetup setup = setupFrom(*findProvider(u"ollama"));
    setup.baseUrl = ollama.url();
    ProviderForm form(m_settings->all(), setup);
    form.focusFirst();
    const auto& models = *form.findChild<ModelField*>()->findChild<QComboBox*>();
    QCOMPARE(models.lineEdit()->placeholderText(), u"Choose a model"_s);
    QTRY_COMPARE(models.currentText(), u"qwen:7b"_s);
    // Nobody asked for it, so nobody did anything wrong.
    setup.baseUrl = nobody;
    ProviderForm other(m_settings->all(), setup);
    other.show();
    other.focusFirst();
    QTRY_VERIFY(shows(other, u"127.0.0.1"_s));
    for (const FieldError* const error : other.findChildren<FieldError*>())
        QVERIFY2(!error->isTold(), qPrintable(error->text()));
}

void SettingsDialogTest::removingAsksWithCancelAsDefault()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    button(dialog, u"Remove"_s).click();
    QMessageBox* const box = question(dialog);
    QVERIFY(box != nullptr);
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
}

void SettingsDialogTest::aKeyFromTheEnvironmentDisablesTheField()
{
    qputenv("DEEPSEEK_API_KEY", secret);
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    QVERIFY(shows(dialog, u"Taken from DEEPSEEK_API_KEY"_s));
    QVERIFY(!keyEdit(dialog).isEnabled());
    QCOMPARE(keyEdit(dialog).text(), QString());
    // Another server must not get it.
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"https://elsewhere.example/v1"_s);
    QVERIFY(keyEdit(dialog).isEnabled());
    QVERIFY(!shows(dialog, u"Taken from"_s));
    qunsetenv("DEEPSEEK_API_KEY");
}

void SettingsDialogTest::aMissingStoreLeavesTheOtherPlaces()
{
    FailingStore failing;
    m_settings->system = &failing;
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    keyEdit(dialog).setText(QString::fromLatin1(secret));
    choosePlace(dialog, KeyPlace::SecretStore);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"There is no secret store here."_s));
    QCOMPARE(keyEdit(dialog).text(), QString::fromLatin1(secret));
    QCOMPARE(first().keyPlace, KeyPlace::None);
    choosePlace(dialog, KeyPlace::Session);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"A key is kept until Roadloom is closed."_s));
    QVERIFY(!shows(dialog, u"There is no secret store here."_s));
}

void SettingsDialogTest::forgetsAKey()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    keyEdit(dialog).setText(QString::fromLatin1(secret));
    choosePlace(dialog, KeyPlace::File);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(button(dialog, u"Forget it"_s).isVisible());
    button(dialog, u"Forget it"_s).click();
    QTRY_COMPARE(first().keyPlace, KeyPlace::None);
    QVERIFY(shows(dialog, u"None yet"_s));
    QCOMPARE(readSecret(m_settings->fileStore(), deepSeeksKey), QByteArray());
}

void SettingsDialogTest::aKeyStaysWithItsServer()
{
    ScriptedHttpServer own;
    ScriptedHttpServer other;
    other.setResponder([](const auto&) { return jsonAnswer("{\"data\":[{\"id\":\"one\"}]}"); });
    configure(u"other"_s, own.url(u"/v1"_s));
    SettingsDialog& dialog = open();
    keyEdit(dialog).setText(QString::fromLatin1(secret));
    choosePlace(dialog, KeyPlace::File);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"A key is kept in a file that only you can read."_s));
    const QString before = secretName(first());

    auto& address = fieldNamed<QLineEdit>(dialog, u"Address"_s);
    address.setText(other.url(u"/v1"_s).toString());
    QVERIFY(!shows(dialog, u"A key is kept"_s));
    button(dialog, u"List models"_s).click();
    QTRY_COMPARE(other.requests().size(), 1);
    button(dialog, u"Try it"_s).click();
    QTRY_COMPARE(other.requests().size(), 2);
    for (const RecordedRequest& request : other.requests())
        QVERIFY(!request.hasHeader("authorization"));
    address.setText(own.url(u"/v1"_s).toString());
    QVERIFY(shows(dialog, u"A key is kept"_s));

    address.setText(other.url(u"/v1"_s).toString());
    button(dialog, u"Save"_s).click();
    QTRY_COMPARE(first().keyPlace, KeyPlace::None);
    QTRY_COMPARE(readSecret(m_settings->fileStore(), before), QByteArray());
}

void SettingsDialogTest::aLocalServerNeedsNoKey()
{
    configure(u"ollama"_s);
    SettingsDialog& dialog = open();
    QVERIFY(shows(dialog, u"No key needed"_s));
    QVERIFY(!keyEdit(dialog).isVisible());
    dialog.findChild<KeyField*>()->findChild<FoldButton*>()->click();
    QVERIFY(keyEdit(dialog).isVisible());
}

void SettingsDialogTest::aKeyWithOddCharactersIsRefused()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    keyEdit(dialog).setText(u"sk-ключ"_s);
    button(dialog, u"Save"_s).click();
    QVERIFY(shows(dialog, u"characters that no API key has"_s));
    QVERIFY(dialog.models().hasUnsavedChanges());
}

void SettingsDialogTest::removingForgetsTheKeyToo()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    keyEdit(dialog).setText(QString::fromLatin1(secret));
    choosePlace(dialog, KeyPlace::File);
    button(dialog, u"Save"_s).click();
    QTRY_COMPARE(first().keyPlace, KeyPlace::File);
    button(dialog, u"Remove"_s).click();
    QVERIFY(question(dialog) != nullptr);
    button(*question(dialog), u"Remove"_s).click();
    QVERIFY(m_settings->written().providers.isEmpty());
    QCOMPARE(answeringId(m_settings->written()), QString(offlineId));
    QTRY_COMPARE(readSecret(m_settings->fileStore(), deepSeeksKey), QByteArray());
    QVERIFY(shows(dialog, u"The built-in courses cover common goals"_s));
}

void SettingsDialogTest::listsTheModelsOfTheServer()
{
    ScriptedHttpServer server;
    server.enqueue(
        jsonAnswer("{\"data\":[{\"id\":\"one\"},{\"id\":\"two\"},{\"id\":\"odd\\u202ename\"}]}"));
    configure(u"llamacpp"_s, server.url(u"/v1"_s));
    SettingsDialog& dialog = open();
    auto& models = *dialog.findChild<ModelField*>()->findChild<QComboBox*>();
    button(dialog, u"List models"_s).click();
    QTRY_COMPARE(models.count(), 2);
    QCOMPARE(models.currentText(), u"one"_s);
    QVERIFY(dialog.models().hasUnsavedChanges());
    models.setCurrentIndex(1);
    button(dialog, u"Save"_s).click();
    QCOMPARE(m_settings->written().providers.at(0).model, u"two"_s);
}

void SettingsDialogTest::whatOneServerHasSaysNothingAboutAnother()
{
    ScriptedHttpServer server;
    server.enqueue(jsonAnswer("{\"data\":[{\"id\":\"one\"},{\"id\":\"two\"}]}"));
    configure(u"llamacpp"_s, server.url(u"/v1"_s));
    SettingsDialog& dialog = open();
    auto& models = *dialog.findChild<ModelField*>()->findChild<QComboBox*>();
    button(dialog, u"List models"_s).click();
    QTRY_VERIFY(shows(dialog, u"2 model(s) to choose from"_s));
    models.setCurrentIndex(1);
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"http://127.0.0.1:9/v1"_s);
    QVERIFY(!shows(dialog, u"to choose from"_s));
    QCOMPARE(models.findText(u"one"_s), -1);
    QCOMPARE(models.currentText(), u"two"_s); // it was chosen
}

void SettingsDialogTest::saysInPlaceThatTheServerIsNotThere()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const QUrl nobody(u"http://127.0.0.1:%1/v1"_s.arg(closed.serverPort()));
    closed.close();
    configure(u"llamacpp"_s, nobody);
    SettingsDialog& dialog = open();
    button(dialog, u"List models"_s).click();
    QTRY_VERIFY(shows(*dialog.findChild<ModelField*>(), u"127.0.0.1"_s));
    button(dialog, u"Try it"_s).click();
    QTRY_VERIFY(shows(*dialog.findChild<TrialPanel*>(), u"127.0.0.1"_s));
    QVERIFY(button(dialog, u"Try it"_s).isEnabled());
}

void SettingsDialogTest::tellsHowAModelDid()
{
    ScriptedHttpServer server;
    server.setResponder([](const RecordedRequest& request) {
        if (request.body.contains("json_schema"))
            return ScriptedAnswer { .pieces
                = { { openAiStream({ u"{\"narration\":\"x\"}"_s }) } } };
        return ScriptedAnswer { .pieces = { { openAiStream({ u"Practice "_s, u"helps."_s }) } } };
    });
    configure(u"llamacpp"_s, server.url(u"/v1"_s));
    SettingsDialog& dialog = open();
    button(dialog, u"Try it"_s).click();
    const auto& panel = *dialog.findChild<TrialPanel*>();
    QTRY_VERIFY(shows(panel, u"It works."_s));
    QVERIFY(shows(panel, u"to the first word"_s));
    QVERIFY(shows(panel, u"Practice helps."_s));
    QVERIFY(!shows(panel, u"one after the other"_s));
    panel.findChild<FoldButton*>()->click();
    QVERIFY(shows(panel, u"one after the other"_s));
    QVERIFY(shows(panel, u"keeps to a form"_s));
    QVERIFY(!button(dialog, u"Stop"_s).isVisible());
}

void SettingsDialogTest::tryingCanBeStopped()
{
    ScriptedHttpServer server;
    server.enqueue(ScriptedAnswer::none());
    configure(u"llamacpp"_s, server.url(u"/v1"_s));
    SettingsDialog& dialog = open();
    QSignalSpy closed(&server, &ScriptedHttpServer::clientClosed);
    button(dialog, u"Try it"_s).click();
    const auto& panel = *dialog.findChild<TrialPanel*>();
    QTRY_VERIFY(shows(panel, u"Waiting for the first word…"_s));
    button(dialog, u"Stop"_s).click();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(shows(panel, u"Stopped"_s));
}

void SettingsDialogTest::asksForTheKeyBeforeItTries()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    button(dialog, u"Try it"_s).click();
    QTRY_VERIFY(shows(dialog, u"answers with an API key only"_s));
}

void SettingsDialogTest::closingAsksAboutUnsavedChanges_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("closes");
    QTest::newRow("save") << u"Save"_s << u"Mine"_s << true;
    QTest::newRow("discard") << u"Discard"_s << QString() << true;
    QTest::newRow("cancel") << u"Cancel"_s << QString() << false;
}

void SettingsDialogTest::closingAsksAboutUnsavedChanges()
{
    QFETCH(const QString, answer);
    QFETCH(const QString, title);
    QFETCH(const bool, closes);
    configure(u"ollama"_s);
    SettingsDialog& dialog = open();
    fieldNamed<QLineEdit>(dialog, u"Name"_s).setText(u"Mine"_s);
    dialog.close();
    QVERIFY(dialog.isVisible());
    QMessageBox* const box = question(dialog);
    QVERIFY(box != nullptr);
    for (QAbstractButton* const choice : box->buttons()) {
        if (QString(choice->text()).remove(u'&').contains(answer))
            choice->click();
    }
    QTRY_COMPARE(dialog.isVisible(), !closes);
    QCOMPARE(m_settings->written().providers.at(0).title, title);
    QCOMPARE(dialog.models().hasUnsavedChanges(), !closes);
}

void SettingsDialogTest::choosingAnotherAsksToo()
{
    configure(u"ollama"_s);
    SettingsDialog& dialog = open();
    fieldNamed<QLineEdit>(dialog, u"Name"_s).setText(u"Mine"_s);
    auto* const list = dialog.findChild<QListView*>();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_VERIFY(question(dialog) != nullptr);
    QCOMPARE(list->currentIndex().row(), 1);
    question(dialog)->button(QMessageBox::Save)->click();
    QTRY_COMPARE(list->currentIndex().row(), 0);
    QCOMPARE(m_settings->written().providers.at(0).title, u"Mine"_s);
}

void SettingsDialogTest::anAddressThatIsNoneIsNotSaved()
{
    configure(u"ollama"_s);
    const QByteArray before = m_settings->bytes();
    SettingsDialog& dialog = open();
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"ftp://nowhere"_s);
    QVERIFY(shows(dialog, u"needs a web address"_s));
    button(dialog, u"Save"_s).click();
    QCOMPARE(m_settings->bytes(), before);
    button(dialog, u"Undo changes"_s).click();
    QVERIFY(!dialog.models().hasUnsavedChanges());
    QVERIFY(!shows(dialog, u"needs a web address"_s));
}

void SettingsDialogTest::keepsWhatWasFoundOutMeanwhile()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    fieldNamed<QLineEdit>(dialog, u"Name"_s).setText(u"Mine"_s);
    m_settings->book().noteForm(first(), StructuredOutput::None);
    button(dialog, u"Save"_s).click();
    QCOMPARE(first().structuredOutput, StructuredOutput::None);
    // It was found out about this model only.
    dialog.findChild<ModelField*>()->findChild<QComboBox*>()->setEditText(u"another"_s);
    button(dialog, u"Save"_s).click();
    QCOMPARE(first().model, u"another"_s);
    QVERIFY(!first().structuredOutput);
}

void SettingsDialogTest::changesHowLongToWait()
{
    configure(u"ollama"_s);
    SettingsDialog& dialog = open();
    const auto boxes = dialog.findChild<PatienceFields*>()->findChildren<QSpinBox*>();
    QCOMPARE(boxes.at(0)->value(), 15);
    boxes.at(1)->setValue(0);
    QVERIFY(dialog.models().hasUnsavedChanges());
    button(dialog, u"Save"_s).click();
    QCOMPARE(m_settings->written().providers.at(0).patience.firstWord.count(), 0);
    QCOMPARE(m_settings->written().providers.at(0).patience.connecting, Patience {}.connecting);
}

void SettingsDialogTest::changesHowRoadmapsAreMade()
{
    configure(u"ollama"_s);
    SettingsDialog& dialog = open();
    auto& plan = *dialog.findChild<RunPlanFields*>();
    const auto boxes = plan.findChildren<QSpinBox*>();
    QCOMPARE(boxes.at(0)->value(), first().parallel);
    boxes.at(0)->setValue(4);
    boxes.at(1)->setValue(0);
    plan.findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(dialog.models().hasUnsavedChanges());
    button(dialog, u"Save"_s).click();
    const ProviderSetup written = m_settings->written().providers.at(0);
    QCOMPARE(written.parallel, 4);
    QCOMPARE(written.reviewRounds, 0);
    QVERIFY(written.asksLearner);
}

void SettingsDialogTest::addsAHub()
{
    SettingsDialog& dialog = open();
    dialog.models().addHub();
    QVERIFY(dialog.findChild<ServiceForm*>() != nullptr);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"The service needs a web address"_s));
    QVERIFY(!m_settings->isWritten());
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"hub.example.org"_s);
    QVERIFY(!shows(dialog, u"The service needs a web address"_s));
    button(dialog, u"Save"_s).click();
    const ConfiguredProviders written = m_settings->written();
    QCOMPARE(written.services.at(0).url, QUrl(u"https://hub.example.org"_s));
    QCOMPARE(written.defaultId, written.services.at(0).id);
}

void SettingsDialogTest::aClassCodeGoesIntoTheStoreAlone()
{
    const QByteArray code = "maple-42-river";
    SettingsDialog& dialog = open();
    dialog.models().addHub();
    QTRY_VERIFY(shows(dialog, u"Only if the hub asks for one"_s));
    fieldNamed<QLineEdit>(dialog, u"Address"_s).setText(u"http://192.168.1.20:8000"_s);
    auto& field = fieldNamed<QLineEdit>(dialog, u"Class code"_s);
    field.setText(u"клён"_s);
    button(dialog, u"Save"_s).click();
    QVERIFY(shows(dialog, u"characters that no class code has"_s));
    QVERIFY(!m_settings->isWritten());
    field.setText(QString::fromLatin1(code));
    choosePlace(dialog, KeyPlace::File);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"A class code is kept in a file that only you can read."_s));
    QVERIFY(field.text().isEmpty());
    const ServiceSetup hub = m_settings->written().services.at(0);
    QCOMPARE(hub.keyPlace, KeyPlace::File);
    QCOMPARE(readSecret(m_settings->fileStore(), secretName(hub)), code);
    QVERIFY(!m_settings->bytes().contains(code));

    button(dialog, u"Forget it"_s).click();
    QTRY_COMPARE(m_settings->written().services.at(0).keyPlace, KeyPlace::None);
    QVERIFY(readSecret(m_settings->fileStore(), secretName(hub)).isEmpty());
}

void SettingsDialogTest::aClassCodeStaysWithItsHub()
{
    SettingsDialog& dialog = open();
    dialog.models().addHub();
    auto& address = fieldNamed<QLineEdit>(dialog, u"Address"_s);
    address.setText(u"http://192.168.1.20:8000"_s);
    fieldNamed<QLineEdit>(dialog, u"Class code"_s).setText(u"maple-42-river"_s);
    choosePlace(dialog, KeyPlace::File);
    button(dialog, u"Save"_s).click();
    QTRY_VERIFY(shows(dialog, u"A class code is kept"_s));
    const QString name = secretName(m_settings->written().services.at(0));
    address.setText(u"http://192.168.1.21:8000"_s);
    QVERIFY(!shows(dialog, u"A class code is kept"_s));
    button(dialog, u"Save"_s).click();
    QTRY_COMPARE(m_settings->written().services.at(0).keyPlace, KeyPlace::None);
    QTRY_COMPARE(readSecret(m_settings->fileStore(), name), QByteArray());

    // And goes with it.
    fieldNamed<QLineEdit>(dialog, u"Class code"_s).setText(u"maple-42-river"_s);
    choosePlace(dialog, KeyPlace::File);
    button(dialog, u"Save"_s).click();
    QTRY_COMPARE(m_settings->written().services.at(0).keyPlace, KeyPlace::File);
    const QString now = secretName(m_settings->written().services.at(0));
    button(dialog, u"Remove"_s).click();
    button(*question(dialog), u"Remove"_s).click();
    QVERIFY(m_settings->written().services.isEmpty());
    QTRY_COMPARE(readSecret(m_settings->fileStore(), now), QByteArray());
}

void SettingsDialogTest::changesItsLanguageAtOnce()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    StarTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QTRY_COMPARE(dialog.windowTitle(), u"* Settings"_s);
    QVERIFY(shows(dialog, u"* None yet"_s));
    QVERIFY(shows(dialog, u"* A&ddress"_s));
    const auto* const list = dialog.findChild<QListView*>();
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"* Built-in courses"_s);
    QCoreApplication::removeTranslator(&translator);
    QTRY_COMPARE(dialog.windowTitle(), u"Settings"_s);
}

void SettingsDialogTest::everyControlHasAName_data()
{
    QTest::addColumn<QString>("presetId");
    for (const QString& id : { u"deepseek"_s, u"ollama"_s, u"other"_s, u"hub"_s })
        QTest::addRow("%s", qPrintable(id)) << id;
}

void SettingsDialogTest::everyControlHasAName()
{
    QFETCH(const QString, presetId);
    if (presetId != "hub"_L1)
        configure(presetId);
    SettingsDialog& dialog = open();
    if (presetId == "hub"_L1)
        dialog.models().addHub();
    for (FoldButton* const fold : dialog.findChildren<FoldButton*>())
        fold->setChecked(true);
    for (QWidget* const widget : dialog.findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->objectName().startsWith(u"qt_"_s)
            || widget->window() != &dialog
            || qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr
            || qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr)
            continue;
        QAccessibleInterface* const face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
            widget->parentWidget()->metaObject()->className());
    }
}

void SettingsDialogTest::fitsASmallScreen()
{
    configure(u"deepseek"_s);
    SettingsDialog& dialog = open();
    dialog.resize(800, 440);
    QCOMPARE(dialog.size(), QSize(800, 440));
}

void SettingsDialogTest::largeTextLeavesRoomForWhatIsChosen()
{
    SettingsDialog& dialog = open();
    dialog.resize(840, 620);
    QFont font = dialog.font();
    font.setPixelSize(40);
    dialog.setFont(font);
    const QWidget& side = *dialog.findChild<QListView*>()->parentWidget();
    QTRY_VERIFY2(side.width() * 2 <= dialog.width(), qPrintable(QString::number(side.width())));
}

} // namespace roadloom

QTEST_MAIN(roadloom::SettingsDialogTest)
#include "SettingsDialogTest.moc"
