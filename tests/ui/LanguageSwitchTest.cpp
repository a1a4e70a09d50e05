// SPDX-License-Identifier: Apache-2.0
#include "app/InterfaceLanguage.h"

#include "RunWindow.h"
#include "ShownTexts.h"
#include "core/storage/AppearanceBook.h"
#include "ui/look/FoldButton.h"
#include "ui/settings/AddProviderDialog.h"
#include "ui/settings/AppearancePage.h"
#include "ui/settings/ModelsPage.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/start/GoalEdit.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QListView>
#include <QTest>

#include <functional>
#include <memory>

using namespace roadloom;
using namespace Qt::StringLiterals;

namespace {

/// A window with whatever the settings can hold.
struct Scene {
    TestSettings settings;
    QTemporaryDir folder;
    AppearanceBook appearance { AppearanceSettings(folder.path()) };
    ScriptedSource source;
    std::unique_ptr<MainWindow> window;

    Scene()
    {
        settings.asksWhoAnswers = true;
        Settings all = settings.all();
        all.appearance = &appearance;
        window = std::make_unique<MainWindow>(source, all, wish());
        window->show();
        unfold();
    }
    void unfold() const
    {
        for (FoldButton* const fold : window->findChildren<FoldButton*>())
            fold->setChecked(true);
    }
    void configure()
    {
        ConfiguredProviders configured;
        for (const QStringView preset : { u"ollama", u"anthropic", u"other" })
            configured.providers.append(setupFrom(*findProvider(preset)));
        configured.services.append(
            ServiceSetup { .id = u"hub"_s, .url = QUrl(u"http://127.0.0.1:9"_s) });
        configured.defaultId = configured.providers.constFirst().id;
        static_cast<void>(settings.book().change(configured));
    }
    void openSettings() const
    {
        for (QAction* const action : window->findChildren<QAction*>()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Comma))
                action->trigger();
        }
    }
};

using Step = std::function<void(Scene&)>;

void runIntoAnError(Scene& scene)
{
    ScriptedSource& source = scene.source;
    scene.window->start();
    source.emitEvent(ReasoningEvent { u"Hm."_s, analyzer });
    source.emitEvent(ChunkEvent { u"Half a thought"_s, analyzer });
    source.emitEvent(AttemptFailedEvent { analyzer, u"The line broke."_s, {} });
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    source.emitEvent(ChunkEvent { u"Here is a [plan](https://example.org)."_s, architect });
    source.emitEvent(CompleteEvent { sampleDesign(), architect });
    source.emitEvent(FindingEvent { { u"W1"_s, Severity::Warning, {}, u"Issue."_s, u"Do it."_s } });
    source.emitEvent(MendedEvent { { u"H1"_s, {}, u"Mended."_s }, architect });
    source.emitEvent(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, u"details"_s }, architect });
    treeOf(*scene.window).setCurrentIndex(treeOf(*scene.window).model()->index(0, 0));
    scene.unfold();
}

void runToTheEnd(Scene& scene)
{
    ScriptedSource& source = scene.source;
    scene.window->start();
    source.emitEvent(ChunkEvent { u"I see what you want."_s, analyzer });
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    source.emitEvent(CompleteEvent { sampleDesign(), architect });
    source.emitEvent(doneWith(sampleDesign()));
    scene.unfold();
}

Step settingsOf(int row)
{
    return [row](Scene& scene) {
        scene.configure();
        scene.openSettings();
        auto* const page = scene.window->findChild<ModelsPage*>();
        QVERIFY(page != nullptr);
        auto* const list = page->findChild<QListView*>();
        QVERIFY(row < list->model()->rowCount());
        list->setCurrentIndex(list->model()->index(row, 0));
        scene.unfold();
    };
}

} // namespace

Q_DECLARE_METATYPE(Step)

/// A window that changes its language says in the end what one says that began with it.
class LanguageSwitchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextFollows_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("start page") << Step([](Scene&) {});
        QTest::newRow("a run is on") << Step([](Scene& scene) { scene.window->start(); });
        QTest::newRow("a run waits") << Step([](Scene& scene) {
            scene.window->start();
            scene.source.emitWait(WaitFor::FirstWord, std::chrono::minutes(2));
        });
        QTest::newRow("a run's error") << Step(runIntoAnError);
        QTest::newRow("a run's end") << Step(runToTheEnd);
        QTest::newRow("a stopped run") << Step([](Scene& scene) {
            scene.window->start();
            scene.source.emitEvent(ChunkEvent { u"I see"_s, analyzer });
            press(*scene.window, Qt::CTRL | Qt::Key_Period);
        });
        for (int row = 0; row < 5; ++row)
            QTest::addRow("settings, %d", row) << settingsOf(row);
        QTest::newRow("adding") << Step([](Scene& scene) {
            scene.openSettings();
            scene.window->findChild<ModelsPage*>()->add();
        });
    }
    void everyTextFollows()
    {
        QFETCH(const Step, step);
        InterfaceLanguage language(QStringLiteral(ROADLOOM_TRANSLATIONS));
        language.speak(LanguageChoice::Chinese);
        const QStringList chinese = textsAfter(step);
        language.speak(LanguageChoice::English);
        const QStringList english = textsAfter(step);
        QVERIFY(chinese != english);

        Scene scene;
        step(scene);
        compareTexts(settled(*scene.window), english);
        language.speak(LanguageChoice::Chinese);
        compareTexts(settled(*scene.window), chinese);
        language.speak(LanguageChoice::English);
        compareTexts(settled(*scene.window), english);
    }

    void theChoiceInTheSettingsHoldsAtOnce()
    {
        InterfaceLanguage language(QStringLiteral(ROADLOOM_TRANSLATIONS));
        language.speak(LanguageChoice::English);
        Scene scene;
        connect(&scene.appearance, &AppearanceBook::changed, this,
            [&language](const Appearance& wanted) { language.speak(wanted.language); });
        scene.openSettings();
        auto* const page = scene.window->findChild<AppearancePage*>();
        QVERIFY(page != nullptr);
        const auto boxes = page->findChildren<QComboBox*>();
        const auto box = std::ranges::find_if(
            boxes, [](const QComboBox* each) { return each->findText(u"简体中文"_s) >= 0; });
        QVERIFY(box != boxes.end());
        (*box)->setCurrentIndex((*box)->findText(u"简体中文"_s));
        QTRY_VERIFY(shows(*scene.window, u"您想学什么？"_s)
            || shownTexts(*scene.window).filter(u"外观"_s).size() == 1);
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        QCOMPARE(AppearanceSettings(scene.folder.path()).read().language, LanguageChoice::Chinese);
        (*box)->setCurrentIndex((*box)->findText(u"English"_s));
        QTRY_VERIFY(shownTexts(*scene.window).filter(u"外观"_s).isEmpty());
    }

    void theSendKeyHoldsAtOnceAndIsKept()
    {
        const Scene scene;
        auto& goal = *scene.window->findChild<GoalEdit*>();
        scene.openSettings();
        const auto boxes = scene.window->findChild<AppearancePage*>()->findChildren<QComboBox*>();
        const auto box = std::ranges::find_if(
            boxes, [](const QComboBox* each) { return each->findText(u"Ctrl+Enter"_s) >= 0; });
        QVERIFY(box != boxes.end());
        (*box)->setCurrentIndex((*box)->findText(u"Ctrl+Enter"_s));
        goal.setPlainText(u"SQL"_s);
        QTest::keyClick(&goal, Qt::Key_Return);
        QVERIFY(scene.source.requests().isEmpty());
        QCOMPARE(AppearanceSettings(scene.folder.path()).read().sendKey, SendKey::ControlEnter);
        QTest::keyClick(&goal, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(scene.source.requests().size(), 1);
    }

    void howTheWindowLooksIsKeptAtOnce()
    {
        InterfaceLanguage language(QStringLiteral(ROADLOOM_TRANSLATIONS));
        language.speak(LanguageChoice::English);
        const Scene scene;
        scene.openSettings();
        auto* const page = scene.window->findChild<AppearancePage*>();
        QVERIFY(page != nullptr);
        const auto choose = [page](const QString& text) {
            for (QComboBox* const box : page->findChildren<QComboBox*>()) {
                if (const int found = box->findText(text); found >= 0)
                    box->setCurrentIndex(found);
            }
        };
        choose(u"High contrast"_s);
        choose(u"150%"_s);
        page->findChild<QCheckBox*>()->setChecked(true);
        const Appearance wanted {
            .theme = ThemeChoice::HighContrast, .textPercent = 150, .motion = MotionChoice::Reduced
        };
        QCOMPARE(scene.appearance.appearance(), wanted);
        QCOMPARE(AppearanceSettings(scene.folder.path()).read(), wanted);
    }

    void datesAreWrittenAsTheLanguageDoes()
    {
        InterfaceLanguage language(QStringLiteral(ROADLOOM_TRANSLATIONS));
        language.speak(LanguageChoice::Chinese);
        Scene scene;
        const auto* const date = scene.window->findChild<QDateEdit*>();
        QVERIFY(date != nullptr);
        QCOMPARE(date->locale().language(), QLocale::Chinese);
        language.speak(LanguageChoice::English);
        QTRY_COMPARE(date->locale().language(), QLocale().language());
    }

    void cleanup() { QLocale::setDefault(QLocale::system()); }

private:
    /// When nothing changes any more: some things are looked for once the window has been painted.
    static QStringList settled(MainWindow& window)
    {
        constexpr int quietTurns = 8;
        static_cast<void>(window.grab());
        QStringList texts;
        for (int quiet = 0; quiet < quietTurns; ++quiet) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            const QStringList now = shownTexts(window);
            if (texts != now)
                quiet = 0;
            texts = now;
        }
        return texts;
    }
    static QStringList textsAfter(const Step& step)
    {
        Scene scene;
        step(scene);
        return settled(*scene.window);
    }
    static void compareTexts(const QStringList& shown, const QStringList& wanted)
    {
        for (const QString& text : shown)
            QVERIFY2(wanted.contains(text), qPrintable(u"left over: "_s + text));
        for (const QString& text : wanted)
            QVERIFY2(shown.contains(text), qPrintable(u"missing: "_s + text));
    }
};

QTEST_MAIN(LanguageSwitchTest)
#include "LanguageSwitchTest.moc"
