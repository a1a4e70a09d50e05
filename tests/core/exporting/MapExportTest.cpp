// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/MapExport.h"
#include "core/exporting/MapLayout.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class MapExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsAllOfTheRoadmap();
    void keepsEverythingApart_data();
    void keepsEverythingApart();
    void wrapsText_data();
    void wrapsText();
    void estimatesNoLessThanFonts_data();
    void estimatesNoLessThanFonts();
    void isADrawing_data();
    void isADrawing();
    void isAPicture();
    void boundsThePicture_data();
    void boundsThePicture();
};

namespace {

/// But for what sums of decimals are off by.
bool within(const QRectF& outer, const QRectF& inner)
{
    constexpr double slack = 1e-6;
    return outer.adjusted(-slack, -slack, slack, slack).contains(inner);
}

} // namespace

void MapExportTest::showsAllOfTheRoadmap()
{
    const RoadmapDocument document = sample::document();
    const QString svg = QString::fromUtf8(sample::exported(document, ExportFormat::Svg));
    QVERIFY(svg.contains(">1. Stage 1</text>"_L1));
    QVERIFY(svg.contains(">Module 3-2</text>"_L1));
    QVERIFY(svg.contains("<title>Topic 1-1-2, known before</title>"_L1));
    QCOMPARE(svg.count("<circle"_L1), 24);
    QVERIFY(svg.contains("24 concepts, 66 h, about 7 weeks"_L1));
    for (const QLatin1StringView outside :
        { "<script"_L1, "href"_L1, "url("_L1, "<image"_L1, "<style"_L1 })
        QVERIFY(!svg.contains(outside));
}

void MapExportTest::keepsEverythingApart_data()
{
    QTest::addColumn<RoadmapDocument>("document");
    QTest::addRow("usual") << sample::document();
    QTest::addRow("long texts") << sample::documentWith(u"a very long name "_s.repeated(50));
    QTest::addRow("one long word") << sample::documentWith(QString(500, u'W'));
    QTest::addRow("Chinese") << sample::documentWith(QString(500, u'学'));
    QTest::addRow("large") << sample::largeDocument(2000);
    QTest::addRow("nothing") << RoadmapDocument();
}

void MapExportTest::keepsEverythingApart()
{
    QFETCH(const RoadmapDocument, document);
    const MapLayout map = layOutMap(document, u"totals"_s);
    const QRectF whole(QPointF(), map.size);
    for (qsizetype i = 0; i < map.stages.size(); ++i) {
        const MapStage& stage = map.stages[i];
        QVERIFY(within(whole, stage.place));
        for (qsizetype other = i + 1; other < std::min(map.stages.size(), i + 3); ++other)
            QVERIFY(!stage.place.intersects(map.stages[other].place));
        for (const MapModule& module : stage.modules) {
            QVERIFY(within(stage.place, module.place));
            double bottom = module.name.baseline.y();
            for (const MapConcept& item : module.concepts) {
                QVERIFY(within(module.place, item.place));
                QVERIFY(item.place.top() > bottom);
                bottom = item.place.bottom();
            }
        }
    }
    QVERIFY(map.size.height() < 4.0 * map.size.width() + 3000.0);
}

void MapExportTest::wrapsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::addRow("short") << u"Loops"_s << QStringList { u"Loops"_s };
    QTest::addRow("words") << u"Loops and conditions"_s
                           << QStringList { u"Loops and"_s, u"conditions"_s };
    QTest::addRow("too many words") << u"Loops and conditions and functions"_s
                                    << QStringList { u"Loops and"_s, u"conditions…"_s };
    QTest::addRow("Chinese") << u"循环条件函数类型模块"_s
                             << QStringList { u"循环条件函数类"_s, u"型模块"_s };
    QTest::addRow("one word") << QString(20, u'o')
                              << QStringList { QString(12, u'o'), QString(8, u'o') };
    QTest::addRow("empty") << QString() << QStringList();
    QTest::addRow("blank") << u"  \n "_s << QStringList();
}

void MapExportTest::wrapsText()
{
    QFETCH(const QString, text);
    QTEST(wrappedText(text, 75.0, 10.0, 2), "lines");
    // However little room there is.
    QVERIFY(wrappedText(text, 1.0, 10.0, 3).size() <= 3);
}

void MapExportTest::estimatesNoLessThanFonts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("words") << u"What a function is for, and how to write one"_s;
    QTest::addRow("capitals") << u"SQL, HTTP, JSON and the WWW"_s;
    QTest::addRow("Chinese") << u"变量、类型与循环：Python 基础"_s;
    QTest::addRow("accents") << u"Déjà vu, naïveté, ß, Ångström"_s;
}

void MapExportTest::estimatesNoLessThanFonts()
{
    QFETCH(const QString, text);
    QFont font;
    font.setFamilies({ u"DejaVu Sans"_s, u"Noto Sans CJK SC"_s }); // one of the widest
    font.setPixelSize(100);
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    const double estimate = estimatedWidth(text, 100.0);
    QVERIFY2(estimate > width * 0.95 && estimate < width * 1.35,
        qPrintable(u"%1 for %2"_s.arg(estimate).arg(width)));
}

void MapExportTest::isADrawing_data()
{
    QTest::addColumn<RoadmapDocument>("document");
    QTest::addRow("English") << sample::document();
    QTest::addRow("Chinese") << sample::chineseDocument();
    QTest::addRow("markup") << sample::documentWith(u"</text><script>&x;]]>\"'"_s);
    QTest::addRow("controls") << sample::documentWith(u"a\u0001\u202e"_s + QChar(0xD800) + u'b');
    QTest::addRow("10,000 concepts") << sample::largeDocument(10000);
}

void MapExportTest::isADrawing()
{
    QFETCH(const RoadmapDocument, document);
    const QByteArray svg = sample::exported(document, ExportFormat::Svg);
    constexpr qsizetype mostBytes = 30'000'000;
    QVERIFY(svg.size() < mostBytes);
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QVERIFY(!renderer.viewBoxF().isEmpty());
}

void MapExportTest::isAPicture()
{
    for (const RoadmapDocument& document : { sample::document(), sample::chineseDocument() }) {
        const QByteArray png = sample::exported(document, ExportFormat::Png);
        const QImage image = QImage::fromData(png, "PNG");
        const QSvgRenderer drawing(sample::exported(document, ExportFormat::Svg));
        QCOMPARE(image.size(), (drawing.viewBoxF().size() * 2.0).toSize());
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY(colours.size() > 10);
        QCOMPARE(sample::exported(document, ExportFormat::Png), png);
    }
}

void MapExportTest::boundsThePicture_data()
{
    QTest::addColumn<qsizetype>("concepts");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("isPicture");
    QTest::addRow("large") << qsizetype(1000) << 2.0 << true;
    QTest::addRow("an absurd scale") << qsizetype(24) << 1e9 << true;
    QTest::addRow("no scale") << qsizetype(24) << 0.0 << true;
    QTest::addRow("10,000 concepts") << qsizetype(10000) << 2.0 << false;
}

void MapExportTest::boundsThePicture()
{
    QFETCH(const qsizetype, concepts);
    QFETCH(const double, scale);
    QFETCH(const bool, isPicture);
    ExportOptions options = sample::options();
    options.pictureScale = scale;
    const Result<QByteArray> png
        = exportDocument(sample::largeDocument(concepts), ExportFormat::Png, options);
    if (!isPicture) {
        QVERIFY(!png);
        QCOMPARE(png.error().kind, ErrorKind::TooLarge);
        return;
    }
    QVERIFY(png);
    const QImage image = QImage::fromData(png.value(), "PNG");
    QVERIFY(!image.isNull());
    QVERIFY(std::max(image.width(), image.height()) <= mostPixelsOfSide);
    QVERIFY(qint64(image.width()) * image.height() <= mostPixels);
}

} // namespace roadloom

QTEST_MAIN(roadloom::MapExportTest)
#include "MapExportTest.moc"
