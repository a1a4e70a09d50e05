// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"
#include "tests/core/llm/DecodedBody.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

using test::byteByByte;
using test::decodeBody;
using test::Outcome;

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class GeminiDialectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void reportsFailures_data();
    void reportsFailures();
    void mapsFinishReasons_data();
    void mapsFinishReasons();
    void tellsModelAndUsage();
};

namespace {

QByteArray sse(const QByteArray& payload)
{
    return "data: " + payload + "\r\n\r\n";
}

/// A payload with these parts, and this behind its content: `,"finishReason":"STOP"`.
QByteArray saying(const QByteArray& parts, const QByteArray& behind = {})
{
    return R"({"candidates":[{"content":{"parts":[)" + parts + R"(],"role":"model"})" + behind
        + R"(,"index":0}],"modelVersion":"m"})";
}

QByteArray text(const QByteArray& words)
{
    return R"({"text":")" + words + R"("})";
}

QByteArray finishing(const QByteArray& reason)
{
    return R"(,"finishReason":")" + reason + '"';
}

QByteArray say(const QByteArray& words)
{
    return sse(saying(text(words)));
}

const QByteArray stop = finishing("STOP");
const QByteArray hello = say("Hel") + sse(saying(text("lo"), stop));

} // namespace

void GeminiDialectTest::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reasoning");
    QTest::addColumn<FinishReason>("reason");
    const auto row = [](const char* name, const QByteArray& body, const QString& text,
                         const QString& reasoning = {}, FinishReason reason = FinishReason::Stop) {
        QTest::addRow("%s", name) << body << text << reasoning << reason;
    };
    const QString helloText = u"Hello"_s;

    row("streamed", hello, helloText);
    row("without the last blank line", hello.trimmed(), helloText);
    row("the finish reason alone",
        say("Hello") + sse(R"({"candidates":[{"finishReason":"STOP"}]})"), helloText);
    row("thoughts apart",
        sse(saying(R"({"text":"Hm","thought":true})"))
            + sse(saying(R"({"text":"m","thought":true},{"text":"Hel","thought":false})"))
            + sse(saying(text("lo"), stop)),
        helloText, u"Hmm"_s);
    row("empty parts, signatures, code and tools",
        sse(saying(R"({},{"text":""},{"thoughtSignature":"eA=="})"))
            + sse(saying(R"({"executableCode":{"language":"PYTHON","code":"1"}},)"
                         R"({"codeExecutionResult":{"output":"1"}},)"
                         R"({"functionCall":{"name":"f","args":{}}},{"text":"Hello"})"))
            + sse(saying(text(""), stop)),
        helloText);
    row("null and absent members",
        sse("{}")
            + sse(R"({"candidates":null,"usageMetadata":null,"promptFeedback":null,)"
                  R"("modelVersion":null})")
            + sse(R"({"candidates":[]})") + sse(R"({"candidates":[null,{}]})")
            + sse(R"({"candidates":[{"content":null,"finishReason":null,"index":null}]})")
            + sse(R"({"candidates":[{"content":{}}]})")
            + sse(R"({"candidates":[{"content":{"parts":null}}]})")
            + sse(saying(R"(null,{"text":null,"thought":null},"x")"))
            + sse(R"({"candidates":[{"content":{"parts":[{"text":"Hello"}]},)"
                  R"("finishReason":"FINISH_REASON_UNSPECIFIED"}]})")
            + sse(R"({"promptFeedback":{"blockReason":null}})")
            + sse(R"({"candidates":[{"finishReason":"STOP"}]})"),
        helloText);
    row("payloads that are no object", sse("1") + sse("null") + sse("[]") + hello, helloText);
    row("the first candidate only",
        sse(R"({"candidates":[{"content":{"parts":[{"text":"Other"}]},"index":1},)"
            R"({"content":{"parts":[{"text":"Hello"}]},"finishReason":"STOP"}]})"),
        helloText);
    row("comments and pings",
        ": x\r\n\r\n" + say("Hel") + sse(R"({"type":"ping"})") + say("lo") + sse(saying("", stop)),
        helloText);
    row("an escaped pair over two payloads",
        say(R"(a\ud83d)") + sse(saying(text(R"(\ude00b)"), stop)), u"a😀b"_s);
    row("[DONE] behind it", hello + sse("[DONE]"), helloText);

    row("a filter without content",
        sse(R"({"candidates":[{"finishReason":"SAFETY","index":0,"safetyRatings":[]}]})"), {}, {},
        FinishReason::ContentFilter);
    row("a filter in mid-sentence", say("Hel") + sse(saying(text("lo"), finishing("SAFETY"))),
        helloText, {}, FinishReason::ContentFilter);
    row("nothing", sse(saying("", stop)), {});
    row("only thoughts", sse(saying(R"({"text":"Hmm","thought":true})", finishing("MAX_TOKENS"))),
        {}, u"Hmm"_s, FinishReason::Length);

    row("whole", saying(R"({"text":"Hmm","thought":true},{"text":"Hello"})", stop), helloText,
        u"Hmm"_s);
    row("whole, written over many lines",
        "{\n  \"candidates\": [\n    {\n      \"content\": { \"parts\": [ { \"text\": \"Hello\" } "
        "]\n"
        "      },\n      \"finishReason\": \"STOP\"\n    }\n  ]\n}\n",
        helloText);
    row("whole, a filter without content", R"({"candidates":[{"finishReason":"SAFETY"}]})", {}, {},
        FinishReason::ContentFilter);
    row("a list, as without alt=sse",
        '[' + saying(text("Hel")) + "\n,\r\n" + saying(text("lo"), stop) + "]\n", helloText);
    row("lines", saying(text("Hel")) + '\n' + saying(text("lo"), stop) + '\n', helloText);
}

void GeminiDialectTest::readsAnswers()
{
    QFETCH(const QByteArray, body);
    const Outcome outcome = decodeBody(ApiStyle::Gemini, { body });
    QVERIFY2(!outcome.error, qUtf8Printable(outcome.error.value_or(Error {}).message));
    QVERIFY(outcome.end);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.text, "text");
    QTEST(outcome.reasoning, "reasoning");
    QTEST(outcome.end->reason, "reason");
    QVERIFY(decodeBody(ApiStyle::Gemini, byteByByte(body)) == outcome);
}

void GeminiDialectTest::reportsFailures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said"); // part of the message
    QTest::addColumn<QString>("text"); // what came before
    const auto row = [](const char* name, const QByteArray& body, ErrorKind kind,
                         const QString& said = {}, const QString& text = {}) {
        QTest::addRow("%s", name) << body << kind << said << text;
    };
    using enum ErrorKind;
    const QString boom = u"Boom."_s;
    const auto error = [](const QByteArray& code, const QByteArray& status) -> QByteArray {
        return R"({"error":{"code":)" + code + R"(,"message":"Boom.","status":")" + status
            + R"("}})";
    };
    const QByteArray blocked = R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},)"
                               R"("usageMetadata":{"promptTokenCount":7}})";

    row("an error first", sse(error("503", "UNAVAILABLE")), Server, boom);
    row("an error in the stream", say("Hello") + sse(error("503", "UNAVAILABLE")), Server, boom,
        u"Hello"_s);
    row("an error as an event", say("Hello") + "event: error\r\n" + sse(R"({"message":"Boom."})"),
        Server, boom, u"Hello"_s);
    row("too many requests", sse(error("429", "RESOURCE_EXHAUSTED")), RateLimit, boom);
    row("no such model", sse(error("404", "NOT_FOUND")), NotFound, boom);
    row("a wrong key",
        sse(R"({"error":{"code":400,"message":"API key not valid. Boom.","status":)"
            R"("INVALID_ARGUMENT"}})"),
        Authentication, boom);
    row("an error beside a candidate",
        sse(R"({"candidates":[{"content":{"parts":[{"text":"Hel"}]}}],"error":{"message":"Boom."}})"),
        Server, boom, u"Hel"_s);
    row("a blocked prompt", sse(blocked), Server, u"PROHIBITED_CONTENT"_s);
    row("cut", say("Hel"), Cut, {}, u"Hel"_s);
    row("cut in an event", say("Hel") + sse(saying(text("lo"), stop)).left(40), Cut, {}, u"Hel"_s);
    row("cut in a thought", sse(saying(R"({"text":"Hmm","thought":true})")), Cut);
    row("nothing but usage", sse(R"({"usageMetadata":{"promptTokenCount":7}})"), Cut);
    row("malformed event", say("Hel") + sse(R"({"candidates":oops})"), Protocol, {}, u"Hel"_s);
    row("a web page", "<html>", Protocol, u"web page"_s);

    row("whole, an error", error("503", "UNAVAILABLE"), Server, boom);
    row("whole, an error in a list", "[\n" + error("429", "RESOURCE_EXHAUSTED") + "\n]", RateLimit,
        boom);
    row("whole, a blocked prompt", blocked, Server, u"PROHIBITED_CONTENT"_s);
    row("whole, cut", saying(text("Hello"), stop).chopped(5), Cut);
    row("whole, a list that is cut", '[' + saying(text("Hel")) + ',', Cut);
    row("whole, without a finish reason", saying(text("Hel")), Cut, {}, u"Hel"_s);
    row("whole, another server's", R"({"id":"x","object":"list"})", Protocol);
    row("empty", {}, Protocol, u"empty"_s);
}

void GeminiDialectTest::reportsFailures()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    const Outcome outcome = decodeBody(ApiStyle::Gemini, { body });
    QVERIFY(!outcome.end);
    QVERIFY(outcome.error);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.text, "text");
    QVERIFY2(outcome.error->message.contains(said), qUtf8Printable(outcome.error->message));
    QVERIFY(decodeBody(ApiStyle::Gemini, byteByByte(body)) == outcome);
}

void GeminiDialectTest::mapsFinishReasons_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<FinishReason>("reason");
    QTest::addRow("STOP") << "STOP"_ba << FinishReason::Stop;
    QTest::addRow("MAX_TOKENS") << "MAX_TOKENS"_ba << FinishReason::Length;
    for (const QByteArray& filter : { "SAFETY"_ba, "RECITATION"_ba, "BLOCKLIST"_ba,
             "PROHIBITED_CONTENT"_ba, "SPII"_ba, "IMAGE_SAFETY"_ba, "LANGUAGE"_ba })
        QTest::addRow("%s", filter.constData()) << filter << FinishReason::ContentFilter;
    QTest::addRow("another") << "MALFORMED_FUNCTION_CALL"_ba << FinishReason::Other;
}

void GeminiDialectTest::mapsFinishReasons()
{
    QFETCH(const QByteArray, name);
    const Outcome outcome
        = decodeBody(ApiStyle::Gemini, { sse(saying(text("x"), finishing(name))) });
    QVERIFY(outcome.end);
    QTEST(outcome.end->reason, "reason");
}

/// Thoughts are counted apart, and the early counts lack the candidates'.
void GeminiDialectTest::tellsModelAndUsage()
{
    const QByteArray early = sse(R"({"candidates":[{"content":{"parts":[{"text":"x"}]}}],)"
                                 R"("usageMetadata":{"promptTokenCount":12}})");
    const QByteArray late
        = sse(R"({"candidates":[{"finishReason":"STOP"}],"modelVersion":"m-2","usageMetadata":)"
              R"({"promptTokenCount":12,"candidatesTokenCount":34,"thoughtsTokenCount":5}})");
    const AnswerEnd expected { .reason = FinishReason::Stop,
        .model = u"m-2"_s,
        .usage = { .inputTokens = 12, .outputTokens = 34 } };
    QCOMPARE(decodeBody(ApiStyle::Gemini, { early, late }).end, std::optional(expected));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::GeminiDialectTest)
#include "GeminiDialectTest.moc"
