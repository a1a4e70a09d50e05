// SPDX-License-Identifier: Apache-2.0
#include "core/base/JsonReader.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

json::value valueOf(const QByteArray& text)
{
    const Result<json::value> value = parseJson(text);
    if (!value.ok())
        qFatal("not JSON: %s", text.constData());
    return value.value();
}

using Read = std::function<void(JsonReader&)>;

} // namespace

Q_DECLARE_METATYPE(Read)

class JsonReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void membersOfTheRightTypeAreRead()
    {
        const json::value value = json::object { { "text", "学" }, { "number", 2 }, { "real", 0.5 },
            { "count", 3.0 }, { "yes", true }, { "texts", { "a", "b" } }, { "items", { 1, 2 } } };
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        QCOMPARE(reader.requiredString("text"), u"学"_s);
        QCOMPARE(reader.requiredNumber("number"), 2.0);
        QCOMPARE(reader.optionalNumber("real"), std::optional(0.5));
        QCOMPARE(reader.requiredInteger("count"), 3);
        QCOMPARE(reader.integer("number", 9), 2);
        QCOMPARE(reader.boolean("yes", false), true);
        QCOMPARE(reader.requiredStrings("texts"), QStringList({ u"a"_s, u"b"_s }));
        const auto paths = reader.requiredList(
            "items", [](const json::value&, const QString& path) { return path; });
        QCOMPARE(paths, QStringList({ u"items[0]"_s, u"items[1]"_s }));
        QVERIFY(problems.isEmpty());
        QVERIFY(reader.extras().empty());
    }

    void whatIsMissingOrNullGivesTheDefault_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("missing") << "{}"_ba;
        QTest::addRow("null") << R"({"a":null})"_ba;
    }

    void whatIsMissingOrNullGivesTheDefault()
    {
        QFETCH(const QByteArray, text);
        const json::value value = valueOf(text);
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        QCOMPARE(reader.string("a", u"x"_s), u"x"_s);
        QVERIFY(!reader.optionalString("a").has_value());
        QVERIFY(!reader.optionalNumber("a").has_value());
        QCOMPARE(reader.integer("a", 7), 7);
        QCOMPARE(reader.boolean("a", true), true);
        QCOMPARE(reader.strings("a"), QStringList());
        QVERIFY(reader.list("a", [](const json::value&, const QString&) { return 1; }).isEmpty());
        QVERIFY(problems.isEmpty());
    }

    void problemNamesPathExpectedAndFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Read>("read");
        QTest::addColumn<QString>("line");
        const auto add = [](const QByteArray& text, const QString& line, const Read& read) {
            QTest::addRow("%s", qPrintable(QString(line + u" in "_s + QString::fromUtf8(text))))
                << text << read << line;
        };
        const Read text = [](JsonReader& reader) { std::ignore = reader.requiredString("a"); };
        add("{}", u"at.a: expected a text, found nothing"_s, text);
        add(R"({"a":null})", u"at.a: expected a text, found null"_s, text);
        add(R"({"a":12})", u"at.a: expected a text, found the number 12"_s, text);
        add(R"({"a":0.5})", u"at.a: expected a text, found the number 0.5"_s, text);
        add(R"({"a":true})", u"at.a: expected a text, found true"_s, text);
        add(R"({"a":[]})", u"at.a: expected a text, found a list"_s, text);
        add(R"({"a":{}})", u"at.a: expected a text, found an object"_s, text);
        add(R"({"a":1})", u"at.a: expected a text, found the number 1"_s,
            [](JsonReader& reader) { std::ignore = reader.string("a"); });
        const Read number = [](JsonReader& reader) { std::ignore = reader.requiredNumber("a"); };
        add("{}", u"at.a: expected a number, found nothing"_s, number);
        add(R"({"a":"ten"})", u"at.a: expected a number, found \"ten\""_s, number);
        add(R"({"a":"ten"})", u"at.a: expected a number, found \"ten\""_s,
            [](JsonReader& reader) { std::ignore = reader.optionalNumber("a"); });
        const Read integer = [](JsonReader& reader) { std::ignore = reader.requiredInteger("a"); };
        add("{}", u"at.a: expected a whole number, found nothing"_s, integer);
        add(R"({"a":1.5})", u"at.a: expected a whole number, found the number 1.5"_s, integer);
        add(R"({"a":1e10})", u"at.a: expected a whole number, found the number 10000000000.0"_s,
            integer);
        add(R"({"a":18446744073709551615})",
            u"at.a: expected a whole number, found the number 18446744073709551615"_s, integer);
        add(R"({"a":"x"})", u"at.a: expected a whole number, found \"x\""_s,
            [](JsonReader& reader) { std::ignore = reader.integer("a", 1); });
        add(R"({"a":1})", u"at.a: expected true or false, found the number 1"_s,
            [](JsonReader& reader) { std::ignore = reader.boolean("a", false); });
        add("{}", u"at.a: expected a list, found nothing"_s,
            [](JsonReader& reader) { std::ignore = reader.requiredStrings("a"); });
        add(R"({"a":"b, c"})", u"at.a: expected a list, found \"b, c\""_s,
            [](JsonReader& reader) { std::ignore = reader.strings("a"); });
        add(R"({"a":["b",3]})", u"at.a[1]: expected a text, found the number 3"_s,
            [](JsonReader& reader) { std::ignore = reader.strings("a"); });
        add("{}", u"at.a: expected a value, found nothing"_s,
            [](JsonReader& reader) { std::ignore = reader.requiredMember("a"); });
        add("[]", u"at: expected an object, found a list"_s, [](JsonReader&) {});
    }

    void problemNamesPathExpectedAndFound()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const Read, read);
        QFETCH(const QString, line);
        const json::value value = valueOf(text);
        ReadProblems problems;
        JsonReader reader(value, u"at"_s, problems);
        read(reader);
        QCOMPARE(problems.lines(), QStringList { line });
        QCOMPARE(problems.error(u"Sorry."_s), (Error { ErrorKind::BadOutput, u"Sorry."_s, line }));
    }

    void aLoneItemStandsForAListWhereThatIsAllowed()
    {
        const json::value value = json::object { { "a", "b, c" }, { "d", json::object() },
            { "e", 1 }, { "f", json::object() }, { "g", "h" } };
        QStringList mends;
        ReadProblems problems(&mends);
        JsonReader reader(value, {}, problems);
        QCOMPARE(reader.requiredStrings("a"), QStringList { u"b, c"_s });
        const auto path = [](const json::value&, const QString& at) { return at; };
        QCOMPARE(reader.list("d", path), QList<QString> { u"d[0]"_s });
        QVERIFY(problems.isEmpty());
        problems.tellMends();
        QCOMPARE(
            mends, QStringList { u"2 values without brackets were taken for lists of one."_s });
        std::ignore = reader.strings("e");
        std::ignore = reader.strings("f");
        std::ignore = reader.requiredList("g", path);
        QCOMPARE(problems.lines(),
            QStringList({ u"e: expected a list, found the number 1"_s,
                u"f: expected a list, found an object"_s, u"g: expected a list, found \"h\""_s }));
    }

    void theRootHasAPathToo()
    {
        const json::value value = valueOf("3");
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        QCOMPARE(reader.pathOf("a"), u"a"_s);
        QCOMPARE(problems.lines(),
            QStringList { u"(the whole text): expected an object, found the number 3"_s });
    }

    void whatWasNotAskedForIsKeptInItsOrder()
    {
        const json::value value = valueOf(R"({"z":1,"known":2,"a":{"deep":[3]},"null":null})");
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        std::ignore = reader.member("known");
        QCOMPARE(writeJson(reader.extras()), R"({"z":1,"a":{"deep":[3]},"null":null})"_ba);
    }

    void longTextsAreShortenedBetweenCharacters()
    {
        const json::value value = valueOf("{\"a\":\"" + "x"_ba + "😀"_ba.repeated(100000) + "\"}");
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        std::ignore = reader.requiredNumber("a");
        const QString line = problems.lines().constFirst();
        QVERIFY(line.size() < 100);
        QCOMPARE(QString::fromUtf8(line.toUtf8()), line);
    }

    void aProblemIsOneHarmlessLine()
    {
        const json::value value = json::object { { "a", "two\nlines \x1b[2J" } };
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        std::ignore = reader.requiredNumber("a");
        QCOMPARE(
            problems.lines(), QStringList { u"a: expected a number, found \"two lines [2J\""_s });
    }

    void aTextWithPlaceholdersIsLeftAlone()
    {
        const json::value value = valueOf(R"({"a":"%1 %2 %3"})");
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        std::ignore = reader.requiredNumber("a");
        QCOMPARE(problems.lines(), QStringList { u"a: expected a number, found \"%1 %2 %3\""_s });
    }

    void atMostTwentyLinesAreKept_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("last");
        QTest::addRow("20") << 20 << u"a[19]: expected a text, found the number 0"_s;
        QTest::addRow("21") << 21 << u"and 2 more"_s;
        QTest::addRow("a million") << 1000000 << u"and 999981 more"_s;
    }

    void atMostTwentyLinesAreKept()
    {
        QFETCH(const int, count);
        QFETCH(const QString, last);
        json::value value = json::object();
        value.get_object()["a"] = json::array(static_cast<std::size_t>(count), json::value(0));
        ReadProblems problems;
        JsonReader reader(value, {}, problems);
        std::ignore = reader.strings("a");
        QCOMPARE(problems.lines().size(), 20);
        QCOMPARE(problems.lines().constLast(), last);
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "JsonReaderTest.moc"
