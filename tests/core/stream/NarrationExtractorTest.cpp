// SPDX-License-Identifier: Apache-2.0
#include "core/stream/NarrationExtractor.h"

#include "core/stream/AnswerSplitter.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class NarrationExtractorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void yieldsTheSameForEverySplit_data();
    void yieldsTheSameForEverySplit();
    void givesWhatItKnowsAtOnce_data();
    void givesWhatItKnowsAtOnce();
    void givesNoHalfCharacters();
    void isLinear_data();
    void isLinear();
    void whatItGivesIsReadAsProseAndJson();

private:
    void addStructuredRows();
    void addNarrationRows();
    void addFenceRows();
    void addOddRows();
    void addCutRows();
    void addOtherRows();
};

namespace {

struct Given {
    QString text;
    bool hasNarration = false;

    bool operator==(const Given&) const = default;
};

char* toString(const Given& given)
{
    return QTest::toString(
        u"%1 [%2]"_s.arg(given.hasNarration ? u"structured"_s : u"other"_s, given.text));
}

Given extract(QStringView answer, qsizetype firstSize, qsizetype size)
{
    NarrationExtractor extractor;
    QString text = extractor.feed(answer.first(firstSize));
    for (qsizetype from = firstSize; from < answer.size(); from += size)
        text += extractor.feed(answer.sliced(from, std::min(size, answer.size() - from)));
    text += extractor.finish();
    return { .text = text, .hasNarration = extractor.hasNarration() };
}

void addRow(const char* name, const QString& answer, const QString& given)
{
    QTest::newRow(name) << answer << Given { .text = given, .hasNarration = true };
}

void addOtherRow(const char* name, const QString& answer)
{
    QTest::newRow(name) << answer << Given { .text = answer, .hasNarration = false };
}

/// The words and, as a block, the members as they stand behind the comma.
QString parts(const QString& words, const QString& members)
{
    return words + "\n\n```json\n{"_L1 + members + "}\n```\n"_L1;
}

} // namespace

void NarrationExtractorTest::yieldsTheSameForEverySplit_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Given>("given");
    addStructuredRows();
    addNarrationRows();
    addFenceRows();
    addOddRows();
    addCutRows();
    addOtherRows();
}

void NarrationExtractorTest::addStructuredRows()
{
    addRow("compact", uR"({"narration":"Hello, you.","a":1})"_s,
        parts(u"Hello, you."_s, uR"("a":1)"_s));
    addRow("blanks everywhere", u"\n {\n\t\"narration\" \n : \"Hello\" \n,\n \"a\" : [ {} ]\n}"_s,
        parts(u"Hello"_s, u"\n \"a\" : [ {} ]\n"_s));
    addRow("byte order mark", u"\uFEFF{\"narration\":\"Hello\",\"a\":1}"_s,
        parts(u"Hello"_s, u"\"a\":1"_s));
    addRow("nested and full of brackets",
        uR"({"narration":"}{","a":{"b":[{"c":"}\"{"}]},"d":"{"})"_s,
        parts(u"}{"_s, uR"("a":{"b":[{"c":"}\"{"}]},"d":"{")"_s));
    addRow("escapes elsewhere stay", uR"({"narration":"","a":"\u00e9\n\\"})"_s,
        parts({}, uR"("a":"\u00e9\n\\")"_s));
    addRow("backquotes in a string", uR"({"narration":"x","a":"```\n```"})"_s,
        parts(u"x"_s, uR"("a":"```\n```")"_s));
    addRow("nothing else", uR"({"narration":"Hello"})"_s, parts(u"Hello"_s, {}));
    addRow("nothing else, and blanks", u"{ \"narration\": \"Hello\"\n}\n"_s,
        QString(parts(u"Hello"_s, {}) + u'\n'));
    addRow("a comma too many", uR"({"narration":"Hello",})"_s, parts(u"Hello"_s, {}));
    addRow("text behind", uR"({"narration":"x","a":1} Bye {"b":2}
)"_s,
        QString(parts(u"x"_s, u"\"a\":1"_s) + u" Bye {\"b\":2}\n"_s));
}

void NarrationExtractorTest::addNarrationRows()
{
    const auto row = [](const char* name, const QString& written, const QString& meant) {
        addRow(name, u"{\"narration\":\"%1\",\"a\":1}"_s.arg(written), parts(meant, u"\"a\":1"_s));
    };
    row("empty", {}, {});
    row("short escapes", uR"(\"\\\/\b\f\n\r\t)"_s, u"\"\\/\b\f\n\r\t"_s);
    row("escaped letters", uR"(\u00e9\u00E9\u4f60\u597d)"_s, u"éé你好"_s);
    row("an escaped pair", uR"(a\ud83e\udDEDb)"_s, u"a🧭b"_s);
    row("raw characters", u"你好 🧭 👩‍💻"_s, u"你好 🧭 👩‍💻"_s);
    row("a pair of which one half is escaped", QString(uR"(\ud83e)"_s + QChar(0xdded)), u"🧭"_s);
    row("first half alone", uR"(a\ud83eb)"_s, u"a\uFFFDb"_s);
    row("first half before an escape", uR"(a\ud83e\n)"_s, u"a\uFFFD\n"_s);
    row("first half at the end", uR"(a\ud83e)"_s, u"a\uFFFD"_s);
    row("two first halves", uR"(\ud83e\ud83e\udded)"_s, u"\uFFFD🧭"_s);
    row("second half alone", uR"(a\uddedb)"_s, u"a\uFFFDb"_s);
    row("raw line end", u"a\nb\tc"_s, u"a\nb\tc"_s);
    row("unknown escape", uR"(it\'s \x)"_s, u"it's x"_s);
    row("too few digits", uR"(\u12 \u00zz\u)"_s, u"\uFFFD \uFFFDzz\uFFFD"_s);
}

void NarrationExtractorTest::addFenceRows()
{
    const QString object = uR"({"narration":"Hello","a":1})"_s;
    const QString plain = parts(u"Hello"_s, u"\"a\":1"_s);
    addRow("json fence", u"```json\n%1\n```"_s.arg(object), plain);
    addRow("json fence and a line end", u"```json\n%1\n```\n"_s.arg(object), plain);
    addRow("JSON fence", u"\n``` JSON \r\n\r\n%1\r\n``` \r\n"_s.arg(object), plain);
    addRow("untagged fence", u"```\n%1\n```"_s.arg(object), plain);
    addRow("tildes", u"~~~~json\n%1\n~~~~~\n"_s.arg(object), plain);
    addRow("on one line", u"```json %1```"_s.arg(object), plain);
    addRow("never closed", u"```json\n%1\n"_s.arg(object), plain);
    addRow("hardly closed", u"```json\n%1\n``"_s.arg(object), plain);
    addRow("closed on another line than it should", u"```json\n%1\n``Bye"_s.arg(object),
        QString(plain + u"``Bye"_s));
    addRow("text behind the fence", u"```json\n%1\n```\n\nBye ```"_s.arg(object),
        QString(plain + u"\nBye ```"_s));
    addRow("text in the fence", u"```json\n%1\nBye"_s.arg(object), QString(plain + u"Bye"_s));
    addRow("closed before the object", u"```json\n{\"narration\":\"Hello\",\"a\":[1\n```\nBye"_s,
        u"Hello\n\n```json\n{\"a\":[1\n\n```\nBye"_s);
}

void NarrationExtractorTest::addOddRows()
{
    addRow("a bare quotation mark in the narration", uR"({"narration":"Say "Hi" to","a":1})"_s,
        u"Say \n\n```json\n{Hi\" to\",\"a\":1}\n```\n"_s);
    addRow("narration twice", uR"({"narration":"x","narration":"y"})"_s,
        parts(u"x"_s, uR"("narration":"y")"_s));
    addRow("a fence line outside any string", u"{\"narration\":\"x\",\"a\":\n````\nBye"_s,
        u"x\n\n```json\n{\"a\":\n\n```\nBye"_s);
    const QString members = u"\"a\":1, // covers `let`, not ``` so\n`b` \"b\":{}"_s;
    addRow("backquotes in comments", u"{\"narration\":\"x\",%1}"_s.arg(members),
        parts(u"x"_s, members));
    addRow("backquotes in comments, in a fence",
        u"```json\n{\"narration\":\"x\",%1}\n```\nBye"_s.arg(members),
        QString(parts(u"x"_s, members) + u"Bye"_s));
}

void NarrationExtractorTest::addCutRows()
{
    addRow("cut at the narration", uR"({"narration":")"_s, {});
    addRow("cut in the narration", uR"({"narration":"Hel)"_s, u"Hel"_s);
    addRow("cut in an escape", uR"({"narration":"Hel\)"_s, u"Hel"_s);
    addRow("cut in an escape of digits", uR"({"narration":"Hel\u00)"_s, u"Hel"_s);
    addRow("cut in a character", uR"({"narration":"Hel\ud83e)"_s, u"Hel\uFFFD"_s);
    addRow("cut behind the narration", uR"({"narration":"Hello" )"_s, u"Hello"_s);
    addRow("cut behind the comma", uR"({"narration":"Hello",)"_s, u"Hello\n\n```json\n{"_s);
    addRow(
        "cut in a member", uR"({"narration":"Hello","a":"x)"_s, u"Hello\n\n```json\n{\"a\":\"x"_s);
}

void NarrationExtractorTest::addOtherRows()
{
    addOtherRow("nothing", {});
    addOtherRow("blanks", u" \n\t\n"_s);
    addOtherRow("prose", u"Hello, you.\n\n```json\n{\"a\":1}\n```\n"_s);
    addOtherRow("half a character", QString(QChar(0xd83e)));
    addOtherRow("a character where a blank may be", u"{🧭\"narration\":\"x\"}"_s);
    addOtherRow("prose first", u"Here: {\"narration\":\"x\",\"a\":1}"_s);
    addOtherRow("another object", uR"({"parsed_goal":"x","narration":"y"})"_s);
    addOtherRow("another object in a fence", u"```json\n{\"a\":1}\n```\n"_s);
    addOtherRow("a longer name", uR"({"narrations":"x"})"_s);
    addOtherRow("a name in capitals", uR"({"Narration":"x"})"_s);
    addOtherRow("empty object", u"{}"_s);
    addOtherRow("narration is nothing", uR"({"narration":null,"a":1})"_s);
    addOtherRow("narration is a list", uR"({"narration":["x"],"a":1})"_s);
    addOtherRow("narration is an object", uR"({"narration":{"text":"x"},"a":1})"_s);
    addOtherRow("a list", uR"([{"narration":"x","a":1}])"_s);
    addOtherRow("another fence", u"```python\n{\"narration\":\"x\"}\n```\n"_s);
    addOtherRow("cut in the opening", u"```json\n{\"narra"_s);
    addOtherRow("two byte order marks", u"\uFEFF\uFEFF{\"narration\":\"x\"}"_s);
    addOtherRow(
        "more blanks than anything needs", QString(2000, u' ') + u"{\"narration\":\"x\"}"_s);
}

void NarrationExtractorTest::yieldsTheSameForEverySplit()
{
    QFETCH(const QString, answer);
    QFETCH(const Given, given);
    QCOMPARE(extract(answer, 0, std::max(answer.size(), qsizetype(1))), given);
    for (qsizetype first = 0; first < answer.size(); ++first)
        QCOMPARE(extract(answer, first, answer.size()), given);
    for (qsizetype size = 1; size < std::min(answer.size(), qsizetype(64)); ++size)
        QCOMPARE(extract(answer, 0, size), given);
}

void NarrationExtractorTest::givesWhatItKnowsAtOnce_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("given");
    QTest::newRow("prose") << u"Hello"_s << u"Hello"_s;
    QTest::newRow("prose behind blanks") << u"\n\nHello"_s << u"\n\nHello"_s;
    QTest::newRow("what may be a fence waits") << u"\n``"_s << QString();
    QTest::newRow("another fence") << u"```p"_s << u"```p"_s;
    QTest::newRow("a brace waits") << u"{ "_s << QString();
    QTest::newRow("another name") << u"{\"p"_s << u"{\"p"_s;
    QTest::newRow("narration") << u"{\"narration\":\"Hello"_s << u"Hello"_s;
    QTest::newRow("an escape waits") << u"{\"narration\":\"Hello\\u00"_s << u"Hello"_s;
    QTest::newRow("the block begins with the comma")
        << u"{\"narration\":\"Hello\","_s << u"Hello\n\n```json\n{"_s;
    QTest::newRow("members") << u"{\"narration\":\"Hello\",\"a\":\""_s
                             << u"Hello\n\n```json\n{\"a\":\""_s;
    QTest::newRow("the block's end")
        << u"{\"narration\":\"Hello\",\"a\":1}"_s << u"Hello\n\n```json\n{\"a\":1}\n```\n"_s;
}

void NarrationExtractorTest::givesWhatItKnowsAtOnce()
{
    QFETCH(const QString, piece);
    QFETCH(const QString, given);
    NarrationExtractor extractor;
    QCOMPARE(extractor.feed(piece), given);
}

void NarrationExtractorTest::givesNoHalfCharacters()
{
    NarrationExtractor extractor;
    for (const QString& piece : { u"{\"narration\":\"\\ud8"_s, u"3e"_s, u"\\"_s, u"udde"_s,
             u"d🧭"_s, u"\\ud83e"_s, u"\\n\\ud83e"_s, u"\",\"a\":\"🧭"_s, u"\"}🧭"_s }) {
        const QString given = extractor.feed(piece);
        QVERIFY2(given.isValidUtf16(), qPrintable(piece));
    }
}

void NarrationExtractorTest::isLinear_data()
{
    QTest::addColumn<QString>("beginning");
    QTest::addColumn<QString>("unit");
    const QString narration = u"{\"narration\":\""_s;
    QTest::newRow("prose") << QString() << u"Hello "_s;
    QTest::newRow("blanks") << QString() << u" \n"_s;
    QTest::newRow("backquotes") << QString() << u"`"_s;
    QTest::newRow("braces") << QString() << u"{"_s;
    QTest::newRow("words") << narration << u"Hello "_s;
    QTest::newRow("escapes") << narration << u"\\u00e9\\n"_s;
    QTest::newRow("halves of characters") << narration << u"\\ud83e"_s;
    QTest::newRow("blanks behind") << QString(narration + u'"') << u" \n"_s;
    QTest::newRow("braces behind") << QString(narration + u"\","_s) << u"{"_s;
    QTest::newRow("backquotes behind") << QString(narration + u"\"}"_s) << u"`"_s;
    QTest::newRow("backquotes behind a fence")
        << QString(u"```json\n"_s + narration + u"\"}"_s) << u"``\n"_s;
}

/// Quadratic work would not end.
void NarrationExtractorTest::isLinear()
{
    QFETCH(const QString, beginning);
    QFETCH(const QString, unit);
    const QString answer = beginning + unit.repeated(400'000 / unit.size());
    const Given whole = extract(answer, 0, answer.size());
    QVERIFY(extract(answer, 0, 1) == whole);
    QVERIFY(extract(answer, 0, 7) == whole);
}

void NarrationExtractorTest::whatItGivesIsReadAsProseAndJson()
{
    NarrationExtractor extractor;
    AnswerSplitter splitter;
    QString prose;
    const QString answer = uR"({"narration":"Hello.\nYou!","a":{"b":"```"}})"_s;
    for (const QChar character : answer)
        prose += splitter.feed(extractor.feed(QStringView(&character, 1)));
    prose += splitter.feed(extractor.finish()) + splitter.finish();
    QCOMPARE(prose, u"Hello.\nYou!\n\n"_s);
    QCOMPARE(splitter.json(), uR"({"a":{"b":"```"}})"_s);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::NarrationExtractorTest)
#include "NarrationExtractorTest.moc"
