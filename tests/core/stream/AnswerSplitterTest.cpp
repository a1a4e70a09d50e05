// SPDX-License-Identifier: Apache-2.0
#include "core/stream/AnswerSplitter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using roadloom::AnswerSplitter;

namespace {

struct Parts {
    QString prose;
    QString json;

    bool operator==(const Parts&) const = default;
};

char* toString(const Parts& parts)
{
    return QTest::toString(u"prose [%1] json [%2]"_s.arg(parts.prose, parts.json));
}

Parts split(QStringView answer, qsizetype firstSize, qsizetype size)
{
    AnswerSplitter splitter;
    QString prose = splitter.feed(answer.first(firstSize));
    for (qsizetype from = firstSize; from < answer.size(); from += size)
        prose += splitter.feed(answer.sliced(from, std::min(size, answer.size() - from)));
    prose += splitter.finish();
    return { .prose = prose, .json = splitter.json() };
}

Parts splitInPieces(QStringView answer, qsizetype size)
{
    return split(answer, 0, size);
}

void addRow(const char* name, const QString& answer, const QString& prose, const QString& json)
{
    QTest::newRow(name) << answer << Parts { .prose = prose, .json = json };
}

void addProseRow(const char* name, const QString& answer)
{
    addRow(name, answer, answer, {});
}

} // namespace

class AnswerSplitterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yieldsTheSameForEverySplit_data();
    void yieldsTheSameForEverySplit();
    void showsProseAtOnce_data();
    void showsProseAtOnce();
    void splitsNoSurrogatePair();
    void jsonGrowsWhileItStreams();
    void isLinear_data();
    void isLinear();
    void jsonIsBounded();
    void proseIsBounded_data();
    void proseIsBounded();
    void theBoundCutsNoSurrogatePair();
    void tellsPlainProse_data();
    void tellsPlainProse();
    void tellsACutBlock_data();
    void tellsACutBlock();
    void aTaggedBlockAfterAnOverflowIsKeptWhole();

private:
    void addFencedRows();
    void addBackquoteRows();
    void addBareRows();
    void addTolerantRows();
    void addProseRows();
    void addCutRows();
    void addBlockRows();
};

void AnswerSplitterTest::yieldsTheSameForEverySplit_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Parts>("parts");
    addFencedRows();
    addBackquoteRows();
    addBareRows();
    addTolerantRows();
    addProseRows();
    addCutRows();
    addBlockRows();
}

void AnswerSplitterTest::addFencedRows()
{
    const QString json = u"{\"a\": [1, {}]}"_s;
    addRow("json fence", u"Hi\n```json\n%1\n```\nBye\n"_s.arg(json), u"Hi\nBye\n"_s, json);
    addRow("JSON fence", u"Hi\n```JSON\n%1\n```"_s.arg(json), u"Hi\n"_s, json);
    addRow("fence of another JSON dialect", u"Hi\n```jsonc\n%1\n```\nBye"_s.arg(json), u"Hi\nBye"_s,
        json);
    addRow("blank before the tag", u"``` json\n%1\n```\n"_s.arg(json), {}, json);
    addRow("blanks after the tag", u"```json  \t\n%1\n```\n"_s.arg(json), {}, json);
    addRow("words after the tag", u"```json title=x\n%1\n```\n"_s.arg(json), {}, json);
    addRow("tilde fence", u"~~~json\n%1\n~~~\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("long fence", u"````json\n%1\n````\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("closing run longer", u"```json\n%1\n`````\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("indented fence", u"1. So:\n   ```json\n   %1\n   ```\nBye"_s.arg(json),
        u"1. So:\nBye"_s, json);
    addRow("CRLF", u"Hi\r\n```json\r\n%1\r\n```\r\nBye\r\n"_s.arg(json), u"Hi\r\nBye\r\n"_s, json);
    addRow(
        "blank lines in the fence", u"```json\n\n \n%1\n\n\n```\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("JSON on the fence's line", u"```json %1```\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("JSON at the tag", u"```json%1\n```\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("closed on the JSON's line", u"```json\n%1```\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("prose on the closing line", u"```json\n%1\n``` Bye"_s.arg(json), u"Bye"_s, json);
    addRow("untagged fence", u"Hi\n```\n%1\n```\nBye"_s.arg(json), u"Hi\nBye"_s, json);
    addRow("untagged, blanks first", u"```  \n\n \t%1\n```\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("array in a json fence", u"```json\n[{}, [1]]\n```\nBye"_s, u"Bye"_s, u"[{}, [1]]"_s);
    addRow("words before the JSON", u"```json\n// so:\n%1\n```\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("words after the JSON", u"```json\n%1\n// `so`\n```\nBye"_s.arg(json), u"Bye"_s, json);
    addRow("nothing in a json fence", u"Hi\n```json\n```\nBye"_s, u"Hi\nBye"_s, {});

    const QString tricky = uR"({"f": "\n```\n", "q": "\"}\\", "b": "}{]", "c": "```json"})"_s;
    addRow("fences, quotes and braces in strings", u"```json\n%1\n```\nBye"_s.arg(tricky), u"Bye"_s,
        tricky);
    const QString raw = u"{\"code\": \"\n```\n}\n~~~\n\"}"_s;
    addRow("a raw fence line in a string", u"```json\n%1\n```\nBye"_s.arg(raw), u"Bye"_s, raw);
    addRow("a forgotten bracket", u"```json\n{\"a\": [1}\n```\nBye"_s, u"Bye"_s, u"{\"a\": [1}"_s);
}

/// Backquotes in what is no string, or is not seen to be one, do not end a block.
void AnswerSplitterTest::addBackquoteRows()
{
    const auto row = [](const char* name, const QString& json) {
        addRow(name, u"Hi\n```json\n%1\n```\nBye"_s.arg(json), u"Hi\nBye"_s, json);
    };
    row("a word in a comment", u"{\n\"a\": 1, // covers `let`\n\"b\": [{}] /* end of `b` */\n}"_s);
    row("a word at a line start", u"{\n/*\n`let` and ``const``\n \t` */\n\"b\": [{}]\n}"_s);
    row("a word in quotation marks that are not escaped",
        u"{\"a\": \"use \"`let`\" so\", \"b\": {}}"_s);
    row("a fence in mid-line", u"{\"a\": 1, // not ``` so\n\"b\": {}}"_s);
    row("the other kind of fence", u"{\"a\": 1,\n~~~\n\"b\": {}}"_s);
    const QString shorter = u"{\"a\": 1,\n```\n\"b\": {}}"_s;
    addRow("a shorter fence", u"````json\n%1\n````\nBye"_s.arg(shorter), u"Bye"_s, shorter);
    const QString bare = u"{\"a\": 1,\n```\n\"b\": {}}"_s;
    addRow("a fence in bare JSON", u"%1\nBye"_s.arg(bare), u"Bye"_s, bare);
    addRow("a null character in bare JSON", u"{\"a\":%1 1}\nBye"_s.arg(QChar(0)), u"Bye"_s,
        u"{\"a\":%1 1}"_s.arg(QChar(0)));
}

void AnswerSplitterTest::addBareRows()
{
    const QString json = u"{\"a\":{\"b\":\"}\"}}"_s;
    addRow("only JSON", json, {}, json);
    addRow("JSON after prose", u"Hi\n%1"_s.arg(json), u"Hi\n"_s, json);
    addRow("prose after bare JSON", u"%1\nBye\n"_s.arg(json), u"Bye\n"_s, json);
    addRow("prose on the JSON's last line", u"%1 Bye"_s.arg(json), u"Bye"_s, json);
    addRow("blanks before bare JSON", u"Hi\n \t%1"_s.arg(json), u"Hi\n"_s, json);
    addRow("indented JSON", u"{\n  \"a\": {\n  }\n}\nBye"_s, u"Bye"_s, u"{\n  \"a\": {\n  }\n}"_s);
    addRow("empty object", u"{ }\nBye"_s, u"Bye"_s, u"{ }"_s);
    addRow("two on a line", u"{}{\"b\":1}Bye"_s, u"Bye"_s, u"{}"_s);
    addRow("fence right after bare JSON", u"{}\n```python\n{\"b\":1}\n```\n"_s,
        u"```python\n{\"b\":1}\n```\n"_s, u"{}"_s);
}

/// Bare JSON as models write it, where only another brace in it looks like JSON's first.
void AnswerSplitterTest::addTolerantRows()
{
    const auto row = [](const char* name, const QString& opening) {
        const QString json = opening + u": [{\"b\": 1}]}"_s;
        addRow(name, u"Hi\n%1\nBye"_s.arg(json), u"Hi\nBye"_s, json);
    };
    row("single quotation marks", u"{'title'"_s);
    row("typographic quotation marks", u"{ “title”"_s);
    row("single typographic quotation marks", u"{‘title’"_s);
    row("typographic quotation marks the wrong way round", u"{”title”"_s);
    row("a name without marks", u"{title"_s);
    row("a name without marks, on its own line", u"{\n  stage_id2 "_s);
    row("a Chinese name", u"{学习𝒳"_s);
    row("a line comment", u"{ // so\n\"title\""_s);
    row("a line comment of Python", u"{ # so\n\"title\""_s);
    row("a block comment", u"{\n/* so */ \"title\""_s);
    addRow("a wide colon", u"{title：[{}]}"_s, {}, u"{title：[{}]}"_s);
    addRow("cut behind a name", u"Hi\n{title"_s, u"Hi\n{title"_s, {});
    addRow("cut behind a name's colon", u"Hi\n{title:"_s, u"Hi\n"_s, u"{title:"_s);
}

void AnswerSplitterTest::addProseRows()
{
    addProseRow("words in braces", u"{you} are\n{you are: here}\n{you\n: 1}\n{12:30}\n{a/b}\n"_s);
    addProseRow("braces in braces at a line start", u"{\n you{\"a\":1}\n{ /{\"a\":1}"_s);
    addProseRow("a word longer than any name", u"{%1: 1}"_s.arg(QString(3000, u'x')));
    addProseRow("nothing", {});
    addProseRow("one line", u"Hello"_s);
    addProseRow("lines and blanks", u"\n Hello  \n\n\tyou\r\n \r\n   "_s);
    addProseRow(
        "Chinese and emoji", u"根据您的学习目标 🧭\n我们开始吧 👩‍💻\n"_s);
    addProseRow("brace in mid-line", u"The set {\"a\"} and f() {}\n- {\"b\": 1}\n"_s);
    addProseRow("brace at a line start without JSON", u"{name}, hello\n{{x}}\n{\n\n y }"_s);
    addProseRow("array at a line start", u"[1, 2]\n[link](x)\n"_s);
    addProseRow("code fence", u"So:\n```python\n{\"a\": 1}\nx = {}\n```\nBye"_s);
    addProseRow("untagged fence of code", u"```\n\n  make {\n{\n```\nBye"_s);
    addProseRow("empty untagged fence", u"```\n```\nBye"_s);
    addProseRow("fence of another language", u"```js\n{}\n```\n"_s);
    addProseRow("fence attributes", u"```{r}\n{}\n```\n"_s);
    addProseRow("tilde fence of code", u"~~~\n```json\n~~~\nBye"_s);
    addProseRow("longer fence quotes a shorter one", u"````md\n```json\n{}\n```\n````\nBye"_s);
    addProseRow("code span at a line start", u"`a` and ``b`` {\n```c``` d\n~ 5\n~~e~~\n"_s);
    addProseRow("tag in mid-line", u"write ```json\nand {\n"_s);
    addProseRow("fence characters at the end", u"Bye\n  ``"_s);
    addProseRow("untagged fence at the end", u"Bye\n```\n"_s);
    addProseRow("unclosed code fence", u"```python\nx = {\n"_s);
    addProseRow("more blanks than anything needs", QString(3000, u' ') + u"{\"a\":1}"_s);
    addProseRow("more backquotes than anything needs", QString(3000, u'`') + u"json {}"_s);
}

void AnswerSplitterTest::addCutRows()
{
    addRow("cut after the tag", u"Hi\n```json"_s, u"Hi\n"_s, {});
    addRow("cut after the fence line", u"Hi\n```json\n"_s, u"Hi\n"_s, {});
    addRow("cut after the brace", u"Hi\n{"_s, u"Hi\n"_s, u"{"_s);
    addRow("cut in a string", u"Hi\n```json\n{\"a\": \"x"_s, u"Hi\n"_s, u"{\"a\": \"x"_s);
    addRow("cut in an escape", u"{\"a\": \"x\\"_s, {}, u"{\"a\": \"x\\"_s);
    addRow("cut before the closing fence", u"```json\n{}\n``"_s, {}, u"{}"_s);
    addRow("fence closed before the braces", u"```json\n{\"a\": [1,\n```\nBye"_s, u"Bye"_s,
        u"{\"a\": [1,\n"_s);
    addRow("indented fence closed before the braces",
        u"~~~json\n{\"a\": [1, `b`\r\n \t~~~~ \r\nBye"_s, u"Bye"_s, u"{\"a\": [1, `b`\r\n \t"_s);
    addRow("cut in a fence that closes before the braces", u"```json\n{\"a\": [1,\n``"_s, {},
        u"{\"a\": [1,\n"_s);
}

void AnswerSplitterTest::addBlockRows()
{
    addRow("the first of two json fences", u"```json\n{}\n```\nor\n```json\n{\"b\":1}\n```\n"_s,
        u"or\n"_s, u"{}"_s);
    addRow("tagged beats untagged", u"```\n{}\n```\nor\n```json\n{\"b\":1}\n```\nBye"_s,
        u"or\nBye"_s, u"{\"b\":1}"_s);
    addRow("tagged beats bare", u"{\"a\":1}\nor\n```json\n{\"b\":1}\n```\n{\"c\":1}"_s, u"or\n"_s,
        u"{\"b\":1}"_s);
    addRow("the first of three without a tag", u"{\"a\":1}\n```\n{\"b\":1}\n```\n{\"c\":1}"_s, {},
        u"{\"a\":1}"_s);
    addRow("code fence, then JSON", u"```sh\nls {\n```\n```json\n{}\n```\n"_s,
        u"```sh\nls {\n```\n"_s, u"{}"_s);
    addRow("code fence of other length, then JSON", u"~~~\n```\n~~~~ \n{\"a\":1}"_s,
        u"~~~\n```\n~~~~ \n"_s, u"{\"a\":1}"_s);
    addRow("json fence in a forgotten fence", u"```\nsay\n```json\n{}\n```\nBye"_s,
        u"```\nsay\nBye"_s, u"{}"_s);
}

void AnswerSplitterTest::yieldsTheSameForEverySplit()
{
    QFETCH(const QString, answer);
    QFETCH(const Parts, parts);

    if (answer.size() < 1000) {
        for (qsizetype first = 0; first <= answer.size(); ++first)
            QCOMPARE(split(answer, first, answer.size()), parts);
    }
    for (const qsizetype size : { 1, 2, 3, 7 })
        QCOMPARE(splitInPieces(answer, size), parts);
}

void AnswerSplitterTest::showsProseAtOnce_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("shown");
    QTest::newRow("words") << u"Hello, you"_s << u"Hello, you"_s;
    QTest::newRow("blanks in a line") << u"Hello  "_s << u"Hello  "_s;
    QTest::newRow("line end") << u"Hello\n"_s << u"Hello\n"_s;
    QTest::newRow("blanks at a line start wait") << u"Hello\n  "_s << u"Hello\n"_s;
    QTest::newRow("backquotes at a line start wait") << u"Hello\n``"_s << u"Hello\n"_s;
    QTest::newRow("a brace at a line start waits") << u"Hello\n{ "_s << u"Hello\n"_s;
    QTest::newRow("backquotes in a line do not") << u"Hello ```"_s << u"Hello ```"_s;
    QTest::newRow("a code fence does not") << u"```py"_s << u"```py"_s;
    QTest::newRow("code does not") << u"```py\nx {"_s << u"```py\nx {"_s;
}

void AnswerSplitterTest::showsProseAtOnce()
{
    QFETCH(const QString, piece);
    QFETCH(const QString, shown);
    AnswerSplitter splitter;
    QCOMPARE(splitter.feed(piece), shown);
}

void AnswerSplitterTest::splitsNoSurrogatePair()
{
    const QStringList pieces { u"🧭"_s, u"\n🧭"_s, u"\n ` 🧭"_s, u" {🧭"_s,
        u"\n```🧭\n"_s, u"🧭\n```json\n{\"🧭\":\""_s, u"🧭\"}🧭\n```🧭"_s };
    AnswerSplitter splitter;
    for (const QString& piece : pieces) {
        const QString shown = splitter.feed(piece);
        QVERIFY2(shown.isValidUtf16(), qPrintable(piece));
        QVERIFY2(splitter.json().isValidUtf16(), qPrintable(piece));
    }
}

void AnswerSplitterTest::jsonGrowsWhileItStreams()
{
    AnswerSplitter splitter;
    QCOMPARE(splitter.feed(u"Hi\n```json\n{\"a\":"), u"Hi\n"_s);
    QCOMPARE(splitter.json(), u"{\"a\":"_s);
    QCOMPARE(splitter.feed(u"1}\n``"), QString());
    QCOMPARE(splitter.json(), u"{\"a\":1}"_s);
    QCOMPARE(splitter.feed(u"`\nBye"), u"Bye"_s);
    QCOMPARE(splitter.finish(), QString());
    QVERIFY(!splitter.hasOverflowed());
}

void AnswerSplitterTest::isLinear_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("prose") << u"Hello, you all. "_s;
    QTest::newRow("line ends") << u"\n"_s;
    QTest::newRow("blanks") << u" "_s;
    QTest::newRow("backquotes") << u"`"_s;
    QTest::newRow("fences") << u"```\n"_s;
    QTest::newRow("braces") << u"{"_s;
    QTest::newRow("braces in lines") << u"{\n"_s;
    QTest::newRow("opened objects") << u"{\""_s;
    QTest::newRow("small objects") << u"{\"a\":1}\n"_s;
    QTest::newRow("unclosed json fences") << u"```json\n{\n"_s;
}

/// Quadratic work would not end.
void AnswerSplitterTest::isLinear()
{
    QFETCH(const QString, unit);
    const QString answer = unit.repeated(400'000 / unit.size());
    const Parts whole = splitInPieces(answer, answer.size());
    QCOMPARE_LE(whole.prose.size() + whole.json.size(), answer.size());
    QCOMPARE(splitInPieces(answer, 1), whole);
    QCOMPARE(splitInPieces(answer, 7), whole);
}

void AnswerSplitterTest::jsonIsBounded()
{
    const QString megabyte(1 << 20, u'x');
    AnswerSplitter splitter;
    QCOMPARE(splitter.feed(u"Hi\n```json\n{\"a\":\""), u"Hi\n"_s);
    for (int fed = 0; fed < 40; ++fed)
        QCOMPARE(splitter.feed(megabyte), QString());
    QVERIFY(splitter.hasOverflowed());
    QCOMPARE(splitter.json().size(), AnswerSplitter::maxJsonLength);
    QVERIFY(splitter.json().capacity() <= 2 * AnswerSplitter::maxJsonLength);
    QCOMPARE(splitter.feed(u"\"}\n```\nBye"), u"Bye"_s);
}

void AnswerSplitterTest::proseIsBounded_data()
{
    QTest::addColumn<QString>("beginning");
    QTest::addColumn<QString>("unit");
    QTest::newRow("prose") << QString() << u"Hello, you. "_s;
    QTest::newRow("lines") << QString() << u"{you}\n"_s;
    QTest::newRow("blanks") << QString() << u"  \n"_s;
    QTest::newRow("code") << u"```py\n"_s << u"x = {}\n"_s;
    QTest::newRow("a language without an end") << u"```"_s << u"py"_s;
    QTest::newRow("words in a fence before its JSON") << u"```json\n"_s << u"so "_s;
    QTest::newRow("words in a fence behind its JSON") << u"```json\n{}\n"_s << u"so "_s;
    QTest::newRow("blanks behind JSON") << u"{}"_s << u"  "_s;
    QTest::newRow("a closing run without an end") << u"```json\n{}\n```"_s << u"`"_s;
    QTest::newRow("another block") << u"{}\n{\"a\":\""_s << u"words "_s;
    QTest::newRow("other blocks") << u"{}\n"_s << u"{\"a\":1}\n"_s;
}

void AnswerSplitterTest::proseIsBounded()
{
    QFETCH(const QString, beginning);
    QFETCH(const QString, unit);
    AnswerSplitter splitter;
    QString prose = splitter.feed(beginning);
    const QString piece = unit.repeated(100'000 / unit.size());
    qsizetype fed = 0;
    while (!splitter.hasOverflowed() && fed <= 2 * AnswerSplitter::maxProseLength) {
        prose += splitter.feed(piece);
        fed += piece.size();
    }
    QVERIFY(splitter.hasOverflowed());
    QCOMPARE_GE(beginning.size() + fed, AnswerSplitter::maxProseLength);
    QCOMPARE(splitter.feed(piece), QString());
    QCOMPARE(splitter.finish(), QString());
    QCOMPARE_LE(prose.size(), AnswerSplitter::maxProseLength);
    QVERIFY(splitter.hasOverflowed());
}

void AnswerSplitterTest::theBoundCutsNoSurrogatePair()
{
    const QString longest(AnswerSplitter::maxProseLength - 1, u'x');
    AnswerSplitter splitter;
    QCOMPARE(splitter.feed(longest).size(), longest.size());
    QCOMPARE(splitter.feed(u"🧭"), QString());
    QVERIFY(splitter.hasOverflowed());

    AnswerSplitter another;
    QCOMPARE(another.feed(QString(longest + u'x')).size(), longest.size() + 1);
    QVERIFY(!another.hasOverflowed());
    QCOMPARE(another.feed(u"x"), QString());
    QVERIFY(another.hasOverflowed());
}

void AnswerSplitterTest::tellsPlainProse_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isPlain");
    const auto row = [](const char* answer, bool isPlain) {
        QTest::newRow(answer) << QString::fromLatin1(answer) << isPlain;
    };
    row("", true);
    row("Hello", true);
    row("Hello ", true);
    row("Hello\n", true);
    row("Hello\n ", false);
    row("Hello\n``", false);
    row("Hello\n```", false);
    row("Hello\n```json", false);
    row("Hello\n```json\n", false);
    row("Hello\n```\n ", false);
    row("Hello\n{", false);
    row("Hello\n{ti", false);
    row("Hello\n{\"a\"", false);
    row("Hello\n```json\n{}", false);
    row("Hello\n```json\n{}\n", false);
    row("Hello\n```json\n{}\n```", false);
    row("Hello\n```json\n{}\n```\n", true);
    row("Hello\n```json\n{}\n```\nBye", true);
    row("Hello\n```py", false);
    row("Hello\n```py\nx", false);
    row("Hello\n```py\nx\n```\n", true);
    row("Hello\n{you} are", true);
}

void AnswerSplitterTest::tellsPlainProse()
{
    QFETCH(const QString, answer);
    AnswerSplitter splitter;
    static_cast<void>(splitter.feed(answer));
    QTEST(splitter.isInPlainProse(), "isPlain");
}

void AnswerSplitterTest::tellsACutBlock_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isCut");
    const auto row = [](const char* answer, bool isCut) {
        QTest::newRow(answer) << QString::fromLatin1(answer) << isCut;
    };
    row("Hello", false);
    row("{", true);
    row("{}", false);
    row("{\"a\":[", true);
    row("{\"a\":[1}", false); // of a forgotten bracket within the mender knows more
    row("```json\n{\"a\":1", true);
    row("```json\n{\"a\":1}", false);
    row("```json\n{\"a\":1\n```\nBye", true);
    row("```json\n[{\"a\":1}\n```\nBye", true);
    row("```json\n{\"a\":1}\n```\nBye {", false);
    row("```json\n{}\n```\n{\"a\":", false); // which is not what json() gives
    row("{\"a\":[{}\n```json\n{}\n```", true);
    row("```\n{\"a\":\n```\n```json\n{}\n```", false);
}

void AnswerSplitterTest::tellsACutBlock()
{
    QFETCH(const QString, answer);
    AnswerSplitter splitter;
    static_cast<void>(splitter.feed(answer));
    static_cast<void>(splitter.finish());
    QTEST(splitter.isJsonCut(), "isCut");
}

void AnswerSplitterTest::aTaggedBlockAfterAnOverflowIsKeptWhole()
{
    AnswerSplitter splitter;
    const QString prose = splitter.feed(
        u"{\"a\":\"%1\"}\n```json\n{}"_s.arg(QString(AnswerSplitter::maxJsonLength, u'x')));
    QCOMPARE(prose, QString());
    QVERIFY(!splitter.hasOverflowed());
    QCOMPARE(splitter.json(), u"{}"_s);
}

QTEST_GUILESS_MAIN(AnswerSplitterTest)
#include "AnswerSplitterTest.moc"
