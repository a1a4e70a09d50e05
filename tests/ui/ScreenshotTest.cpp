// SPDX-License-Identifier: Apache-2.0
#include "app/InterfaceLanguage.h"

#include "LibraryWindow.h"
#include "SampleRoadmap.h"
#include "ScreenComparison.h"
#include "ui/history/HistoryDialog.h"
#include "ui/look/RoomyStyle.h"
#include "ui/look/Theme.h"
#include "ui/start/StartPage.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>

#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QString fontFamily = u"Noto Sans CJK SC"_s;

struct Speech {
    QLatin1StringView name;
    LanguageChoice language;
    Qt::LayoutDirection direction;
};
constexpr std::array speeches {
    Speech { "en"_L1, LanguageChoice::English, Qt::LeftToRight },
    Speech { "zh"_L1, LanguageChoice::Chinese, Qt::LeftToRight },
    Speech { "reversed"_L1, LanguageChoice::English, Qt::RightToLeft },
};

/// Leads there, and says which window is shown then.
using Step = QWidget& (*)(LibraryWindow&);
struct Screen {
    QLatin1StringView name;
    Step step;
};

/// At noon of the day on which the first roadmaps of showHistory() were opened.
const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0));

QWidget& showHistory(LibraryWindow& scene)
{
    const QStringList titles { u"Rust for embedded systems"_s, u"学习数据库"_s,
        u"Web development"_s };
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const QString id = QString::number(i);
        LibraryEntry entry { .id = id,
            .roadmap = sampleRoadmap(2, 2, 3),
            .request = wish(),
            .created = noon.addDays(-40),
            .opened = noon.addDays(-3 * i) };
        entry.roadmap.title = titles[i];
        scene.library.put(entry);
        scene.library.setTags(id, { u"work"_s, u"spring"_s });
    }
    scene.library.saveStep(u"0"_s,
        { .conceptId = LibraryWindow::conceptId(),
            .moment = noon,
            .from = StudyState::ToDo,
            .to = StudyState::Done,
            .hours = 2.0 });
    scene.library.remove(u"2"_s);
    scene.library.flush();
    auto* const dialog = new HistoryDialog(scene.library, scene.window.get(), [] { return noon; });
    dialog->resize(800, 560);
    dialog->show();
    const auto* const list = dialog->findChild<QListView*>();
    [&] { QTRY_COMPARE(list->model()->rowCount(), 2); }();
    return *dialog;
}

constexpr std::array screens {
    Screen { "start"_L1,
        [](LibraryWindow& scene) -> QWidget& {
            scene.comeBack();
            return *scene.window;
        } },
    Screen { "growing"_L1,
        [](LibraryWindow& scene) -> QWidget& {
            scene.grow();
            return *scene.window;
        } },
    Screen { "done"_L1,
        [](LibraryWindow& scene) -> QWidget& {
            scene.finish();
            scene.study().setState(LibraryWindow::conceptId(), StudyState::Done);
            scene.openConcept();
            return *scene.window;
        } },
    Screen { "failed"_L1,
        [](LibraryWindow& scene) -> QWidget& {
            scene.fail();
            return *scene.window;
        } },
    Screen { "history"_L1, showHistory },
};

/// Clocks go on, and figures of them are wider or narrower.
void hideClocks(const QWidget& window)
{
    for (QLabel* const clock : window.findChildren<QLabel*>(u"elapsed"_s)) {
        clock->setUpdatesEnabled(false);
        clock->hide();
    }
}

/// When nothing changes any more: there are things that find their places once they are painted.
QImage settledPicture(QWidget& window)
{
    constexpr int quietTurns = 5;
    constexpr int enough = 200;
    QImage last;
    for (int quiet = 0, turn = 0; quiet < quietTurns && turn < enough; ++quiet, ++turn) {
        QTest::qWait(10);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QImage now = window.grab().toImage();
        if (now != last)
            quiet = 0;
        last = now;
    }
    return last;
}

QImage pictureOf(const Screen& screen)
{
    LibraryWindow scene;
    QWidget& window = screen.step(scene);
    hideClocks(window);
    if (QWidget* const focus = window.focusWidget())
        focus->clearFocus(); // no cursor, and no frame that depends on who is active
    return settledPicture(window);
}

QString referencePath(const QString& name)
{
    return QStringLiteral(ROADLOOM_TEST_DATA "/screens/") + name + u".png"_s;
}

} // namespace

/// The window looks as it did when somebody last looked at it and said that it is right so. After
/// a change that is meant: ROADLOOM_RENEW_SCREENS=1 and this test, then look at what has changed.
class ScreenshotTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFontDatabase::families().contains(fontFamily))
            QSKIP("The pictures are of windows with the font Noto Sans CJK SC, which is not "
                  "installed here (Debian: fonts-noto-cjk).");
        QApplication::setStyle(new RoomyStyle(u"Fusion"_s, Motion::None));
        QFont font(fontFamily);
        font.setPixelSize(13);
        QApplication::setFont(font);
        QApplication::setCursorFlashTime(0);
    }

    void looksAsItDid_data()
    {
        QTest::addColumn<std::size_t>("screen");
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<std::size_t>("speech");
        for (std::size_t screen = 0; screen < screens.size(); ++screen) {
            for (const bool isDark : { false, true }) {
                for (std::size_t speech = 0; speech < speeches.size(); ++speech)
                    QTest::newRow(qPrintable(screens[screen].name
                        + (isDark ? u"-dark-"_s : u"-light-"_s) + speeches[speech].name))
                        << screen << isDark << speech;
            }
        }
    }
    void looksAsItDid()
    {
        QFETCH(const std::size_t, screen);
        QFETCH(const bool, isDark);
        QFETCH(const std::size_t, speech);
        InterfaceLanguage language(QStringLiteral(ROADLOOM_TRANSLATIONS));
        language.speak(speeches[speech].language);
        QApplication::setLayoutDirection(speeches[speech].direction);
        QApplication::setPalette(themePalette({ .isDark = isDark }));

        const QImage shown = reduced(pictureOf(screens[screen]));
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        if (qEnvironmentVariableIsSet("ROADLOOM_RENEW_SCREENS")) {
            QVERIFY(QDir().mkpath(QStringLiteral(ROADLOOM_TEST_DATA "/screens")));
            QVERIFY(shown.save(referencePath(name), "png", 0));
            return;
        }
        const ScreenDifference difference = differenceOf(shown, QImage(referencePath(name)));
        if (!difference.isPlain())
            return;
        const QString seen = QCoreApplication::applicationDirPath() + u"/screens/"_s + name;
        QVERIFY(QDir().mkpath(QFileInfo(seen).path()));
        QVERIFY(shown.save(seen + u".png"_s));
        QVERIFY(difference.picture.save(seen + u"-difference.png"_s));
        QFAIL(qPrintable(u"%1% of the window differs from %2: see %3.png and %3-difference.png. If "
                         "that is meant, renew the pictures: ninja renew-screens"_s
                             .arg(difference.share * 100.0, 0, 'f', 1)
                             .arg(referencePath(name), seen)));
    }

    void whatMovedOrIsMissingIsSeen_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void whatMovedOrIsMissingIsSeen()
    {
        QFETCH(const bool, isDark);
        QApplication::setPalette(themePalette({ .isDark = isDark }));
        LibraryWindow scene;
        const QImage before = reduced(settledPicture(*scene.window));
        QVERIFY(!differenceOf(reduced(settledPicture(*scene.window)), before).isPlain());

        auto* const start = scene.window->findChild<StartPage*>();
        const auto buttons = start->findChildren<QPushButton*>();
        const auto moved = std::ranges::find_if(buttons, &QWidget::isVisible);
        QVERIFY(moved != buttons.end());
        (*moved)->move((*moved)->pos() + QPoint(0, 12));
        QVERIFY(differenceOf(reduced(scene.window->grab().toImage()), before).isPlain());
        (*moved)->hide();
        QVERIFY(differenceOf(reduced(scene.window->grab().toImage()), before).isPlain());
    }

    void howAMachineDrawsIsNotSeen()
    {
        QApplication::setPalette(themePalette({}));
        LibraryWindow scene;
        const QImage picture = settledPicture(*scene.window).convertToFormat(QImage::Format_RGB32);
        QImage other = picture;
        for (int y = 0; y < other.height(); ++y) {
            for (int x = 0; x < other.width(); ++x) {
                // Edges a little softer or harder, and grain.
                const QColor own = picture.pixelColor(x, y);
                const int grain = (x * 7 + y * 13) % 25 - 12;
                const auto near
                    = [grain](int channel) { return std::clamp(channel + grain, 0, 255); };
                other.setPixel(x, y, qRgb(near(own.red()), near(own.green()), near(own.blue())));
            }
        }
        QVERIFY(other != picture);
        QVERIFY(!differenceOf(reduced(other), reduced(picture)).isPlain());
    }

    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLocale::setDefault(QLocale::system());
    }
};

QTEST_MAIN(ScreenshotTest)
#include "ScreenshotTest.moc"
