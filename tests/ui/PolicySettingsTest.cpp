// SPDX-License-Identifier: Apache-2.0
#include "ButtonSearch.h"
#include "RunWindow.h"
#include "core/storage/AppearanceBook.h"
#include "ui/settings/FixedHint.h"
#include "ui/settings/KeyField.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/FirstRunCard.h"
#include "ui/start/GoalForm.h"
#include "ui/window/LinkQuestion.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// The settings of a learner whose administrator has said something.
struct FixedSettings {
    explicit FixedSettings(const Policy& said, const ConfiguredProviders& own = {})
        : policy(said)
        , providers(settingsWith(own), policy)
    {
    }
    [[nodiscard]] Settings all()
    {
        return { .providers = providers,
            .stores = { .session = &keys },
            .candidates = {},
            .asksWhoAnswers = true,
            .appearance = &appearance,
            .policy = policy };
    }

    QTemporaryDir folder;
    Policy policy;
    ProviderBook providers;
    AppearanceBook appearance { AppearanceSettings(folder.path()), policy };
    SessionSecretStore keys;

private:
    [[nodiscard]] ProviderSettings settingsWith(const ConfiguredProviders& own) const
    {
        ProviderSettings settings(folder.path());
        if (own != ConfiguredProviders() && settings.write(own))
            qFatal("cannot be written");
        return settings;
    }
};

Policy deepseekAnswers()
{
    Policy policy;
    policy.answerer = FixedAnswerer { .model = setupFrom(*findProvider(u"deepseek")) };
    policy.answerer->model->id = administratorsId;
    return policy;
}

/// The field that a label with this text belongs to.
QWidget& fieldNamed(const QWidget& widget, const QString& label)
{
    for (const QLabel* const found : widget.findChildren<QLabel*>()) {
        if (found->buddy() != nullptr && QString(found->text()).remove(u'&') == label)
            return *found->buddy();
    }
    qFatal("no such field: %s", qPrintable(label));
}

QAction& commandNamed(const QWidget& window, const QString& name)
{
    for (QAction* const action : window.findChildren<QAction*>()) {
        if (QString(action->text()).remove(u'&') == name)
            return *action;
    }
    qFatal("no such command: %s", qPrintable(name));
}

const QString hint = u"Set by your administrator"_s;

} // namespace

/// What the window makes of a policy.
class PolicySettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoAnswersCannotBeChanged()
    {
        FixedSettings settings(deepseekAnswers());
        SettingsDialog dialog(settings.all());
        dialog.show();
        QVERIFY(shows(dialog, u"Who designs your roadmaps: set by your administrator."_s));
        for (const QString& name : { u"Add…"_s, u"Remove"_s, u"Use this one"_s })
            QVERIFY2(!button(dialog, name).isEnabled(), qPrintable(name));
        QVERIFY(!fieldNamed(dialog, u"Address"_s).isEnabled());
        QVERIFY(shows(dialog, hint));
        QVERIFY(dialog.findChild<KeyField*>()->isEnabled()); // that is another matter
        // Nor from elsewhere.
        dialog.models().add();
        dialog.models().addServer();
        dialog.models().addHub();
        QVERIFY(dialog.findChildren<QDialog*>().isEmpty());
        QCOMPARE(settings.providers.configured().providers.size(), 1);
    }

    void settingsThatAreFixedAreOnlyShown()
    {
        Policy policy;
        policy.mayChangeSettings = false;
        const ProviderSetup own = setupFrom(*findProvider(u"deepseek"));
        FixedSettings settings(policy, { .defaultId = own.id, .providers = { own } });
        SettingsDialog dialog(settings.all());
        dialog.show();
        QVERIFY(shows(dialog, u"Your administrator allows no changes of the settings."_s));
        for (const QString& name : { u"Address"_s, u"Model"_s, u"Name"_s, u"Rounds of checking"_s })
            QVERIFY2(!fieldNamed(dialog, name).isEnabled(), qPrintable(name));
        for (const QString& name :
            { u"Add…"_s, u"Remove"_s, u"Use this one"_s, u"Save"_s, u"Undo changes"_s })
            QVERIFY2(!button(dialog, name).isEnabled(), qPrintable(name));
        QVERIFY(button(dialog, u"Try it"_s).isEnabled());
    }

    void noKeyIsEnteredWhereThatIsNotAllowed()
    {
        Policy policy = deepseekAnswers();
        policy.mayEnterKeys = false;
        FixedSettings settings(policy);
        SettingsDialog dialog(settings.all());
        QVERIFY(!dialog.findChild<KeyField*>()->isEnabled());
    }

    void countsAndTimesThatAreFixedAreDisabled()
    {
        Policy policy = deepseekAnswers();
        policy.timeoutSeconds = 20;
        policy.rounds = 1;
        FixedSettings settings(policy);
        SettingsDialog dialog(settings.all());
        const auto number = [&dialog](const QString& name) -> QSpinBox& {
            return *qobject_cast<QSpinBox*>(&fieldNamed(dialog, name));
        };
        QVERIFY(!number(u"First word"_s).isEnabled());
        QCOMPARE(number(u"Between two words"_s).value(), 20);
        QVERIFY(number(u"Connecting"_s).isEnabled());
        QVERIFY(!number(u"Rounds of checking"_s).isEnabled());
        QVERIFY(number(u"Stages designed at a time"_s).isEnabled());
    }

    void theAppearanceThatIsFixedIsDisabled_data()
    {
        QTest::addColumn<Policy>("policy");
        QTest::addColumn<QStringList>("disabled");
        const QStringList all { u"Theme"_s, u"Text size"_s, u"Language"_s,
            u"Start a roadmap with"_s };
        Policy policy;
        QTest::newRow("nothing") << policy << QStringList();
        policy.mayChangeSettings = false;
        QTest::newRow("all") << policy << all;
        policy = {};
        policy.theme = ThemeChoice::Dark;
        QTest::newRow("theme") << policy << all.first(1);
        policy = {};
        policy.textPercent = 150;
        QTest::newRow("text size") << policy << all.sliced(1, 1);
        policy = {};
        policy.language = LanguageChoice::English;
        QTest::newRow("language") << policy << all.sliced(2, 1);
        policy = {};
        policy.sendKey = SendKey::Enter;
        QTest::newRow("keys") << policy << all.sliced(3, 1);
    }
    void theAppearanceThatIsFixedIsDisabled()
    {
        QFETCH(const Policy, policy);
        QFETCH(const QStringList, disabled);
        FixedSettings settings(policy);
        SettingsDialog dialog(settings.all());
        for (const QString& name :
            { u"Theme"_s, u"Text size"_s, u"Language"_s, u"Start a roadmap with"_s }) {
            const QWidget& field = fieldNamed(dialog, name);
            QCOMPARE(field.isEnabled(), !disabled.contains(name));
            QCOMPARE(field.accessibleDescription(), disabled.contains(name) ? hint : QString());
        }
    }

    void whatIsWrongWithThePolicyIsShown()
    {
        Policy policy = closedPolicy();
        policy.problems = { u"The policy cannot be read."_s };
        FixedSettings settings(policy);
        SettingsDialog dialog(settings.all());
        dialog.show();
        QVERIFY(shows(dialog, u"The policy cannot be read."_s));
    }

    void hoursThatAreFixedStayInEveryRequest()
    {
        Policy policy;
        policy.hoursPerWeek = 4;
        FixedSettings settings(policy);
        ScriptedSource source;
        MainWindow window(source, settings.all(), LearnerRequest());
        QVERIFY(!window.findChild<GoalForm*>()->findChild<QSpinBox*>()->isEnabled());
        QVERIFY(!window.findChild<GoalForm*>()->hasUnused());
        LearnerRequest other = wish();
        other.preferences.availableHoursPerWeek = 40;
        window.takeWish(other);
        QCOMPARE(source.requests().size(), 1);
        QCOMPARE(source.requests().first().preferences.availableHoursPerWeek, 4);
    }

    void nobodyIsAskedWhereThereIsNothingToChoose()
    {
        FixedSettings settings(deepseekAnswers());
        ScriptedSource source;
        MainWindow window(source, settings.all(), LearnerRequest());
        QVERIFY(window.findChild<FirstRunCard*>() == nullptr);
    }

    void whatIsNotAllowedIsNotOffered()
    {
        FixedSettings settings(closedPolicy());
        ScriptedSource source;
        MainWindow window(source, settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(!commandNamed(window, u"Export roadmap…"_s).isVisible());
        QVERIFY(!commandNamed(window, u"Export roadmap…"_s).isEnabled());
        QVERIFY(!commandNamed(window, u"Larger text"_s).isEnabled());
    }

    void aLinkIsOnlyCopiedWhereNoneMayBeOpened()
    {
        QWidget window;
        askAboutLink(QUrl(u"https://example.org/page"_s), closedPolicy(), &window);
        auto* const box = window.findChild<QMessageBox*>();
        QVERIFY(box->text().contains(u"administrator"_s));
        QVERIFY(findButton(*box, u"Open"_s) == nullptr);
        QVERIFY(findButton(*box, u"Copy"_s) != nullptr);
    }
};

QTEST_MAIN(PolicySettingsTest)
#include "PolicySettingsTest.moc"
