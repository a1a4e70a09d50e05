// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/CodeHighlighter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// Each token with its sign before it: keyword !, string ", number 0, comment #, name :.
QStringList marked(CodeHighlighter& highlighter, const QString& line)
{
    static constexpr QStringView signs = u" !\"0#:";
    QStringList tokens;
    for (const CodeSpan& span : highlighter.takeLine(line))
        tokens.append(signs.at(qsizetype(span.token)) + line.mid(span.start, span.length));
    return tokens;
}

} // namespace

class CodeHighlighterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tokensAreToldApart_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("tokens");
        const auto row
            = [](const char* name, const QString& language, const QString& line,
                  const QStringList& tokens) { QTest::newRow(name) << language << line << tokens; };
        row("Python", u"py"_s, u"def f(x): return 'a\\'b' + \"#\" # c"_s,
            { u"!def"_s, u"!return"_s, u"\"'a\\'b'"_s, u"\"\"#\""_s, u"## c"_s });
        row("decorator", u"python"_s, u"@app.get"_s, { u"!@app"_s });
        row("a word within another", u"py"_s, u"android = 0x1F"_s, { u"00x1F"_s });
        row("first and last keyword", u"py"_s, u"False yield"_s, { u"!False"_s, u"!yield"_s });
        row("JavaScript", u"js"_s, u"const a = `x${1}` // c"_s,
            { u"!const"_s, u"\"`x${1}`"_s, u"#// c"_s });
        row("TypeScript", u"ts"_s, u"let n: number = 1.5;"_s,
            { u"!let"_s, u"!number"_s, u"01.5"_s });
        row("HTML", u"html"_s, u"<p class=\"a\">if 1</p><!-- x -->"_s,
            { u"!<p"_s, u":class"_s, u"\"\"a\""_s, u"!>"_s, u"!</p>"_s, u"#<!-- x -->"_s });
        row("CSS", u"css"_s, u"a { margin-top: 2px; /* x */ }"_s,
            { u":margin-top"_s, u"02px"_s, u"#/* x */"_s });
        row("SQL", u"SQL"_s, u"select 'it' FROM t -- x"_s,
            { u"!select"_s, u"\"'it'"_s, u"!FROM"_s, u"#-- x"_s });
        row("shell", u"bash"_s, u"for x in a#b; do echo \"$x\"; done # c"_s,
            { u"!for"_s, u"!in"_s, u"!do"_s, u"!echo"_s, u"\"\"$x\""_s, u"!done"_s, u"## c"_s });
        row("JSON", u"json"_s, u"{\"a\" : \"b\", \"c\": [1, true]}"_s,
            { u":\"a\""_s, u"\"\"b\""_s, u":\"c\""_s, u"01"_s, u"!true"_s });
        row("C++", u"c++ title=x"_s, u"auto c = 'x'; /* a */ int y;"_s,
            { u"!auto"_s, u"\"'x'"_s, u"#/* a */"_s, u"!int"_s });
        row("unknown", u"brainfuck"_s, u"if \"x\" // 1"_s, {});
        row("none", QString(), u"if \"x\" // 1"_s, {});
        row("an open string ends with its line", u"py"_s, u"'a\\"_s, { u"\"'a\\"_s });
    }
    void tokensAreToldApart()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, line);
        CodeHighlighter highlighter(language);
        QTEST(marked(highlighter, line), "tokens");
    }

    void whatIsOpenGoesOnInTheNextLine()
    {
        CodeHighlighter cpp(u"cpp");
        QCOMPARE(marked(cpp, u"x /* a"_s), (QStringList { u"#/* a"_s }));
        QCOMPARE(marked(cpp, u"if"_s), (QStringList { u"#if"_s }));
        QCOMPARE(marked(cpp, u"*/ if"_s), (QStringList { u"#*/"_s, u"!if"_s }));
        CodeHighlighter python(u"py");
        QCOMPARE(marked(python, u"'''a"_s), (QStringList { u"\"'''a"_s }));
        QCOMPARE(marked(python, u"if ''' if"_s), (QStringList { u"\"if '''"_s, u"!if"_s }));
    }

    void itsNameIsShown()
    {
        QCOMPARE(CodeHighlighter(u"py").languageName(), u"Python"_s);
        QCOMPARE(CodeHighlighter(u"Rust").languageName(), u"Rust"_s);
        QCOMPARE(CodeHighlighter(u"c++ title=x").languageName(), u"C++"_s);
        QCOMPARE(CodeHighlighter(u"").languageName(), QString());
    }

    /// One that is not linear would not end in the time that a test has.
    void aHugeLineEnds_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char* const piece :
            { "x", "'", "\\", "/", "<", "a ", "1", "\"\"\"", "/*", ":", "<!", "a :" })
            QTest::newRow(piece) << QString::fromLatin1(piece);
    }
    void aHugeLineEnds()
    {
        QFETCH(const QString, piece);
        const QString line = piece.repeated(1'000'000 / piece.size());
        for (const QStringView language : { u"py", u"js", u"html", u"css", u"json", u"cpp" }) {
            CodeHighlighter highlighter(language);
            qsizetype end = 0;
            for (const CodeSpan& span : highlighter.takeLine(line)) {
                QVERIFY(span.start >= end && span.length > 0);
                end = span.start + span.length;
            }
            QVERIFY(end <= line.size());
        }
    }
};

QTEST_GUILESS_MAIN(CodeHighlighterTest)
#include "CodeHighlighterTest.moc"
