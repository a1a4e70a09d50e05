// SPDX-License-Identifier: Apache-2.0
#include "ButtonSearch.h"
#include "SampleRoadmap.h"
#include "ScriptedSource.h"
#include "TestSettings.h"
#include "WidgetSearch.h"
#include "core/storage/Library.h"
#include "tests/support/ScriptedHttpServer.h"
#include "ui/MainWindow.h"
#include "ui/WorkView.h"
#include "ui/look/PrimaryButton.h"
#include "ui/settings/AddProviderDialog.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/ProviderForm.h"
#include "ui/settings/ServiceForm.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/FirstRunCard.h"
#include "ui/start/GoalForm.h"
#include "ui/start/RecentButton.h"
#include "ui/start/StartPage.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using roadloom::test::ScriptedAnswer;
using roadloom::test::ScriptedHttpServer;

namespace roadloom {

namespace {

LearnerRequest wish()
{
    LearnerRequest request;
    request.preferences.learningGoal = u"Python"_s;
    return request;
}

ScriptedAnswer models(const QByteArray& body)
{
    return { .contentType = "application/json", .pieces = { { body } } };
}

} // namespace

class FirstRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asksOnlyOnAFreshInstallation();
    void aModelOfTheCommandLineAnswersForOneStart();
    void whoGoesOnWithARoadmapNeedNotAnswer();
    void aFoundServerBecomesTheDefaultWithOneClick();
    void saysWhenThereIsNone();
    void theGoalComesFirstAndNeedsNoChoice_data();
    void theGoalComesFirstAndNeedsNoChoice();
    void saysWhatTheChoicesAre();
    void noChoiceStandsAloneOnItsLine();
    void theLibraryEndsItForGood();
    void startingARunEndsIt();
    void aKeyLeadsToTheSettings();
    void aHubLeadsToItsForm();
    void aServerOfOnesOwnLeadsToItsForm();
    void lookingAtTheSettingsDoesNotEndIt();
    void showsWhatWasFoundInTheUsualOrder();
    void startIsInSightOnALowWindow();
    void neverNamesNobody();
    void theShortcutOpensTheSettings();
    void theSourceLineFollowsTheSource();

private:
    std::unique_ptr<TestSettings> m_settings;
    std::unique_ptr<ScriptedSource> m_source;
    std::unique_ptr<MainWindow> m_window;
    MainWindow& open();
};

void FirstRunTest::init()
{
    // The offscreen platform says this whenever a window is shown.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_window.reset();
    m_source = std::make_unique<ScriptedSource>();
    m_settings = std::make_unique<TestSettings>();
    m_settings->asksWhoAnswers = true;
}

MainWindow& FirstRunTest::open()
{
    m_window = std::make_unique<MainWindow>(*m_source, m_settings->all(), wish());
    m_window->show();
    return *m_window;
}

void FirstRunTest::asksOnlyOnAFreshInstallation()
{
    QVERIFY(open().findChild<FirstRunCard*>() != nullptr);
    m_settings->asksWhoAnswers = false;
    QVERIFY(open().findChild<FirstRunCard*>() == nullptr);
    QVERIFY(!m_settings->isWritten());
    m_settings->asksWhoAnswers = true;
    QVERIFY(!m_settings->book().change({}));
    QVERIFY(open().findChild<FirstRunCard*>() == nullptr);
}

void FirstRunTest::aModelOfTheCommandLineAnswersForOneStart()
{
    m_settings->asksWhoAnswers = false; // an option said so
    open().start();
    m_source->emitEvent(DoneEvent {});
    QVERIFY(open().findChild<FirstRunCard*>() == nullptr);
    QVERIFY(!m_settings->isWritten()); // it was not chosen for good
    m_settings->asksWhoAnswers = true;
    QVERIFY(open().findChild<FirstRunCard*>() != nullptr);
}

void FirstRunTest::whoGoesOnWithARoadmapNeedNotAnswer()
{
    const QTemporaryDir folder;
    Library library(folder.path());
    QVERIFY(!library.open());
    const QDateTime now = QDateTime::currentDateTime();
    library.put({ .id = u"a"_s,
        .roadmap = sampleDesign().framework,
        .request = wish(),
        .created = now,
        .opened = now,
        .hoursPerWeek = 5 });
    m_window = std::make_unique<MainWindow>(*m_source, m_settings->all(), LearnerRequest(),
        WindowStores { .library = &library, .memory = nullptr });
    m_window->show();
    QVERIFY(m_window->findChild<FirstRunCard*>() != nullptr);
    QTRY_VERIFY(m_window->findChild<RecentButton*>() != nullptr);
    auto* const recent = m_window->findChild<RecentButton*>();
    QTRY_COMPARE(recent->visibleRegion().boundingRect(), recent->rect());
    QTest::mouseClick(recent, Qt::LeftButton);
    QTRY_VERIFY(m_window->findChild<WorkView*>() != nullptr);
    QVERIFY(m_window->findChild<WorkView*>()->isVisible());
    QVERIFY(!m_settings->isWritten()); // the question stays
    QVERIFY(m_window->findChild<FirstRunCard*>() != nullptr);
}

void FirstRunTest::aFoundServerBecomesTheDefaultWithOneClick()
{
    ScriptedHttpServer ollama;
    ollama.enqueue(models("{\"models\":[{\"name\":\"qwen:7b\"},{\"name\":\"tiny\"}]}"));
    ScriptedHttpServer empty;
    empty.enqueue(models("{\"data\":[]}"));
    m_settings->candidates
        = { { u"ollama"_s, { ollama.url() } }, { u"llamacpp"_s, { empty.url(u"/v1"_s) } } };
    MainWindow& window = open();
    QTRY_VERIFY(findButton(window, u"Ollama with qwen:7b"_s) != nullptr);
    QTRY_VERIFY(shows(window, u"no model yet"_s));
    findButton(window, u"Ollama with qwen:7b"_s)->click();
    QTRY_VERIFY(window.findChild<FirstRunCard*>() == nullptr);
    const ConfiguredProviders written = m_settings->written();
    QCOMPARE(answeringId(written), u"ollama"_s);
    QCOMPARE(written.provider(u"ollama")->model, u"qwen:7b"_s);
    QCOMPARE(written.provider(u"ollama")->baseUrl, ollama.url());
}

void FirstRunTest::saysWhenThereIsNone()
{
    MainWindow& window = open();
    QTRY_VERIFY(shows(window, u"No model was found on this machine."_s));
}

void FirstRunTest::theGoalComesFirstAndNeedsNoChoice_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1120, 720);
    QTest::newRow("low") << QSize(800, 480);
}

void FirstRunTest::theGoalComesFirstAndNeedsNoChoice()
{
    QFETCH(const QSize, size);
    m_source->setBuiltIn(true);
    MainWindow& window = open();
    window.resize(size);
    const QWidget& form = window.findChild<StartPage*>()->form();
    const QWidget& card = *window.findChild<FirstRunCard*>();
    const auto top
        = [&window](const QWidget& widget) { return widget.mapTo(&window, QPoint()).y(); };
    QTRY_VERIFY(top(card) > top(form) + form.height());
    // Before Enter it is said what comes without a choice.
    const auto labels = window.findChildren<QLabel*>();
    const auto unasked = std::ranges::find_if(labels, [](const QLabel* label) {
        return label->text().startsWith(u"If you start now, the built-in courses answer; "_s);
    });
    QVERIFY(unasked != labels.cend());
    QVERIFY((*unasked)->text().contains(u"Python programming, SQL"_s));
    QTRY_COMPARE((*unasked)->visibleRegion().boundingRect(), (*unasked)->rect());
    QVERIFY(!shows(window, u"Who answers:"_s));
    QVERIFY(window.focusWidget() != nullptr && form.isAncestorOf(window.focusWidget()));
    m_source->setBuiltIn(false);
    Q_EMIT m_source->titleChanged();
    QVERIFY(!(*unasked)->isVisible());
    QVERIFY(shows(window, u"Who answers: Scripted answers"_s));
}

void FirstRunTest::saysWhatTheChoicesAre()
{
    const MainWindow& window = open();
    QVERIFY(shows(window, u"A model is"_s));
    QVERIFY(shows(window, u"A hub is"_s));
}

void FirstRunTest::noChoiceStandsAloneOnItsLine()
{
    const QWidget& card = *open().findChild<FirstRunCard*>();
    QTRY_VERIFY(shows(*m_window, u"No model was found on this machine."_s));
    QMap<int, int> lines;
    for (const QPushButton* const each : card.findChildren<QPushButton*>())
        lines[each->y()] += each->isVisible() ? 1 : 0;
    QCOMPARE_GT(lines.size(), 1);
    for (const int choices : std::as_const(lines))
        QCOMPARE_GT(choices, 1);
}

void FirstRunTest::theLibraryEndsItForGood()
{
    MainWindow& window = open();
    findButton(window, u"Stay with the built-in courses"_s)->click();
    QTRY_VERIFY(window.findChild<FirstRunCard*>() == nullptr);
    QVERIFY(m_settings->isWritten());
    QCOMPARE(answeringId(m_settings->written()), QString(offlineId));
    QVERIFY(open().findChild<FirstRunCard*>() == nullptr);
}

void FirstRunTest::startingARunEndsIt()
{
    MainWindow& window = open();
    window.start();
    QCOMPARE(m_source->requests().size(), 1);
    QTRY_VERIFY(window.findChild<FirstRunCard*>() == nullptr);
    QVERIFY(m_settings->isWritten());
}

void FirstRunTest::aKeyLeadsToTheSettings()
{
    MainWindow& window = open();
    findButton(window, u"Use a cloud model"_s)->click();
    auto* const chooser = window.findChild<AddProviderDialog*>();
    QVERIFY(chooser != nullptr && chooser->isVisible());
    // Who only looked has not chosen.
    QVERIFY(window.findChild<FirstRunCard*>() != nullptr);
    Q_EMIT chooser->presetChosen(u"deepseek"_s);
    QVERIFY(window.findChild<FirstRunCard*>() != nullptr);
    QVERIFY(!m_settings->isWritten());
    button(*window.findChild<SettingsDialog*>(), u"Save"_s).click();
    QTRY_VERIFY(window.findChild<FirstRunCard*>() == nullptr);
    QVERIFY(m_settings->isWritten());
}

void FirstRunTest::aHubLeadsToItsForm()
{
    MainWindow& window = open();
    findButton(window, u"Use a shared Roadloom"_s)->click();
    auto* const dialog = window.findChild<SettingsDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(dialog->findChild<ServiceForm*>() != nullptr);
}

void FirstRunTest::aServerOfOnesOwnLeadsToItsForm()
{
    MainWindow& window = open();
    findButton(window, u"Use another model server…"_s)->click();
    auto* const dialog = window.findChild<SettingsDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(dialog->findChild<ProviderForm*>() != nullptr);
    QVERIFY(window.findChild<FirstRunCard*>() != nullptr);
}

void FirstRunTest::lookingAtTheSettingsDoesNotEndIt()
{
    MainWindow& window = open();
    findButton(window, u"Use a shared Roadloom"_s)->click();
    window.findChild<SettingsDialog*>()->reject();
    QTRY_VERIFY(window.findChild<SettingsDialog*>() == nullptr);
    QVERIFY(window.findChild<FirstRunCard*>() != nullptr);
    QVERIFY(!m_settings->isWritten());
}

void FirstRunTest::showsWhatWasFoundInTheUsualOrder()
{
    // The first candidate answers last.
    ScriptedHttpServer slow;
    slow.enqueue({ .contentType = "application/json",
        .pieces = { { .bytes = "{\"models\":[{\"name\":\"qwen:7b\"}]}", .held = true } } });
    ScriptedHttpServer fast;
    fast.enqueue(models("{\"data\":[{\"id\":\"tiny\"}]}"));
    m_settings->candidates
        = { { u"ollama"_s, { slow.url() } }, { u"llamacpp"_s, { fast.url(u"/v1"_s) } } };
    QSignalSpy fastAnswered(&fast, &ScriptedHttpServer::answerEnded);
    MainWindow& window = open();
    QTRY_COMPARE(fastAnswered.size(), 1);
    slow.release();
    QTRY_VERIFY(findButton(window, u"llama.cpp with tiny"_s) != nullptr);
    QPushButton* const first = findButton(window, u"Ollama with qwen:7b"_s);
    QVERIFY(first != nullptr);
    QVERIFY(qobject_cast<PrimaryButton*>(first) != nullptr);
    QCOMPARE(first->nextInFocusChain(), findButton(window, u"llama.cpp with tiny"_s));
}

void FirstRunTest::startIsInSightOnALowWindow()
{
    ScriptedHttpServer server;
    server.setResponder([](const auto&) { return models("{\"data\":[{\"id\":\"tiny\"}]}"); });
    const QList<QUrl> urls { server.url(u"/v1"_s) };
    m_settings->candidates
        = { { u"lmstudio"_s, urls }, { u"llamacpp"_s, urls }, { u"vllm"_s, urls } };
    MainWindow& window = open();
    window.resize(800, 480);
    QTRY_VERIFY(findButton(window, u"llama.cpp with tiny"_s) != nullptr);
    const QPushButton* const start
        = window.findChild<StartPage*>()->form().findChild<PrimaryButton*>();
    QTRY_COMPARE(start->visibleRegion().boundingRect(), start->rect());
}

void FirstRunTest::neverNamesNobody()
{
    m_settings->asksWhoAnswers = false;
    m_source->setTitle({});
    QVERIFY(shows(open(), u"Who answers: a hub (not complete yet)"_s));
}

void FirstRunTest::theShortcutOpensTheSettings()
{
    m_settings->asksWhoAnswers = false;
    MainWindow& window = open();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(window.windowHandle(), Qt::Key_Comma, Qt::ControlModifier);
    auto* const dialog = window.findChild<SettingsDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(window.findChild<SettingsDialog*>() == nullptr);
    findButton(window, u"Change…"_s)->click();
    QVERIFY(window.findChild<SettingsDialog*>() != nullptr);
}

void FirstRunTest::theSourceLineFollowsTheSource()
{
    m_settings->asksWhoAnswers = false;
    MainWindow& window = open();
    QVERIFY(shows(window, u"Who answers: Scripted answers"_s));
    m_source->setTitle(u"Somebody else"_s);
    Q_EMIT m_source->titleChanged();
    QVERIFY(shows(window, u"Who answers: Somebody else"_s));
    QVERIFY(!shows(window, u"Built-in courses: "_s));
    m_source->setBuiltIn(true);
    Q_EMIT m_source->titleChanged();
    QVERIFY(shows(window, u"Who answers: Somebody else"_s));
    QVERIFY(shows(window, u"Built-in courses: Git and the shell, Python programming, "_s));
}

} // namespace roadloom

QTEST_MAIN(roadloom::FirstRunTest)
#include "FirstRunTest.moc"
