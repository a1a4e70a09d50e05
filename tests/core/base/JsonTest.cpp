// SPDX-License-Identifier: Apache-2.0
#include "core/base/Json.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;
using namespace roadloom;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimalsHaveAPointAndNoExponent_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("whole") << 2.0 << "2.0"_ba;
        QTest::addRow("half") << 0.5 << "0.5"_ba;
        QTest::addRow("zero") << 0.0 << "0.0"_ba;
        QTest::addRow("minus") << -3.25 << "-3.25"_ba;
        QTest::addRow("a tenth") << 0.1 << "0.1"_ba;
        QTest::addRow("large") << 1e21 << "1000000000000000000000.0"_ba;
        QTest::addRow("small") << 1e-7 << "0.0000001"_ba;
        QTest::addRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "null"_ba;
        QTest::addRow("infinite") << std::numeric_limits<double>::infinity() << "null"_ba;
        QTest::addRow("minus infinite") << -std::numeric_limits<double>::infinity() << "null"_ba;
    }

    void decimalsHaveAPointAndNoExponent()
    {
        QFETCH(const double, number);
        QFETCH(const QByteArray, text);
        QCOMPARE(writeJson(json::value(number)), text);
    }

    void anyDoubleIsReadBackAsItWas()
    {
        QList<double> numbers { std::numeric_limits<double>::max(),
            std::numeric_limits<double>::lowest(), std::numeric_limits<double>::min(), 1.0 / 3.0,
            0.1 + 0.2, 9007199254740993.0 };
        QRandomGenerator random(3);
        for (int i = 0; i < 1000; ++i)
            numbers.append(std::ldexp(random.generateDouble(), random.bounded(-200, 200)));
        for (const double number : std::as_const(numbers)) {
            const QByteArray text = writeJson(json::value(number));
            QVERIFY2(!text.contains('e') && text.contains('.'), text.constData());
            QCOMPARE(text.toDouble(), number);
        }
    }

    void valuesAreWrittenCompactly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("null") << "null"_ba;
        QTest::addRow("truth") << "[true,false]"_ba;
        QTest::addRow("integers") << "[0,-1,42]"_ba;
        QTest::addRow("the largest integers")
            << "[-9223372036854775808,9223372036854775807,18446744073709551615]"_ba;
        QTest::addRow("empty ones") << R"([[],{},""])"_ba;
        QTest::addRow("keys in their order") << R"({"z":1,"a":{"y":2,"b":[3]},"m":null})"_ba;
        QTest::addRow("escapes") << "\"quote \\\" backslash \\\\ slash / \\b\\f\\n\\r\\t end\""_ba;
        QTest::addRow("control characters") << "\"\\u0000\\u0001\\u001f\x7f\""_ba;
        QTest::addRow("escapes in keys") << "{\"a\\\"\\n\":1}"_ba;
        QTest::addRow("Chinese") << "\"学习\""_ba;
        QTest::addRow("outside the basic plane") << "\"😀𠀀\""_ba;
        QTest::addRow("line separators stay as they are") << "\"\u2028\u2029\u0085\""_ba;
    }

    /// Each of these is as compact as it can be, so writing what was read gives the same bytes.
    void valuesAreWrittenCompactly()
    {
        QFETCH(const QByteArray, text);
        const Result<json::value> value = parseJson(text);
        QVERIFY(value.ok());
        QCOMPARE(writeJson(value.value()), text);
    }

    void aByteOrderMarkInFrontIsNoPartOfTheText()
    {
        const Result<json::value> value = parseJson("\xEF\xBB\xBF{\"a\":1}");
        QVERIFY(value.ok());
        QCOMPARE(writeJson(value.value()), "{\"a\":1}");
    }

    void escapedCharactersAreWrittenUnescaped()
    {
        const Result<json::value> value = parseJson(R"("\u5b66\u2028\ud83d\ude00\/")");
        QVERIFY(value.ok());
        QCOMPARE(writeJson(value.value()), "\"学\u2028😀/\""_ba);
    }

    void indentedFormIsForPeople()
    {
        const Result<json::value> value
            = parseJson(R"({"name":"x","items":[1,{"a":2.0}],"none":[],"empty":{}})");
        QVERIFY(value.ok());
        QCOMPARE(writeIndentedJson(value.value()),
            "{\n"
            "  \"name\": \"x\",\n"
            "  \"items\": [\n"
            "    1,\n"
            "    {\n"
            "      \"a\": 2.0\n"
            "    }\n"
            "  ],\n"
            "  \"none\": [],\n"
            "  \"empty\": {}\n"
            "}"_ba);
    }

    void validTextsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("compact");
        QTest::addRow("white space all around") << " \t\r\n { \"a\" : 1 } \r\n\t "_ba
                                                << R"({"a":1})"_ba;
        QTest::addRow("a bare number") << "12"_ba
                                       << "12"_ba;
        QTest::addRow("a bare number and a blank") << "12 "_ba
                                                   << "12"_ba;
        QTest::addRow("a bare word") << "true"_ba
                                     << "true"_ba;
        QTest::addRow("an exponent") << "[1e3]"_ba
                                     << "[1000.0]"_ba;
        QTest::addRow("the last of two equal keys") << R"({"a":1,"a":2})"_ba
                                                    << R"({"a":2})"_ba;
        QTest::addRow("64 levels") << "["_ba.repeated(64) + "]"_ba.repeated(64)
                                   << "["_ba.repeated(64) + "]"_ba.repeated(64);
    }

    void validTextsAreRead()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, compact);
        const Result<json::value> value = parseJson(text);
        QVERIFY2(value.ok(), value.ok() ? "" : qPrintable(value.error().details));
        QCOMPARE(writeJson(value.value()), compact);
    }

    void invalidTextsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("blanks") << "  \n "_ba;
        QTest::addRow("cut in an object") << R"({"a":)"_ba;
        QTest::addRow("cut in a text") << "\"abc"_ba;
        QTest::addRow("cut in a word") << "tru"_ba;
        QTest::addRow("a second value") << "{} {}"_ba;
        QTest::addRow("a second number") << "1 2"_ba;
        QTest::addRow("words behind") << "[1] and so on"_ba;
        QTest::addRow("a form feed behind") << "{}\f"_ba;
        QTest::addRow("a vertical tab behind") << "{}\v"_ba;
        QTest::addRow("a zero byte behind") << QByteArray("{}\0", 3);
        QTest::addRow("a comma too many") << "[1,]"_ba;
        QTest::addRow("single quotes") << "{'a':1}"_ba;
        QTest::addRow("a comment") << "[1] // one"_ba;
        QTest::addRow("no number") << "NaN"_ba;
        QTest::addRow("a leading zero") << "[01]"_ba;
        QTest::addRow("a raw line break in a text") << "\"a\nb\""_ba;
        QTest::addRow("an overlong encoding") << "\"\xc0\xaf\""_ba;
        QTest::addRow("a byte that is no UTF-8") << "\"\xff\""_ba;
        QTest::addRow("half a character") << "\"\xe5\xad\""_ba;
        QTest::addRow("half a surrogate pair") << R"("\ud83d")"_ba;
        QTest::addRow("65 levels") << "["_ba.repeated(65) + "]"_ba.repeated(65);
        QTest::addRow("a million levels") << "["_ba.repeated(1000000);
        QTest::addRow("a million levels of objects") << R"({"a":)"_ba.repeated(1000000);
    }

    void invalidTextsAreRefused()
    {
        QFETCH(const QByteArray, text);
        const Result<json::value> value = parseJson(text);
        QVERIFY(!value.ok());
        QCOMPARE(value.error().kind, ErrorKind::BadOutput);
        QVERIFY(!value.error().message.isEmpty());
        QVERIFY(!value.error().details.isEmpty());
    }

    void errorNamesLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addRow("at once") << "x"_ba << u"line 1, column 1"_s;
        QTest::addRow("in the first line") << "[1, x]"_ba << u"line 1, column 5"_s;
        QTest::addRow("in the third line")
            << "{\n  \"a\": 1,\n  oops\n}"_ba << u"line 3, column 3"_s;
        QTest::addRow("columns are bytes") << "[\"学\", x]"_ba << u"line 1, column 9"_s;
        QTest::addRow("behind the value") << "[1]\n x"_ba << u"line 2, column 2"_s;
        QTest::addRow("at the end") << "[1,\n"_ba << u"line 2, column 1"_s;
    }

    void errorNamesLineAndColumn()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, place);
        const Result<json::value> value = parseJson(text);
        QVERIFY(!value.ok());
        QVERIFY2(value.error().message.contains(place), qPrintable(value.error().message));
    }

    void textsGoThereAndBack()
    {
        const QString text = u"a\0b 学 😀"_s;
        QCOMPARE(toQString(toJsonString(text)), text);
        QCOMPARE(writeJson(toJsonArray({ u"a"_s, u"学"_s, QString() })), R"(["a","学",""])"_ba);
        QCOMPARE(writeJson(toJsonArray({})), "[]"_ba);
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "JsonTest.moc"
