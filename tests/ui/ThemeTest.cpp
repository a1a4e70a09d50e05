// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Theme.h"

#include "ui/look/Accents.h"
#include "ui/look/ActivityBar.h"
#include "ui/look/FoldButton.h"
#include "ui/look/LiveLook.h"
#include "ui/look/Motion.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/SystemAppearance.h"
#include "ui/look/TextLabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDBusConnection>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

#include <array>

using namespace roadloom;
using namespace Qt::StringLiterals;

namespace {

struct Pair {
    QPalette::ColorRole text;
    QPalette::ColorRole ground;
};

constexpr std::array readablePairs {
    Pair { QPalette::WindowText, QPalette::Window },
    Pair { QPalette::Text, QPalette::Base },
    Pair { QPalette::Text, QPalette::AlternateBase },
    Pair { QPalette::Text, QPalette::Window },
    Pair { QPalette::ButtonText, QPalette::Button },
    Pair { QPalette::HighlightedText, QPalette::Highlight },
    Pair { QPalette::ToolTipText, QPalette::ToolTipBase },
    Pair { QPalette::PlaceholderText, QPalette::Base },
    Pair { QPalette::Link, QPalette::Base },
    Pair { QPalette::Link, QPalette::Window },
    Pair { QPalette::LinkVisited, QPalette::Base },
    Pair { QPalette::LinkVisited, QPalette::Window },
};

/// How many pixels differ so much that nobody overlooks it.
int changedPixels(const QImage& one, const QImage& other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            count += contrastRatio(one.pixelColor(x, y), other.pixelColor(x, y)) >= 2.0 ? 1 : 0;
    }
    return count;
}

QDBusConnection noBus()
{
    return QDBusConnection(u"none"_s);
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        QApplication::setPalette({});
        QApplication::setStyle(new RoomyStyle(u"fusion"_s));
    }

    void everyTextIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("highContrast");
        QTest::addColumn<QColor>("accent");
        const std::array accents { std::pair("own", QColor()),
            std::pair("yellow", QColor(0xf6d32d)), std::pair("blue", QColor(0x3584e4)),
            std::pair("black", QColor(Qt::black)), std::pair("white", QColor(Qt::white)),
            std::pair("grey", QColor(0x808080)), std::pair("red", QColor(0xe62d42)) };
        for (const bool dark : { false, true }) {
            for (const bool highContrast : { false, true }) {
                for (const auto& [name, accent] : accents)
                    QTest::addRow("%s%s, %s", dark ? "dark" : "light",
                        highContrast ? ", high contrast" : "", name)
                        << dark << highContrast << accent;
            }
        }
    }
    void everyTextIsReadable()
    {
        QFETCH(const bool, dark);
        QFETCH(const bool, highContrast);
        QFETCH(const QColor, accent);
        const QPalette look = themePalette({ .isDark = dark,
            .isHighContrast = highContrast,
            .accent = accent.isValid() ? std::optional(accent) : std::nullopt });
        QCOMPARE(isDark(look), dark);
        QCOMPARE(isHighContrast(look), highContrast);
        const double wanted = highContrast ? 7.0 : 4.5;
        for (const auto group : { QPalette::Active, QPalette::Inactive }) {
            for (const Pair& pair : readablePairs) {
                const double ratio
                    = contrastRatio(look.color(group, pair.text), look.color(group, pair.ground));
                QVERIFY2(ratio >= wanted,
                    qPrintable(u"%1 on %2: %3"_s.arg(pair.text).arg(pair.ground).arg(ratio)));
            }
        }
        for (const Tone tone :
            { Tone::Plain, Tone::Quiet, Tone::Primary, Tone::Good, Tone::Caution, Tone::Danger }) {
            const Tint colors = tint(look, tone);
            QVERIFY(contrastRatio(colors.text, colors.fill) >= wanted);
            QVERIFY(contrastRatio(mutedText(look), colors.fill) >= wanted);
            if (highContrast)
                QVERIFY(contrastRatio(colors.line, colors.fill) >= 7.0);
        }
        // What is disabled need not reach any ratio, but it is not to be guessed either.
        QVERIFY(contrastRatio(look.color(QPalette::Disabled, QPalette::ButtonText),
                    look.color(QPalette::Disabled, QPalette::Button))
            >= 2.8);
        // Where the keyboard is, is seen (WCAG 2.1, 1.4.11).
        QVERIFY(contrastRatio(accentLine(look), look.color(QPalette::Window)) >= 3.0);
    }

    void aTextShowsThatItHasTheKeyboard()
    {
        QApplication::setStyle(new RoomyStyle(u"fusion"_s));
        QWidget window;
        QPlainTextEdit with(&window);
        QPlainTextEdit without(&window);
        without.move(0, 300);
        window.show();
        with.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(with.hasFocus());
        const auto edge
            = [](QWidget& text) { return text.grab().toImage().pixelColor(0, text.height() / 2); };
        QCOMPARE(edge(with), accentLine(window.palette()));
        QVERIFY(edge(without) != edge(with));
    }

    void everyRoleIsSet()
    {
        const QPalette look = themePalette({});
        for (const auto group : { QPalette::Active, QPalette::Inactive, QPalette::Disabled }) {
            for (int role = 0; role < QPalette::NColorRoles; ++role) {
                if (role != QPalette::NoRole)
                    QVERIFY2(look.isBrushSet(group, QPalette::ColorRole(role)),
                        qPrintable(QString::number(role)));
            }
        }
    }

    void choicesApplyAtOnceAndComeBack()
    {
        const SystemAppearance system(noBus());
        LiveLook live(system);
        const QPalette before = QApplication::palette();
        TextLabel label(TextLabel::Style::Muted, u"words"_s);
        label.show();
        const auto inkOf = [&label] { return label.palette().color(QPalette::WindowText); };
        live.apply({ .theme = ThemeChoice::Dark });
        QVERIFY(isDark(QApplication::palette()));
        QTRY_VERIFY(contrastRatio(inkOf(), QApplication::palette().color(QPalette::Window)) >= 4.5);
        live.apply({ .theme = ThemeChoice::HighContrast });
        QVERIFY(isHighContrast(QApplication::palette()));
        QTRY_VERIFY(contrastRatio(inkOf(), QApplication::palette().color(QPalette::Window)) >= 7.0);
        live.apply({ .theme = ThemeChoice::Light });
        QVERIFY(!isDark(QApplication::palette()));
        live.apply({});
        QCOMPARE(QApplication::palette(), before);
    }

    void textGrowsWithItsWidgets()
    {
        const SystemAppearance system(noBus());
        LiveLook live(system);
        TextLabel title(TextLabel::Style::Title, u"Roadloom"_s);
        PrimaryButton button;
        button.setText(u"Go"_s);
        title.show();
        button.show();
        const double titleBefore = title.fontInfo().pointSizeF();
        const QSize buttonBefore = button.sizeHint();
        live.apply({ .textPercent = 200 });
        QVERIFY(qAbs(title.fontInfo().pointSizeF() / titleBefore - 2.0) < 0.1);
        QTRY_VERIFY(button.sizeHint().height() > buttonBefore.height());
        live.apply({ .textPercent = 80 });
        live.apply({});
        QCOMPARE(title.fontInfo().pointSizeF(), titleBefore);
        QTRY_COMPARE(button.sizeHint(), buttonBefore);
    }

    void textFollowsTheDesktopsFont_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("as it is") << 100;
        QTest::newRow("larger") << 150;
    }
    void textFollowsTheDesktopsFont()
    {
        QFETCH(const int, percent);
        const QFont before = LiveLook::desktopFont();
        QFont desktop = before;
        const SystemAppearance system(noBus());
        LiveLook live(system, {}, [&desktop] { return desktop; });
        live.apply({ .textPercent = percent });
        TextLabel label(TextLabel::Style::Body, u"words"_s);
        label.show();
        desktop.setPointSizeF(2 * desktop.pointSizeF());
        QEvent change(QEvent::ThemeChange); // from the platform, when any of its settings changes
        QCoreApplication::sendEvent(label.windowHandle(), &change);
        QCOMPARE(label.font().pointSizeF(), percent / 100.0 * desktop.pointSizeF());
        live.apply({});
        QCOMPARE(label.font().pointSizeF(), desktop.pointSizeF());
        desktop = before;
        QCoreApplication::sendEvent(label.windowHandle(), &change);
        QCOMPARE(label.font().pointSizeF(), before.pointSizeF());
    }

    void whatADesktopChoseBadlyCanBeRead_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("highlight");
        QTest::newRow("dark, pale selection")
            << QColor(0x232629) << QColor(0xfcfcfc) << QColor(0x3daee9);
        QTest::newRow("light, pale selection")
            << QColor(0xffffff) << QColor(0x31363b) << QColor(0x93cee9);
        QTest::newRow("grey") << QColor(0xefefef) << QColor(Qt::black) << QColor(0xc0c0c0);
    }
    void whatADesktopChoseBadlyCanBeRead()
    {
        QFETCH(const QColor, base);
        QFETCH(const QColor, text);
        QFETCH(const QColor, highlight);
        QPalette desktop(text, base.darker(110), base.lighter(), base.darker(), base.darker(120),
            text, Qt::white, base, base);
        desktop.setColor(QPalette::Highlight, highlight);
        desktop.setColor(QPalette::HighlightedText, Qt::white);
        const QPalette look = readableOn(desktop).resolve(desktop);
        for (const auto group : { QPalette::Active, QPalette::Inactive }) {
            QVERIFY(contrastRatio(look.color(group, QPalette::Highlight),
                        look.color(group, QPalette::HighlightedText))
                >= 4.5);
            QVERIFY(contrastRatio(look.color(group, QPalette::PlaceholderText), base) >= 4.5);
            QVERIFY(contrastRatio(look.color(group, QPalette::PlaceholderText), base)
                < contrastRatio(text, base)); // a hint is no text
            QCOMPARE(look.color(group, QPalette::Text), text);
            QCOMPARE(look.color(group, QPalette::Window), desktop.color(group, QPalette::Window));
        }
    }

    void nothingMovesWhereThatIsNotWanted()
    {
        const SystemAppearance system(noBus());
        LiveLook live(system);
        ActivityBar bar;
        bar.resize(100, 3);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QVERIFY(mayMove(bar));
        QVERIFY(bar.isMoving());
        live.apply({ .motion = MotionChoice::Reduced });
        QVERIFY(!mayMove(bar));
        QVERIFY(!bar.isMoving());
        live.apply({});
        QVERIFY(bar.isMoving());
    }

    void boxesAreSeen_data() { focusIsSeenEverywhere_data(); }
    void boxesAreSeen()
    {
        QFETCH(const ThemeChoice, theme);
        const SystemAppearance system(noBus());
        const LiveLook live(system, { .theme = theme });
        QCheckBox check;
        QRadioButton radio;
        for (QWidget* const control :
            { static_cast<QWidget*>(&check), static_cast<QWidget*>(&radio) }) {
            const QImage picture = control->grab().toImage();
            const QColor window = control->palette().color(QPalette::Window);
            double best = 1.0;
            for (int x = 0; x < picture.width(); ++x) // across the middle
                best = std::max(
                    best, contrastRatio(picture.pixelColor(x, picture.height() / 2), window));
            QVERIFY2(best >= 3.0, control->metaObject()->className());
        }
    }

    void theTabInFrontIsMarked_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<int>("tab");
        for (const int tab : { 0, 1 }) {
            QTest::addRow("light %d", tab) << ThemeChoice::Light << tab;
            QTest::addRow("dark %d", tab) << ThemeChoice::Dark << tab;
            QTest::addRow("high contrast %d", tab) << ThemeChoice::HighContrast << tab;
        }
    }
    void theTabInFrontIsMarked()
    {
        QFETCH(const ThemeChoice, theme);
        QFETCH(const int, tab);
        const SystemAppearance system(noBus());
        const LiveLook live(system, { .theme = theme });
        QTabBar bar;
        bar.addTab(u"Models"_s);
        bar.addTab(u"Appearance"_s);
        bar.resize(bar.sizeHint());
        bar.setCurrentIndex(tab);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const QImage picture = bar.grab().toImage();
        const QColor accent = accentLine(bar.palette());
        QVERIFY(contrastRatio(accent, bar.palette().color(QPalette::Window)) >= 3.0);
        for (int each = 0; each < bar.count(); ++each) {
            const QRect place = bar.tabRect(each);
            int marked = 0; // pixels of the middle column
            for (int y = place.top(); y <= place.bottom(); ++y)
                marked += picture.pixel(place.center().x(), y) == accent.rgb() ? 1 : 0;
            QCOMPARE(marked >= 2, each == tab);
        }
    }

    void noTabMovesWhenItComesInFront()
    {
        const SystemAppearance system(noBus());
        const LiveLook live(system, { .theme = ThemeChoice::Light });
        QTabBar bar;
        bar.addTab(u"Models"_s);
        bar.addTab(u"Appearance"_s);
        const QRect before = bar.tabRect(1);
        bar.setCurrentIndex(1);
        QCOMPARE(bar.tabRect(1), before);
        QFont bold = bar.font();
        bold.setWeight(QFont::DemiBold);
        QVERIFY(before.width() >= QFontMetrics(bold).horizontalAdvance(bar.tabText(1)));
    }

    void focusIsSeenEverywhere_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("high contrast") << ThemeChoice::HighContrast;
    }
    void focusIsSeenEverywhere()
    {
        QFETCH(const ThemeChoice, theme);
        const SystemAppearance system(noBus());
        const LiveLook live(system, { .theme = theme });
        QWidget window;
        auto* const column = new QVBoxLayout(&window);
        const QList<QWidget*> controls { new QPushButton(u"Other"_s), new PrimaryButton,
            new QPushButton(u"Button"_s), new FoldButton, new QCheckBox(u"Box"_s), new QComboBox,
            new QLineEdit, new QSpinBox, new QRadioButton(u"Radio"_s) };
        for (QWidget* const control : controls) {
            column->addWidget(control);
            if (auto* button = qobject_cast<QAbstractButton*>(control))
                button->setText(u"Words"_s);
        }
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        controls.constFirst()->setFocus(Qt::TabFocusReason);
        for (QWidget* const control : controls.sliced(1)) {
            const QImage without = control->grab().toImage();
            QTest::keyClick(&window, Qt::Key_Tab);
            QTRY_VERIFY(control->hasFocus());
            if (auto* edit = qobject_cast<QLineEdit*>(control))
                edit->deselect();
            QVERIFY2(changedPixels(without, control->grab().toImage()) >= 20,
                control->metaObject()->className());
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
