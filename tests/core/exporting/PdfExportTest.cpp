// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/PdfExport.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class PdfExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isAPdf();
    void holdsAllTexts();
    void holdsChinese();
    void tellsTheRightPages();
    void hasTitleAndSize();
    void takesAnyText_data();
    void takesAnyText();
    void takesALargeRoadmap();
};

namespace {

QByteArray pdfOf(const RoadmapDocument& document)
{
    return sample::exported(document, ExportFormat::Pdf);
}

/// The text of each page.
QStringList pagesOf(const QByteArray& pdf)
{
    const sample::ToolAnswer answer
        = sample::askTool(u"pdftotext"_s, { u"-layout"_s, u"@"_s, u"-"_s }, pdf);
    if (answer.status != 0)
        qCritical().noquote() << answer.errors;
    QStringList pages = answer.output.split(u'\f');
    pages.removeLast();
    return pages;
}

bool canRead()
{
    return sample::hasTool(u"pdftotext"_s) && sample::hasTool(u"pdfinfo"_s);
}

} // namespace

void PdfExportTest::isAPdf()
{
    const QByteArray pdf = pdfOf(sample::document());
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
}

void PdfExportTest::holdsAllTexts()
{
    if (!canRead())
        QSKIP("needs poppler-utils");
    const RoadmapDocument document = sample::document();
    const QStringList pages = pagesOf(pdfOf(document));
    const QString all = pages.join(u'\n');
    forEachConcept(document.roadmap(), [&all](const Stage&, const Module&, const Concept& item) {
        QVERIFY2(all.contains(item.name), qPrintable(item.name));
        QVERIFY(all.contains(item.description));
    });
    for (const QString& text :
        { u"24 concepts, 66 h, about 7 weeks"_s, u"From easy to hard."_s, u"Contents"_s,
            u"Builds on: Topic 1-1-1"_s, u"2 h, easy, known before"_s, u"- never *sudo*"_s })
        QVERIFY2(all.contains(text), qPrintable(text));
    for (qsizetype i = 0; i < pages.size(); ++i)
        QVERIFY(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
}

void PdfExportTest::holdsChinese()
{
    if (!canRead())
        QSKIP("needs poppler-utils");
    const QString all = pagesOf(pdfOf(sample::chineseDocument())).join(u'\n');
    for (const QString& text :
        { u"学习 Python 编程"_s, u"循序渐进。"_s, u"目录"_s, u"入门阶段"_s, u"语法基础"_s,
            u"循环：for 与 while"_s, u"重复做一件事"_s, u"笔记：多练习"_s, u"共 2 页"_s })
        QVERIFY2(all.contains(text), qPrintable(text + u'\n' + all));
}

void PdfExportTest::tellsTheRightPages()
{
    if (!canRead())
        QSKIP("needs poppler-utils");
    RoadmapDocument document = sample::largeDocument(200);
    const QStringList pages = pagesOf(pdfOf(document));
    QVERIFY(pages.size() > 10);
    int found = 0;
    for (const Stage& stage : document.roadmap().stages) {
        const QRegularExpression line(u"\\b%1\\. %2 +(\\d+)$"_s.arg(stage.order).arg(stage.name),
            QRegularExpression::MultilineOption);
        const QRegularExpressionMatch match = line.match(pages.join(u'\n'));
        QVERIFY2(match.hasMatch(), qPrintable(pages.first()));
        const int page = match.captured(1).toInt();
        const QRegularExpression heading(u"\\b%1\\. %2 +40 h"_s.arg(stage.order).arg(stage.name));
        QVERIFY2(pages.value(page - 1).contains(heading), qPrintable(pages.value(page - 1)));
        QCOMPARE(pages.join(u'\n').count(heading), 1);
        ++found;
    }
    QCOMPARE(found, 10);
}

void PdfExportTest::hasTitleAndSize()
{
    if (!canRead())
        QSKIP("needs poppler-utils");
    const sample::ToolAnswer answer
        = sample::askTool(u"pdfinfo"_s, { u"@"_s }, pdfOf(sample::chineseDocument()));
    QVERIFY(answer.output.contains(QRegularExpression(u"Title: +学习 Python 编程\n"_s)));
    QVERIFY(answer.output.contains(QRegularExpression(u"Creator: +Roadloom\n"_s)));
    QVERIFY(answer.output.contains("(A4)"_L1));
}

void PdfExportTest::takesAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("markup") << u"<b>a</b> &amp; *b*"_s;
    QTest::addRow("marks of frames") << QString(u"a"_s + QChar(0xFDD0) + QChar(0xFDD1) + u"b"_s
        + QChar(QChar::ObjectReplacementCharacter) + QChar(QChar::ParagraphSeparator) + u'c');
    QTest::addRow("lines") << u"a\nb\n\n\nc"_s;
    QTest::addRow("one long word") << QString(5000, u'x');
    QTest::addRow("a page of lines") << u"line\n"_s.repeated(300);
    QTest::addRow("emoji") << u"🚀👩‍🚀"_s;
    QTest::addRow("right to left") << u"שלום"_s;
    QTest::addRow("empty") << QString();
}

void PdfExportTest::takesAnyText()
{
    QFETCH(const QString, text);
    const QByteArray pdf = pdfOf(sample::documentWith(text));
    QVERIFY(pdf.startsWith("%PDF-1."));
    if (canRead())
        QVERIFY(pagesOf(pdf).join(u'\n').contains("Topic 3-2-3"_L1));
}

void PdfExportTest::takesALargeRoadmap()
{
    const QByteArray pdf = pdfOf(sample::largeDocument(5000));
    QVERIFY(pdf.size() > 100000);
}

} // namespace roadloom

QTEST_MAIN(roadloom::PdfExportTest)
#include "PdfExportTest.moc"
