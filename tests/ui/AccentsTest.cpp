// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Accents.h"

#include <QTest>

using namespace roadloom;

namespace {

QPalette palette(QRgb window, QRgb base, QRgb text, QRgb accent)
{
    QPalette made { QColor(window) };
    made.setColor(QPalette::Window, QColor(window));
    made.setColor(QPalette::Base, QColor(base));
    made.setColor(QPalette::Text, QColor(text));
    made.setColor(QPalette::WindowText, QColor(text));
    made.setColor(QPalette::Highlight, QColor(accent));
    return made;
}

} // namespace

class AccentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsReadable_data()
    {
        QTest::addColumn<QPalette>("look");
        QTest::addColumn<bool>("dark");
        QTest::newRow("fusion light") << palette(0xefefef, 0xffffff, 0x000000, 0x308cc6) << false;
        QTest::newRow("dark") << palette(0x353535, 0x232323, 0xffffff, 0x2a82da) << true;
        QTest::newRow("black, yellow accent")
            << palette(0x000000, 0x000000, 0xffffff, 0xffff00) << true;
        QTest::newRow("white, pale accent")
            << palette(0xffffff, 0xffffff, 0x202020, 0xd0e8ff) << false;
        QTest::newRow("sepia") << palette(0xe8dcc0, 0xf4ecd8, 0x40301c, 0x8a5a2b) << false;
    }
    void everyTextIsReadable()
    {
        QFETCH(const QPalette, look);
        QTEST(isDark(look), "dark");
        for (const Tone tone :
            { Tone::Plain, Tone::Quiet, Tone::Primary, Tone::Good, Tone::Caution, Tone::Danger }) {
            const Tint colors = tint(look, tone);
            QVERIFY(contrastRatio(colors.text, colors.fill) >= 4.5);
            QVERIFY(contrastRatio(mutedText(look), colors.fill) >= 4.5);
            QVERIFY(contrastRatio(look.color(QPalette::WindowText), colors.fill) >= 4.5);
        }
        QVERIFY(contrastRatio(mutedText(look), look.color(QPalette::Window)) >= 4.5);
    }

    void contrastIsThatOfTheStandard()
    {
        QVERIFY(qAbs(contrastRatio(Qt::white, Qt::black) - 21.0) < 0.01);
        QVERIFY(qAbs(contrastRatio(QColor(QRgb(0x777777)), Qt::white) - 4.48) < 0.01);
    }

    void readableKeepsAColourThatIsReadable()
    {
        QCOMPARE(readable(Qt::darkBlue, Qt::white), QColor(Qt::darkBlue));
    }
};

QTEST_GUILESS_MAIN(AccentsTest)
#include "AccentsTest.moc"
