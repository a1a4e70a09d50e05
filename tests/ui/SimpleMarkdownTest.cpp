// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/SimpleMarkdown.h"
#include "ui/chat/MarkdownBlocks.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// What MarkdownBlocks would hand out.
QString finished(const QString& markdown)
{
    MarkdownBlocks blocks;
    QString text;
    for (const auto& pieces : { blocks.feed(markdown), blocks.finish() }) {
        for (const MarkdownBlock& block : pieces)
            text += block.text;
    }
    return text;
}

/// As simpleMarkdown() would tell it, from Qt's reader.
QList<SimpleBlock> readByQt(const QString& markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
            | QTextDocument::MarkdownNoHTML);
    QList<SimpleBlock> blocks;
    for (QTextBlock each = document.begin(); each.isValid(); each = each.next()) {
        SimpleBlock block { .headingLevel = each.blockFormat().headingLevel(),
            .isQuoted = each.blockFormat().hasProperty(QTextFormat::BlockQuoteLevel) };
        for (auto it = each.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            block.runs.append({ .text = it.fragment().text(),
                .isStrong = block.headingLevel == 0 && format.fontWeight() == QFont::Bold,
                .isEmphasised = format.fontItalic(),
                .isCode = format.fontFixedPitch() });
        }
        blocks.append(block);
    }
    return blocks;
}

/// As Qt tells it: in a heading everything is strong, code nothing, and each line is a block.
QList<SimpleBlock> toldAsByQt(const QList<SimpleBlock>& blocks)
{
    QList<SimpleBlock> told;
    for (const SimpleBlock& block : blocks) {
        const SimpleBlock empty { .headingLevel = block.headingLevel, .isQuoted = block.isQuoted };
        told.append(empty);
        for (MarkdownRun run : block.runs) {
            run.isStrong = run.isStrong && block.headingLevel == 0 && !run.isCode;
            run.isEmphasised = run.isEmphasised && !run.isCode;
            const QStringList lines = run.text.split(QChar::LineSeparator);
            for (const QString& line : lines) {
                if (&line != &lines.constFirst())
                    told.append(empty);
                QList<MarkdownRun>& runs = told.last().runs;
                MarkdownRun piece = run;
                piece.text = runs.isEmpty() ? QString() : runs.constLast().text;
                const bool goesOn = !runs.isEmpty() && runs.constLast() == piece;
                if (goesOn)
                    runs.last().text += line;
                else if (piece.text = line; !line.isEmpty())
                    runs.append(piece);
            }
        }
    }
    return told;
}

QString printed(const QList<SimpleBlock>& blocks)
{
    QStringList texts;
    for (const SimpleBlock& block : blocks) {
        QString text = u"%1%2:"_s.arg(block.headingLevel).arg(block.isQuoted ? u">"_s : QString());
        for (const MarkdownRun& run : block.runs)
            text += u" [%1%2%3|%4]"_s.arg(run.isStrong ? u"s"_s : QString())
                        .arg(run.isEmphasised ? u"e"_s : QString())
                        .arg(run.isCode ? u"c"_s : QString())
                        .arg(run.text);
        texts.append(text);
    }
    return texts.join(u'\n');
}

void row(const char16_t* markdown)
{
    const QString text = QString::fromUtf16(markdown);
    QTest::addRow("%s", qPrintable(text)) << text;
}

} // namespace

class SimpleMarkdownTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatStreamsMostlyIsSimple_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const char16_t* const text : { u"Words.", u"Two\nlines.", u"## A heading",
                 u"> Somebody said so.", u"Look at **why** it *says* so, with `code`.",
                 u"**Term**: what it is.", u"学习**基础**知识，再学习`框架`。", u"One.\n\nTwo.",
                 u"a * b = c", u"**`both`** of them", u"#### *Why* `so`?", u"(**so**), \"*so*\"." })
            row(text);
    }
    void whatStreamsMostlyIsSimple()
    {
        QFETCH(const QString, markdown);
        const auto blocks = simpleMarkdown(finished(markdown));
        QVERIFY(blocks);
        QCOMPARE(printed(toldAsByQt(*blocks)), printed(toldAsByQt(readByQt(finished(markdown)))));
    }

    /// What Qt's reader does not tell: emphasis in headings, and of code.
    void itReadsWhatIsWritten_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QList<SimpleBlock>>("blocks");
        const auto isRead = [](const char16_t* markdown, const QList<SimpleBlock>& blocks) {
            const QString text = QString::fromUtf16(markdown);
            QTest::addRow("%s", qPrintable(text)) << text << blocks;
        };
        const auto words = [](const QString& text) { return MarkdownRun { .text = text }; };
        const auto strong
            = [](const QString& text) { return MarkdownRun { .text = text, .isStrong = true }; };
        const auto emphasised = [](const QString& text) {
            return MarkdownRun { .text = text, .isEmphasised = true };
        };
        const auto code
            = [](const QString& text) { return MarkdownRun { .text = text, .isCode = true }; };
        isRead(u"## Why", { { .headingLevel = 2, .runs = { words(u"Why"_s) } } });
        isRead(u"# **So** it *is*",
            { { .headingLevel = 1,
                .runs = { strong(u"So"_s), words(u" it "_s), emphasised(u"is"_s) } } });
        isRead(u"### The `code` of **all**",
            { { .headingLevel = 3,
                .runs
                = { words(u"The "_s), code(u"code"_s), words(u" of "_s), strong(u"all"_s) } } });
        isRead(
            u"Some `code`.", { { .runs = { words(u"Some "_s), code(u"code"_s), words(u"."_s) } } });
        isRead(u"**`both`** of *`them`*",
            { { .runs = { { .text = u"both"_s, .isStrong = true, .isCode = true }, words(u" of "_s),
                    { .text = u"them"_s, .isEmphasised = true, .isCode = true } } } });
        isRead(u"**a `b` c**",
            { { .runs = { strong(u"a "_s), { .text = u"b"_s, .isStrong = true, .isCode = true },
                    strong(u" c"_s) } } });
        isRead(u"> *So* it is.",
            { { .isQuoted = true, .runs = { emphasised(u"So"_s), words(u" it is."_s) } } });
        isRead(u"**One**\n`two`\n\nThree",
            { { .runs = { strong(u"One"_s), words(u"\u2028"_s), code(u"two"_s) } },
                { .runs = { words(u"Three"_s) } } });
        isRead(u"# A\n\n**学习** `😀`",
            { { .headingLevel = 1, .runs = { words(u"A"_s) } },
                { .runs = { strong(u"学习"_s), words(u" "_s), code(u"😀"_s) } } });
    }
    void itReadsWhatIsWritten()
    {
        QFETCH(const QString, markdown);
        QFETCH(const QList<SimpleBlock>, blocks);
        const auto read = simpleMarkdown(finished(markdown));
        QVERIFY(read);
        QCOMPARE(printed(*read), printed(blocks));
        QCOMPARE(*read, blocks);
    }

    void theRestIsLeftToAReader_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const char16_t* const text :
            { u"- a", u"1. a", u"| a | b |\n|---|---|", u"[a](b)", u"![a](b)", u"<b>a</b>", u"a_b_",
                u"*open", u"`open", u"***both***", u"a\\*b", u"&amp;", u"https://a.b", u"www.a.b",
                u"a@b.c", u"~~a~~", u"a\n===", u"a\n---", u"***", u"    code", u"#", u"> a\n> b" })
            row(text);
    }
    void theRestIsLeftToAReader()
    {
        QFETCH(const QString, markdown);
        QVERIFY(!simpleMarkdown(finished(markdown)));
    }

    /// Whatever it takes for simple it reads as Qt does.
    void itReadsAsQtDoes()
    {
        const QStringList pieces { u"a"_s, u"b"_s, u" "_s, u" "_s, u"*"_s, u"**"_s, u"`"_s, u"*"_s,
            u"\n"_s, u"\n\n"_s, u"# "_s, u"## "_s, u"> "_s, u"."_s, u"("_s, u"，"_s, u"学"_s,
            u"1"_s, u"-"_s, u"+"_s, u":"_s, u"="_s, u"\""_s, u"’"_s, u"€"_s, u"#"_s, u"!"_s, u"–"_s,
            u"😀"_s, u"𠀀"_s, QString(QChar(0xD83D)), QString(QChar(0xDE00)), u"\r"_s, u"\r\n"_s,
            u"\u2028"_s, QString(QChar(u'\0')) };
        QRandomGenerator random(7);
        int simple = 0;
        for (int round = 0; round < 60'000; ++round) {
            QString markdown;
            for (int i = random.bounded(1, 14); i > 0; --i)
                markdown += pieces.at(random.bounded(int(pieces.size())));
            const QString text = finished(markdown);
            const auto blocks = simpleMarkdown(text);
            if (!blocks || blocks->isEmpty())
                continue;
            ++simple;
            QVERIFY2(printed(toldAsByQt(*blocks)) == printed(toldAsByQt(readByQt(text))),
                qPrintable(u"%1\n--- ours\n%2\n--- Qt's\n%3"_s.arg(
                    text, printed(toldAsByQt(*blocks)), printed(toldAsByQt(readByQt(text))))));
        }
        QVERIFY(simple > 5'000);
    }
};

QTEST_MAIN(SimpleMarkdownTest)
#include "SimpleMarkdownTest.moc"
