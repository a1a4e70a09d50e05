// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Icons.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <utility>

using namespace roadloom;

namespace {

QPalette palette(QRgb text, QRgb faint, QRgb selected)
{
    QPalette made = QGuiApplication::palette();
    made.setColor(QPalette::ButtonText, QColor(text));
    made.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(faint));
    made.setColor(QPalette::HighlightedText, QColor(selected));
    return made;
}

const QPalette& light()
{
    static const QPalette made = palette(0x1c1e21, 0x8a8d91, 0xffffff);
    return made;
}

const QPalette& dark()
{
    static const QPalette made = palette(0xe8e8ea, 0x70747a, 0x101214);
    return made;
}

QImage imageOf(const QIcon& icon, int side, double ratio, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(side, side), ratio, mode)
        .toImage()
        .convertToFormat(QImage::Format_ARGB32);
}

/// How many pixels are drawn on wholly; -1 where one of them has another colour.
int inkIn(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() != 255)
                continue;
            if (pixel != color)
                return -1;
            ++count;
        }
    }
    return count;
}

} // namespace

class IconsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        QGuiApplication::setPalette({});
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void everyIconIsDrawnInThePalettesColour_data()
    {
        QTest::addColumn<Icon>("which");
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<double>("ratio");
        for (int i = 0; i < iconCount(); ++i) {
            for (const bool isDark : { false, true }) {
                for (const double ratio : { 1.0, 1.5, 2.0 })
                    QTest::addRow("%d, %s, %.1fx", i, isDark ? "dark" : "light", ratio)
                        << Icon(i) << isDark << ratio;
            }
        }
    }
    void everyIconIsDrawnInThePalettesColour()
    {
        QFETCH(const Icon, which);
        QFETCH(const bool, isDark);
        QFETCH(const double, ratio);
        const QPalette& look = isDark ? dark() : light();
        QGuiApplication::setPalette(look);
        const QImage image = imageOf(icon(which), 24, ratio);
        QCOMPARE(image.size(), QSize(24, 24) * ratio);
        const int ink = inkIn(image, look.color(QPalette::ButtonText));
        QVERIFY2(ink > int(8 * ratio * ratio), qPrintable(QString::number(ink)));
        QVERIFY(ink < image.width() * image.height() / 2); // lines, no blot
    }

    void noTwoIconsLookTheSame()
    {
        QList<QImage> seen;
        for (int i = 0; i < iconCount(); ++i) {
            const QImage image = imageOf(icon(Icon(i)), 16, 1.0);
            QVERIFY2(!seen.contains(image), qPrintable(QString::number(i)));
            seen.append(image);
        }
    }

    void anIconFollowsThePalette()
    {
        QGuiApplication::setPalette(light());
        const QIcon made = icon(Icon::Check);
        QVERIFY(inkIn(imageOf(made, 24, 1.0), light().color(QPalette::ButtonText)) > 0);
        QGuiApplication::setPalette(dark());
        QVERIFY(inkIn(imageOf(made, 24, 1.0), dark().color(QPalette::ButtonText)) > 0);
    }

    void modesAreSeen()
    {
        QGuiApplication::setPalette(light());
        const QIcon made = icon(Icon::Stop);
        QVERIFY(inkIn(imageOf(made, 24, 2.0, QIcon::Disabled),
                    light().color(QPalette::Disabled, QPalette::ButtonText))
            > 0);
        QVERIFY(
            inkIn(imageOf(made, 24, 2.0, QIcon::Selected), light().color(QPalette::HighlightedText))
            > 0);
        const QIcon other = icon(Icon::Stop, QPalette::HighlightedText);
        QVERIFY(inkIn(imageOf(other, 24, 2.0), light().color(QPalette::HighlightedText)) > 0);
    }

    void onlyWhatPointsAlongTheLineTurns()
    {
        const auto bothWays = [](Icon which) {
            QGuiApplication::setLayoutDirection(Qt::LeftToRight);
            const QImage there = imageOf(icon(which), 24, 1.0);
            QGuiApplication::setLayoutDirection(Qt::RightToLeft);
            return std::pair(there, imageOf(icon(which), 24, 1.0));
        };
        for (const Icon which :
            { Icon::ChevronLeft, Icon::ChevronRight, Icon::Next, Icon::Undo, Icon::Redo }) {
            const auto [there, back] = bothWays(which);
            QVERIFY(there != back);
            QCOMPARE(there.mirrored(true, false), back);
        }
        for (const Icon which : { Icon::Check, Icon::Play, Icon::Clock }) {
            const auto [there, back] = bothWays(which);
            QCOMPARE(there, back);
        }
    }

    void paintedOnAPainterItIsAsSharpAsTheDevice()
    {
        QImage image(QSize(48, 96), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2.0);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRect(0, 0, 24, 48), Icon::Target, Qt::red);
        painter.end();
        QGuiApplication::setPalette(palette(0xff0000, 0, 0));
        const QImage wanted = imageOf(icon(Icon::Target), 24, 2.0);
        QCOMPARE(image.copy(0, 24, 48, 48).convertToFormat(QImage::Format_ARGB32), wanted);
    }

    void theProgramsIconIsThere()
    {
        const QIcon made = programIcon();
        QVERIFY(made.availableSizes().contains(QSize(256, 256)));
        QCOMPARE(imageOf(made, 48, 1.0).pixelColor(6, 6).name(), QStringLiteral("#17405c"));
    }
};

QTEST_MAIN(IconsTest)
#include "IconsTest.moc"
