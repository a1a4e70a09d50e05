// SPDX-License-Identifier: Apache-2.0
#include "core/base/PlainText.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

/// The formats that are text and cannot be imported, and what other programs say of all of them.
class TextExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesCsv();
    void marksUtf8ForSpreadsheets();
    void keepsCellsInTheirPlaces_data();
    void keepsCellsInTheirPlaces();
    void letsNoFormulaIn_data();
    void letsNoFormulaIn();
    void writesAnki();
    void keepsCardsOnTheirLines_data();
    void keepsCardsOnTheirLines();
    void keepsTheIdsOfCards();
    void writesAWebPage();
    void needsNothingElseForAWebPage();
    void escapesAllInAWebPage_data();
    void escapesAllInAWebPage();
    void linksToWhatIsThere();
    void isXmlForOthers_data();
    void isXmlForOthers();
};

namespace {

QString text(const RoadmapDocument& document, ExportFormat format)
{
    return QString::fromUtf8(sample::exported(document, format));
}

/// Cells of a table as RFC 4180, or Anki's documentation, has them.
QList<QStringList> cellsOf(const QString& table, QChar separator)
{
    QList<QStringList> rows { {} };
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < table.size(); ++i) {
        const QChar character = table[i];
        if (isQuoted) {
            if (character != u'"')
                cell += character;
            else if (i + 1 < table.size() && table[i + 1] == u'"')
                cell += table[++i];
            else
                isQuoted = false;
        } else if (character == u'"' && cell.isEmpty()) {
            isQuoted = true;
        } else if (character == separator || character == u'\n') {
            rows.last().append(cell);
            cell.clear();
            if (character == u'\n')
                rows.append(QStringList());
        } else if (character != u'\r') {
            cell += character;
        }
    }
    rows.removeLast();
    return rows;
}

void addTexts()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("comma") << u"a, b"_s;
    QTest::addRow("quotes") << u"say \"a\", \"\"b\"\""_s;
    QTest::addRow("lines") << u"a\nb\n\nc"_s;
    QTest::addRow("tabs") << u"a\tb"_s;
    QTest::addRow("semicolon") << u"a;b"_s;
    QTest::addRow("HTML") << u"<b>&amp;</b><script>x</script>"_s;
    QTest::addRow("header") << u"#deck:evil"_s;
    QTest::addRow("Chinese") << u"学习，“引号”"_s;
    QTest::addRow("blanks") << u" a "_s;
}

} // namespace

void TextExportTest::writesCsv()
{
    const QList<QStringList> rows = cellsOf(text(sample::document(), ExportFormat::Csv), u',');
    QCOMPARE(rows.size(), 25);
    for (const QStringList& row : rows)
        QCOMPARE(row.size(), 12);
    QCOMPARE(rows[0].mid(1),
        (QStringList { u"Module"_s, u"Concept"_s, u"Hours"_s, u"Difficulty"_s, u"State"_s,
            u"Finished"_s, u"Builds on"_s, u"Keywords"_s, u"Description"_s, u"Note"_s, u"ID"_s }));
    QCOMPARE(rows[1],
        (QStringList { u"Stage 1"_s, u"Module 1-1"_s, u"Topic 1-1-1"_s, u"2"_s, u"easy"_s,
            u"done"_s, u"2026-03-03"_s, QString(), u"python; topic 1-1-1"_s,
            u"What topic 1-1-1 is for and how to use it in Python."_s,
            u"Use `pip`.\n\n- never *sudo*"_s, u"c-1-1-1"_s }));
    QCOMPARE(rows[2].value(7), u"Topic 1-1-1"_s);
    const QList<QStringList> chinese
        = cellsOf(text(sample::chineseDocument(), ExportFormat::Csv), u',');
    QVERIFY(chinese[0].contains(u"难度"_s));
}

void TextExportTest::marksUtf8ForSpreadsheets()
{
    ExportOptions options = sample::options();
    const QByteArray marked = sample::exported(sample::document(), ExportFormat::Csv, options);
    QVERIFY(marked.startsWith("\xEF\xBB\xBFStage,"));
    options.csvMark = ByteOrderMark::LeftOut;
    QCOMPARE(sample::exported(sample::document(), ExportFormat::Csv, options), marked.mid(3));
    QCOMPARE(marked.count("\r\n"), 25);
}

void TextExportTest::keepsCellsInTheirPlaces_data()
{
    addTexts();
}

void TextExportTest::keepsCellsInTheirPlaces()
{
    QFETCH(const QString, text);
    const QString csv = roadloom::text(sample::documentWith(text), ExportFormat::Csv);
    const QList<QStringList> rows = cellsOf(csv, u',');
    QCOMPARE(rows.size(), 25);
    for (const int column : { 0, 1, 2, 8, 9, 10 })
        QCOMPARE(rows[1].value(column), text);
    QCOMPARE(rows[2].value(7), text);
}

void TextExportTest::letsNoFormulaIn_data()
{
    QTest::addColumn<QString>("text");
    for (const QStringView formula :
        std::initializer_list<QStringView> { u"=1+1", u"+1", u"-1", u"@SUM(A1)", u"\t=1", u"\n=1",
            u"  =1+1", u"＝1+1", u"=cmd|' /C calc'!A0", u"\u202e=1", u"\u0007=1" })
        QTest::addRow("%s", qPrintable(formula.toString())) << formula.toString();
}

void TextExportTest::letsNoFormulaIn()
{
    QFETCH(const QString, text);
    const QString csv = roadloom::text(sample::documentWith(text), ExportFormat::Csv);
    for (const QStringList& row : cellsOf(csv, u',')) {
        for (const QString& cell : row) {
            const QString visible = cell.trimmed();
            QVERIFY2(visible.isEmpty() || !u"=+-@\uFF1D"_s.contains(visible[0]), qPrintable(cell));
        }
    }
}

void TextExportTest::writesAnki()
{
    const QString cards = text(sample::document(), ExportFormat::Anki);
    const QStringList lines = cards.split(u'\n');
    QCOMPARE(lines.mid(0, 6),
        (QStringList { u"#separator:tab"_s, u"#html:true"_s, u"#guid column:1"_s,
            u"#tags column:4"_s, u"#deck:Web development with Python"_s,
            u"#columns:ID\tConcept\tDescription\tKeywords"_s }));
    QCOMPARE(lines.size(), 6 + 24 + 1);
    const QStringList card = cellsOf(QString(lines[6] + u'\n'), u'\t').value(0);
    QCOMPARE(card.mid(1),
        (QStringList { u"<b>Topic 1-1-1</b><br><small>Stage 1 › Module 1-1</small>"_s,
            u"<div>What topic 1-1-1 is for and how to use it in Python.</div><hr>"
            "<div>Use `pip`.<br><br>- never *sudo*</div>"_s,
            u"roadloom Stage_1 python topic_1-1-1 roadloom::done"_s }));
}

void TextExportTest::keepsCardsOnTheirLines_data()
{
    addTexts();
}

void TextExportTest::keepsCardsOnTheirLines()
{
    QFETCH(const QString, text);
    const QString cards = roadloom::text(sample::documentWith(text), ExportFormat::Anki);
    const QList<QStringList> rows = cellsOf(cards, u'\t').mid(6);
    QCOMPARE(rows.size(), 24);
    for (const QStringList& row : rows)
        QCOMPARE(row.size(), 4);
    QVERIFY(!rows[0].value(2).contains("<script"_L1));
    QVERIFY(rows[0].value(2).contains(
        text.toHtmlEscaped().replace(u'\n', "<br>"_L1).replace(u'\t', "&emsp;"_L1)));
}

void TextExportTest::keepsTheIdsOfCards()
{
    const auto ids = [](const RoadmapDocument& document) {
        QStringList list;
        for (const QStringList& row : cellsOf(text(document, ExportFormat::Anki), u'\t').mid(6))
            list.append(row.value(0));
        return list;
    };
    const QStringList before = ids(sample::document());
    QCOMPARE(QSet<QString>(before.cbegin(), before.cend()).size(), 24);
    RoadmapDocument renamed = sample::documentWith(u"renamed"_s);
    renamed.studies.clear();
    QCOMPARE(ids(renamed), before);
}

void TextExportTest::writesAWebPage()
{
    const QString page = text(sample::document(), ExportFormat::Html);
    QVERIFY(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"_L1));
    QVERIFY(page.contains("<title>Web development with Python</title>"_L1));
    QVERIFY(page.contains("<p class=\"facts\">2 of 24 concepts learnt</p>"_L1));
    QVERIFY(page.contains("<h2 id=\"s1\">1. Stage 1 <span class=\"facts\">21 h</span></h2>"_L1));
    QVERIFY(page.contains("<p class=\"facts\">Builds on: <a href=\"#c1\">Topic 1-1-1</a></p>"_L1));
    QVERIFY(page.contains("<p class=\"note\">Use `pip`.\n\n- never *sudo*</p>"_L1));
    QVERIFY(text(sample::chineseDocument(), ExportFormat::Html).contains("lang=\"zh-CN\""_L1));
}

void TextExportTest::needsNothingElseForAWebPage()
{
    const QString page = text(sample::document(), ExportFormat::Html);
    for (const QLatin1StringView outside : { "<script"_L1, "http://"_L1, "https://"_L1, "src="_L1,
             "url("_L1, "@import"_L1, "<link"_L1 })
        QVERIFY2(!page.contains(outside), outside.data());
    for (const QLatin1StringView part :
        { "prefers-color-scheme: dark"_L1, "@media print"_L1, "default-src 'none'"_L1 })
        QVERIFY2(page.contains(part), part.data());
}

void TextExportTest::escapesAllInAWebPage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("element") << u"<img src=x onerror=alert(1)>"_s;
    QTest::addRow("end") << u"</title></style></p><script>x</script>"_s;
    QTest::addRow("attribute") << u"\" onclick=\"x"_s;
    QTest::addRow("entity") << u"&lt;script&gt;"_s;
    QTest::addRow("comment") << u"<!-- a"_s;
    QTest::addRow("controls") << u"a\u202e\u0007b"_s;
}

void TextExportTest::escapesAllInAWebPage()
{
    QFETCH(const QString, text);
    RoadmapDocument document = sample::documentWith(text);
    Concept& item = sample::firstConcept(document.design.framework);
    item.id = text;
    item.prerequisites = { text, u"gone"_s + text };
    document.request.preferences.language = text;
    const QString page = roadloom::text(document, ExportFormat::Html);
    const QString plain = roadloom::text(sample::documentWith(u"x"_s), ExportFormat::Html);
    static const QRegularExpression tags(u"<[^>]*>"_s);
    // The same elements, but for the note and the need that are there now.
    QVERIFY(page.count(tags) - plain.count(tags) < 10);
    QVERIFY(!page.contains("<img"_L1) && !page.contains("<script"_L1)
        && !page.contains("onclick=\""_L1));
    QCOMPARE(page.count("</style>"_L1), 1);
    for (const QChar character : page)
        QVERIFY(!isUnsafeCharacter(character.unicode()));
}

void TextExportTest::linksToWhatIsThere()
{
    const QString page = text(sample::document(), ExportFormat::Html);
    static const QRegularExpression link(u"href=\"#([^\"]+)\""_s);
    int count = 0;
    for (auto matches = link.globalMatch(page); matches.hasNext(); ++count)
        QCOMPARE(page.count(QString("id=\""_L1 + matches.next().captured(1) + u'"')), 1);
    QCOMPARE(count, 3 + 6 + 23);
}

void TextExportTest::isXmlForOthers_data()
{
    QTest::addColumn<RoadmapDocument>("document");
    QTest::addRow("English") << sample::document();
    QTest::addRow("Chinese") << sample::chineseDocument();
    QTest::addRow("markup") << sample::documentWith(u"<a b=\"c\">&d; ]]> 'e'"_s);
    QTest::addRow("controls") << sample::documentWith(u"a\u0001\u0008\u001fb\u0085c"_s);
    QTest::addRow("no characters")
        << sample::documentWith(u"a"_s + QChar(0xFFFE) + QChar(0xD800) + QChar(0xFFFF) + u'b');
    QTest::addRow("lines") << sample::documentWith(u"a\nb\tc"_s);
}

void TextExportTest::isXmlForOthers()
{
    if (!sample::hasTool(u"xmllint"_s))
        QSKIP("needs libxml2-utils");
    QFETCH(const RoadmapDocument, document);
    for (const ExportFormat format : { ExportFormat::Opml, ExportFormat::Svg }) {
        const sample::ToolAnswer answer = sample::askTool(
            u"xmllint"_s, { u"--noout"_s, u"@"_s }, sample::exported(document, format));
        QVERIFY2(answer.status == 0, qPrintable(answer.errors));
    }
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::TextExportTest)
#include "TextExportTest.moc"
