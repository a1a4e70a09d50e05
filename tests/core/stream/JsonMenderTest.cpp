// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonMender.h"
#include "core/base/Json.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/stream/JsonExtent.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

struct Mended {
    QByteArray json;
    JsonMends mends;
    bool isComplete = false;

    bool operator==(const Mended&) const = default;
};

char* toString(const Mended& mended)
{
    return QTest::toString(u"%1 %2 [%3]"_s.arg(QString::fromUtf8(mended.json),
        mended.isComplete ? u"complete"_s : u"cut"_s, mended.mends.sentences().join(u' ')));
}

Mended mend(QStringView text, qsizetype firstSize, qsizetype size)
{
    JsonMender mender;
    QByteArray json;
    mender.feed(text.first(firstSize), json);
    for (qsizetype from = firstSize; from < text.size(); from += size)
        mender.feed(text.sliced(from, std::min(size, text.size() - from)), json);
    mender.finish(json);
    return { .json = json, .mends = mender.mends(), .isComplete = mender.isComplete() };
}

Mended mend(QStringView text)
{
    return mend(text, text.size(), 1);
}

JsonMends mendsOf(const QList<JsonMend>& kinds)
{
    JsonMends mends;
    for (const JsonMend kind : kinds)
        mends.add(kind);
    return mends;
}

using enum JsonMend;

struct Row {
    const char* name;
    QString text;
    QByteArray json;
    QList<JsonMend> mends {};
    bool isComplete = true;
};

const std::vector<Row> rightRows {
    { "nothing in an object", u"{}"_s, "{}" },
    { "nothing in a list", u" [ ] \n"_s, "[]" },
    { "members and items", u"{\"a\": [1, {\"b\" : null}],\r\n\t\"c\": \"d\" }"_s,
        R"({"a":[1,{"b":null}],"c":"d"})" },
    { "literals", u"[true,false,null]"_s, "[true,false,null]" },
    { "numbers", u"[0,-0,12,-1.50,1E+5,2e-3,0.0,1e308]"_s, "[0,-0,12,-1.50,1E+5,2e-3,0.0,1e308]" },
    { "tiny numbers", u"[1e-999, 1e-999999999]"_s, "[1e-999,1e-999999999]" },
    { "zero with an exponent", u"[0e99, 0e00099, 0e302, 0e-999]"_s, "[0e99,0e00099,0e302,0e-999]" },
    { "a number alone", u"12"_s, "12" },
    { "a word alone", u" true "_s, "true" },
    { "a text alone", u"\"a\""_s, R"("a")" },
    { "empty texts", u"[\"\", \"\"]"_s, R"(["",""])" },
    { "escapes", uR"(["\"\\\/\b\f\n\r\t\u0041\u00e9\uD83E\uddEd"])"_s,
        R"(["\"\\\/\b\f\n\r\t\u0041\u00e9\uD83E\uddEd"])" },
    { "characters of all sizes", u"[\"aé学🧭\x7f\"]"_s, "[\"aé学🧭\x7f\"]" },
    { "what is no structure in a text", u"[\"{]},: // # /* ' “ ```\"]"_s,
        "[\"{]},: // # /* ' “ ```\"]" },
    { "a quotation mark before each token", u"{\"a\":\"b\",\"c\":\"d\"\n,\"e\" : \"f\"\t}"_s,
        R"({"a":"b","c":"d","e":"f"})" },
};

const std::vector<Row> structureRows {
    { "commas behind the last", u"{\"a\":[1,2,],}"_s, R"({"a":[1,2]})",
        { ExtraComma, ExtraComma } },
    { "commas before the first and doubled", u"[,1,,2]"_s, "[1,2]", { ExtraComma, ExtraComma } },
    { "a comma alone", u"{,}"_s, "{}", { ExtraComma } },
    { "no comma between items", u"[1 2 \"a\" \"b\" {} []\ntrue]"_s, R"([1,2,"a","b",{},[],true])",
        { MissingComma, MissingComma, MissingComma, MissingComma, MissingComma, MissingComma } },
    { "no comma between members", u"{\"a\":1 \"b\":\"x\"\n\"c\":[]\"d\":{}}"_s,
        R"({"a":1,"b":"x","c":[],"d":{}})", { MissingComma, MissingComma, MissingComma } },
    { "no comma before a name", u"{\"a\":\"x\"\nb: 2}"_s, R"({"a":"x","b":2})",
        { MissingComma, UnquotedKey } },
    { "line comments", u"// so\n{ # it\n\"a\": 1, // is \"}\n\"b\": 2}// end"_s, R"({"a":1,"b":2})",
        { Comment, Comment, Comment, TrailingText } },
    { "block comments", u"/**/[1/* a \n ] * / **/,/***/2]"_s, "[1,2]",
        { Comment, Comment, Comment } },
    { "a list not closed before its object is", u"{\"a\":[1,{\"b\":2}}"_s, R"({"a":[1,{"b":2}]})",
        { MissingCloser } },
    { "objects not closed before their list is", u"[{\"a\":{\"b\":1]"_s, R"([{"a":{"b":1}}])",
        { MissingCloser, MissingCloser } },
    { "a bracket that closes nothing", u"{\"a\":1]}"_s, R"({"a":1})", { ExtraCloser } },
    { "a comma before a missing bracket", u"{\"a\":[1,}"_s, R"({"a":[1]})",
        { ExtraComma, MissingCloser } },
    { "no colon", u"{\"a\" \"x\", \"b\"\n1}"_s, R"({"a":"x","b":1})",
        { MissingColon, MissingColon } },
    { "two colons", u"{\"a\":: 1}"_s, R"({"a":1})", { StrayText } },
    { "keys without a value", u"{\"a\", \"b\":, \"c\":}"_s, R"({"a":null,"b":null,"c":null})",
        { MissingValue, MissingValue, MissingValue } },
    { "an object as a key", u"{{\"a\":1}}"_s, R"({"a":1})", { StrayText, TrailingText } },
    { "what is left out by the model", u"[1, ..., 2]"_s, "[1,2]", { StrayText, ExtraComma } },
    { "marks without meaning", u"[%%% 1 ; 2 /3]"_s, "[1,2,3]",
        { StrayText, StrayText, MissingComma, StrayText, MissingComma } },
    { "a unit", u"[12 hours]"_s, "[12]", { StrayText } },
    { "fences", u"```json\n```json\n[1]\n```\n```\n"_s, "[1]" },
    { "fence on the line of its text", u"```json [1] ``` "_s, "[1]" },
    { "the tag of a fence", u"json\n{}"_s, "{}" },
    { "words before", u"So: {}"_s, "{}", { StrayText } },
    { "words behind", u"{} Good luck!"_s, "{}", { TrailingText } },
    { "a byte order mark", u"\uFEFF{}"_s, "{}" },
    { "blanks of other kinds", u"[\u00A01,\u30002]"_s, "[1,2]" },
};

const std::vector<Row> textRows {
    { "control characters", u"[\"a\nb\r\n\tc\x01\"]"_s, R"(["a\nb\r\n\tc\u0001"])",
        { RawControlCharacter, RawControlCharacter, RawControlCharacter, RawControlCharacter,
            RawControlCharacter } },
    { "escapes of punctuation", uR"(["it\'s a\_b \* \学"])"_s, "[\"it's a_b * 学\"]",
        { BadEscape, BadEscape, BadEscape, BadEscape } },
    { "escapes of letters", uR"(["\d+ C:\Users \0"])"_s, R"(["\\d+ C:\\Users \\0"])",
        { BadEscape, BadEscape, BadEscape } },
    { "a byte escape", uR"(["\x41\x22\x0a\xe9\x4"])"_s, "[\"A\\\"\\n\u00e9\\\\x4\"]",
        { BadEscape, BadEscape, BadEscape, BadEscape, BadEscape } },
    { "escapes that are too short", uR"(["\u12 \uXY \u123"])"_s, R"(["\\u12 \\uXY \\u123"])",
        { BadEscape, BadEscape, BadEscape } },
    { "an escaped line end", u"[\"a\\\nb\"]"_s, R"(["a\nb"])", { BadEscape } },
    { "halves of pairs, escaped", uR"(["\ud83e", "\udded", "\ud83ex", "\ud83e\n"])"_s,
        "[\"\uFFFD\",\"\uFFFD\",\"\uFFFDx\",\"\uFFFD\\n\"]",
        { BrokenCharacter, BrokenCharacter, BrokenCharacter, BrokenCharacter } },
    { "pairs, one half escaped",
        QString(u"[\"\\ud83e"_s + QChar(0xDDED) + u"\",\"" + QChar(0xD83E) + u"\\udded\"]"),
        "[\"🧭\",\"🧭\"]" },
    { "halves of pairs",
        QString(u"[\""_s + QChar(0xD83E) + u"\",\"" + QChar(0xDDED) + u"x" + QChar(0xD83E)
            + QChar(0xD83E) + QChar(0xDDED) + u"\"]"),
        "[\"\uFFFD\",\"\uFFFDx\uFFFD🧭\"]",
        { BrokenCharacter, BrokenCharacter, BrokenCharacter } },
    { "a quoted word", u"{\"a\":\"say \"hi\" to \"you\"\", \"b\":1}"_s,
        R"({"a":"say \"hi\" to \"you\"","b":1})",
        { UnescapedQuote, UnescapedQuote, UnescapedQuote, UnescapedQuote } },
    { "a quoted Chinese word", u"[\"学习\"Python\"基础\"]"_s, "[\"学习\\\"Python\\\"基础\"]",
        { UnescapedQuote, UnescapedQuote } },
    { "a quoted word with a hash", u"{\"a\":\"color \"#fff\" in \"#\"\",\"b\":1}"_s,
        R"({"a":"color \"#fff\" in \"#\"","b":1})",
        { UnescapedQuote, UnescapedQuote, UnescapedQuote, UnescapedQuote } },
    { "a quoted word with slashes", u"[\"see \"//a\" or \"/*b\" or \"c\"/d\"]"_s,
        R"(["see \"//a\" or \"/*b\" or \"c\"/d"])",
        { UnescapedQuote, UnescapedQuote, UnescapedQuote, UnescapedQuote, UnescapedQuote,
            UnescapedQuote } },
    { "comments behind blanks behind texts", u"[\"a\" // b\n, \"c\" # d\n, \"e\"\t/* f */]"_s,
        R"(["a","c","e"])", { Comment, Comment, Comment } },
    { "many blanks behind a quotation mark", u"[\"a\"                 b\"]"_s, R"(["a","]"])",
        { StrayText, MissingComma, CutOff, MissingCloser }, false },
    { "single quotation marks", uR"({'a': 'say "it\'s" don't', "b": 'c'})"_s,
        R"({"a":"say \"it's\" don't","b":"c"})",
        { SingleQuotes, SingleQuotes, UnescapedQuote, SingleQuotes } },
    { "typographic quotation marks", u"{“a”: ”b“, ‘c’： “d\"， “e”: “f's “g” h”}"_s,
        "{\"a\":\"b\",\"c\":\"d\",\"e\":\"f's “g” h\"}",
        { TypographicMark, TypographicMark, TypographicMark, TypographicMark, TypographicMark,
            TypographicMark, TypographicMark, TypographicMark, UnescapedQuote, UnescapedQuote } },
};

const std::vector<Row> wordRows {
    { "names without marks", u"{a: 1, $b_2-c: 2, 学: 3, 7: 4, true: 5}"_s,
        "{\"a\":1,\"$b_2-c\":2,\"学\":3,\"7\":4,\"true\":5}",
        { UnquotedKey, UnquotedKey, UnquotedKey, UnquotedKey, UnquotedKey } },
    { "texts without marks", u"{\"a\": easy, \"b\": [中, 🧭]}"_s,
        "{\"a\":\"easy\",\"b\":[\"中\",\"🧭\"]}", { UnquotedText, UnquotedText, UnquotedText } },
    { "literals of other languages",
        u"[True, False, None, undefined, NaN, Infinity, -Infinity, +Infinity, NULL]"_s,
        "[true,false,null,null,null,null,null,null,null]",
        { ForeignWord, ForeignWord, ForeignWord, ForeignWord, ForeignWord, ForeignWord, ForeignWord,
            ForeignWord, ForeignWord } },
    { "numbers of other languages", u"[+1, .5, 1., 01, -.5, -007.250, 1e, 2.e+3, 00]"_s,
        "[1,0.5,1.0,1,-0.5,-7.250,1,2.0e3,0]",
        { NumberForm, NumberForm, NumberForm, NumberForm, NumberForm, NumberForm, NumberForm,
            NumberForm, NumberForm } },
    { "numbers beyond a double", u"[1e999, -1.8e308, 1e99999999999]"_s, "[null,null,null]",
        { NumberOutOfRange, NumberOutOfRange, NumberOutOfRange } },
    { "exponents beyond a reader", u"[1e-99999999999, 0e99999999999, 0e999]"_s, "[0.0,0.0,0.0]",
        { NumberForm, NumberForm, NumberForm } },
    { "a long number", u"["_s + QString(400, u'9') + u", 0." + QString(400, u'0') + u"1]",
        "[null,0." + QByteArray(400, '0') + "1]", { NumberOutOfRange } },
    { "a word without an end", u"["_s + QString(2000, u'9') + u", 1]", "[1]",
        { StrayText, ExtraComma } },
    { "no number", u"[1-2, 1.2.3x]"_s, R"(["1.2.3x"])", { StrayText, ExtraComma, UnquotedText } },
};

const std::vector<Row> cutRows {
    { "nothing at all", u""_s, "null", { MissingValue }, false },
    { "blanks", u" \n"_s, "null", { MissingValue }, false },
    { "a fence alone", u"```json"_s, "null", { MissingValue }, false },
    { "behind a bracket", u"{"_s, "{}", { MissingCloser }, false },
    { "in a text", u"{\"a\":[\"b"_s, R"({"a":["b"]})", { CutOff, MissingCloser, MissingCloser },
        false },
    { "behind a text", u"{\"a\":[\"b\" "_s, R"({"a":["b"]})", { MissingCloser, MissingCloser },
        false },
    { "in a key", u"{\"a"_s, R"({"a":null})", { CutOff, CutOff, MissingCloser }, false },
    { "behind a key", u"{\"a\""_s, R"({"a":null})", { CutOff, MissingCloser }, false },
    { "behind a colon", u"{\"a\":"_s, R"({"a":null})", { CutOff, MissingCloser }, false },
    { "behind a comma", u"{\"a\":1,"_s, R"({"a":1})", { CutOff, MissingCloser }, false },
    { "in an unquoted key", u"{ab"_s, R"({"ab":null})", { UnquotedKey, CutOff, MissingCloser },
        false },
    { "in a literal", u"[tru"_s, "[true]", { CutOff, MissingCloser }, false },
    { "in a literal of Python", u"[Fal"_s, "[false]", { CutOff, MissingCloser }, false },
    { "behind a literal", u"[null"_s, "[null]", { MissingCloser }, false },
    { "in a number", u"[12"_s, "[12]", { CutOff, MissingCloser }, false },
    { "behind a point", u"[1."_s, "[1.0]", { CutOff, MissingCloser }, false },
    { "behind a sign", u"[-"_s, "[null]", { CutOff, MissingCloser }, false },
    { "in an exponent", u"[1e-"_s, "[1]", { CutOff, MissingCloser }, false },
    { "in an unknown word", u"[abc"_s, "[null]", { CutOff, MissingCloser }, false },
    { "in an escape", u"[\"a\\"_s, R"(["a"])", { CutOff, MissingCloser }, false },
    { "in a hexadecimal escape", u"[\"a\\u00"_s, R"(["a"])", { CutOff, MissingCloser }, false },
    { "between halves of a pair", u"[\"a\\ud83e"_s, "[\"a\uFFFD\"]",
        { BrokenCharacter, CutOff, MissingCloser }, false },
    { "in a comment", u"[1 // so"_s, "[1]", { Comment, CutOff, MissingCloser }, false },
    { "in a comment of Python", u"[1 # so, 2]"_s, "[1]", { Comment, CutOff, MissingCloser },
        false },
    { "in a block comment", u"[1, /* so, 2]\n"_s, "[1]", { Comment, CutOff, CutOff, MissingCloser },
        false },
    { "at the end of a block comment", u"{\"a\":1 /* so *"_s, R"({"a":1})",
        { Comment, CutOff, MissingCloser }, false },
    { "in a block comment before all", u"/* so {}"_s, "null", { Comment, CutOff, MissingValue },
        false },
    { "in a line comment before all", u"// so {}"_s, "null", { Comment, MissingValue }, false },
    { "behind half a comment mark", u"[1 /"_s, "[1]", { StrayText, MissingCloser }, false },
};

void addRows(const std::vector<Row>& rows)
{
    for (const Row& row : rows)
        QTest::newRow(row.name) << row.text
                                << Mended { row.json, mendsOf(row.mends), row.isComplete };
}

/// One small accident to a text, as a model has them.
void damage(QString& text, QRandomGenerator& random)
{
    static const QStringList scraps { u"\""_s, u"'"_s, u","_s, u":"_s, u"{"_s, u"}"_s, u"["_s,
        u"]"_s, u"\\"_s, u"\\u"_s, u"\n"_s, u"//"_s, u"/*"_s, u"#"_s, u"“"_s, u"None"_s, u"1e999"_s,
        u"-"_s, u"."_s, u"学"_s, QString(QChar(0xD83E)), QString(QChar(0xDDED)), u"```json\n"_s,
        u"\\ud83e"_s, u"\\x4"_s, QString(QChar(0)), u"[[[[[[[["_s };
    const qsizetype at = random.bounded(text.size());
    switch (random.bounded(4)) {
    case 0:
        text.remove(at, 1 + random.bounded(5));
        break;
    case 1:
        text.truncate(std::max(text.size() / 2, at));
        break;
    case 2:
        text.remove(at, 1);
        [[fallthrough]];
    default:
        text.insert(at, scraps[random.bounded(scraps.size())]);
    }
}

/// Where the concepts of a roadmap are in its text.
QList<QStringView> conceptsIn(QStringView text)
{
    QList<QStringView> concepts;
    for (qsizetype key = text.indexOf(u"\"concept_id\""); key >= 0;
         key = text.indexOf(u"\"concept_id\"", key + 1)) {
        const QStringView object = text.sliced(text.lastIndexOf(u'{', key));
        concepts.append(object.first(JsonExtent(u'{').take(object, QChar())));
    }
    return concepts;
}

/// All objects in a value, as text.
void collectObjects(const json::value& value, QSet<QByteArray>& objects)
{
    if (const auto* const object = value.if_object()) {
        objects.insert(writeJson(value));
        for (const auto& member : *object)
            collectObjects(member.value(), objects);
    } else if (const auto* const list = value.if_array()) {
        for (const json::value& item : *list)
            collectObjects(item, objects);
    }
}

/// Concepts that no accident has touched and that are in no object of what was mended.
struct Lost {
    qsizetype before = 0; ///< wholly before all damage
    qsizetype behind = 0; ///< wholly behind it
};

Lost lostConcepts(QStringView right, QStringView damaged, const QByteArray& mended)
{
    const auto common = std::ranges::mismatch(right, damaged).in1 - right.begin();
    const qsizetype rest = std::min(right.size(), damaged.size()) - common;
    qsizetype behind = 0;
    while (
        behind < rest && right[right.size() - 1 - behind] == damaged[damaged.size() - 1 - behind])
        ++behind;
    QSet<QByteArray> objects;
    collectObjects(parseJson(mended).value(), objects);
    Lost lost;
    for (const QStringView item : conceptsIn(right)) {
        const qsizetype at = item.begin() - right.begin();
        if (objects.contains(writeJson(parseJson(item.toUtf8()).value())))
            continue;
        lost.before += at + item.size() <= common ? 1 : 0;
        lost.behind += at >= right.size() - behind ? 1 : 0;
    }
    return lost;
}

} // namespace

class JsonMenderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void yieldsTheSameForEverySplit_data();
    void yieldsTheSameForEverySplit();
    void tellsAtOnceWhatItCan_data();
    void tellsAtOnceWhatItCan();
    void mendsAnyDamageToJsonThatParses_data();
    void mendsAnyDamageToJsonThatParses();
    void leavesWhatIsRightAlone();
    void endsAtTooManyLevels();
    void isLinear_data();
    void isLinear();
    void tellsForPeopleWhatWasMended();
    void guessesAreDoubtful();
};

void JsonMenderTest::yieldsTheSameForEverySplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Mended>("mended");
    addRows(rightRows);
    addRows(structureRows);
    addRows(textRows);
    addRows(wordRows);
    addRows(cutRows);
}

void JsonMenderTest::yieldsTheSameForEverySplit()
{
    QFETCH(const QString, text);
    QFETCH(const Mended, mended);
    for (qsizetype first = 0; first <= text.size(); ++first)
        QCOMPARE(mend(text, first, text.size()), mended);
    QCOMPARE(mend(text, 0, 1), mended);
    const auto value = parseJson(mended.json);
    QVERIFY2(value, qPrintable(value ? QString() : value.error().details));
}

void JsonMenderTest::tellsAtOnceWhatItCan_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("a bracket") << u"{"_s << "{"_ba;
    QTest::newRow("half a text") << u"{\"a\":\"bcd"_s << "{\"a\":\"bcd"_ba;
    QTest::newRow("a text that may be at its end") << u"[\"a\" "_s << "[\"a"_ba;
    QTest::newRow("half an escape") << u"[\"a\\u12"_s << "[\"a"_ba;
    QTest::newRow("half a character") << QString(u"[\"a"_s + QChar(0xD83E)) << "[\"a"_ba;
    QTest::newRow("half a number") << u"[1"_s << "["_ba;
    QTest::newRow("a number") << u"[1 "_s << "[1"_ba;
    QTest::newRow("a comma waits for its item") << u"[1,"_s << "[1"_ba;
}

void JsonMenderTest::tellsAtOnceWhatItCan()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, told);
    JsonMender mender;
    QByteArray out;
    mender.feed(text, out);
    QCOMPARE(out, told);
    QVERIFY(!mender.isComplete());
}

void JsonMenderTest::mendsAnyDamageToJsonThatParses_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void JsonMenderTest::mendsAnyDamageToJsonThatParses()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    const json::object roadmap = toJson(sample::largeRoadmap(5));
    const QString right = QString::fromUtf8(
        random.bounded(2) == 0 ? writeJson(roadmap) : writeIndentedJson(roadmap));
    for (int round = 0; round < 300; ++round) {
        QString text = right;
        const int accidents = 1 + random.bounded(8);
        for (int i = 0; i < accidents; ++i)
            damage(text, random);
        const Mended whole = mend(text);
        QVERIFY2(parseJson(whole.json), qPrintable(text));
        QCOMPARE(mend(text, random.bounded(text.size()), text.size()), whole);
        QCOMPARE(mend(text, 0, 1 + random.bounded(7)), whole);
        const Lost lost = lostConcepts(right, text, whole.json);
        QVERIFY2(lost.before == 0, qPrintable(text));
        // A text that lacks its end may hold the beginning of a concept, and behind the end of all
        // there may be more.
        const bool mayLose = whole.mends.isDoubtful() || whole.mends.count(UnescapedQuote) > 0
            || whole.mends.count(TrailingText) > 0;
        QVERIFY2(mayLose || lost.behind == 0, qPrintable(text));
        if (const auto strict = parseJson(text.toUtf8()); strict && whole.mends.isEmpty())
            QCOMPARE(writeJson(parseJson(whole.json).value()), writeJson(strict.value()));
    }
}

void JsonMenderTest::leavesWhatIsRightAlone()
{
    const json::object roadmap = toJson(sample::largeRoadmap(50));
    const Mended compact = mend(QString::fromUtf8(writeJson(roadmap)), 0, 4);
    QCOMPARE(compact.json, writeJson(roadmap));
    QVERIFY(compact.mends.isEmpty() && compact.isComplete);
    QCOMPARE(mend(QString::fromUtf8(writeIndentedJson(roadmap))), compact);
}

void JsonMenderTest::endsAtTooManyLevels()
{
    const QString most = QString(JsonMender::maxDepth, u'[');
    const Mended deep = mend(QString(most + QString(JsonMender::maxDepth, u']')));
    QVERIFY(deep.mends.isEmpty() && deep.isComplete && parseJson(deep.json));

    JsonMender mender;
    QByteArray out;
    mender.feed(QString(most + u"1,{\"a\":2"), out);
    QVERIFY(mender.hasOverflowed() && mender.mends().isDoubtful());
    QCOMPARE(out, most.toLatin1() + '1');
    mender.finish(out);
    QCOMPARE(out, most.toLatin1() + '1' + QByteArray(JsonMender::maxDepth, ']'));
    QVERIFY(parseJson(out) && !mender.isComplete());
}

void JsonMenderTest::isLinear_data()
{
    QTest::addColumn<QString>("unit");
    for (const char* unit : { "x", " ", "\"", "{", "[", "}", ",", "\\", "/", "/*", "#\n", "'", "`",
             "1", "\"a\" ", "\"a\":", "[1]", "\"\\ud83e" })
        QTest::newRow(unit) << QString::fromLatin1(unit);
}

/// Quadratic work would not end.
void JsonMenderTest::isLinear()
{
    QFETCH(const QString, unit);
    const QString text = u"{\"a\":["_s + unit.repeated(400'000 / unit.size());
    const Mended whole = mend(text);
    QCOMPARE_LE(whole.json.size(), 2 * text.size() + 100);
    QCOMPARE(mend(text, 0, 1), whole);
    QCOMPARE(mend(text, 0, 7), whole);
    QVERIFY(parseJson(whole.json));
}

void JsonMenderTest::tellsForPeopleWhatWasMended()
{
    QCOMPARE(mend(u"[1,2]").mends.sentences(), QStringList());
    const QStringList sentences = mend(u"[1,,2,] // so").mends.sentences();
    QCOMPARE(sentences.value(0), u"2 superfluous commas were left out."_s);
    QCOMPARE(sentences.size(), 2);
}

void JsonMenderTest::guessesAreDoubtful()
{
    for (std::size_t kind = 0; kind < jsonMendCount; ++kind)
        QCOMPARE(mendsOf({ JsonMend(kind) }).isDoubtful(), JsonMend(kind) >= StrayText);
    QVERIFY(!JsonMends().isDoubtful());
}

QTEST_GUILESS_MAIN(JsonMenderTest)
#include "JsonMenderTest.moc"
