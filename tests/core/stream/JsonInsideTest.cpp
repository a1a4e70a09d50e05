// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonInside.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class JsonInsideTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheFirstObject_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        const auto row = [](const char* name, const QString& text, const QString& json) {
            QTest::addRow("%s", name) << text << json;
        };
        row("alone", u"{\"a\":1}"_s, u"{\"a\":1}"_s);
        row("in a sentence", u"Here it is: {\"a\":{\"b\":\"}\"}}. Good luck!"_s,
            u"{\"a\":{\"b\":\"}\"}}"_s);
        row("behind a placeholder", u"Dear {name}, {\"a\":1}"_s, u"{\"a\":1}"_s);
        row("in a fence of another kind", u"```js\n{ \"a\": 1 }\n```"_s, u"{ \"a\": 1 }"_s);
        row("empty", u"so: {}"_s, u"{}"_s);
        row("cut", u"so: {\"a\":[1"_s, u"{\"a\":[1"_s);
        row("names without marks", u"Here: {title: 'x', modules: [{\"a\":1}]}."_s,
            u"{title: 'x', modules: [{\"a\":1}]}"_s);
        row("single quotation marks", u"Here: {'a': {\"b\":1}}."_s, u"{'a': {\"b\":1}}"_s);
        row("typographic quotation marks", u"Here: {“a”: {}} so"_s, u"{“a”: {}}"_s);
        row("a comment first", u"Here: { // {so}\n\"a\": {\"b\":1}}."_s,
            u"{ // {so}\n\"a\": {\"b\":1}}"_s);
        row("almost JSON before it", u"The set {'a', 'b'} and {x: {y: 1}}: {\"a\":1}"_s,
            u"{\"a\":1}"_s);
        row("only almost JSON", u"The set {'a'} and {x: {y: 1}} and {'b'}"_s, u"{x: {y: 1}}"_s);
        row("none", u"{name} and {1, 2} and }{"_s, {});
        row("nothing", {}, {});
    }

    void findsTheFirstObject()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, json);
        QCOMPARE(jsonInside(text).toString(), json);
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::JsonInsideTest)
#include "JsonInsideTest.moc"
