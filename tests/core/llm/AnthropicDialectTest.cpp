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
class AnthropicDialectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void reportsFailures_data();
    void reportsFailures();
    void takesTheToolsInputAsTheAnswer_data();
    void takesTheToolsInputAsTheAnswer();
    void halvesOfACharacterAreJoined();
};

namespace {

QByteArray sse(const QByteArray& data)
{
    return "event: x\ndata: " + data + "\n\n";
}

const QByteArray start
    = sse(R"({"type":"message_start","message":{"type":"message","model":"m","content":[],)"
          R"("stop_reason":null,"usage":{"input_tokens":3,"output_tokens":1}}})");

/// The start of a block of this type, name and input.
QByteArray begin(const QByteArray& type, const QByteArray& name, const QByteArray& input = "{}")
{
    return sse(R"({"type":"content_block_start","index":0,"content_block":{"type":")" + type
        + R"(","id":"t1","name":")" + name + R"(","input":)" + input + "}}");
}

/// A piece of the input, as it stands in the JSON string.
QByteArray input(const QByteArray& escaped)
{
    return sse(R"({"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta",)"
               R"("partial_json":")"
        + escaped + R"("}})");
}

QByteArray say(const QByteArray& text)
{
    return sse(R"({"type":"content_block_start","index":0,"content_block":{"type":"text",)"
               R"("text":""}})")
        + sse(R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta",)"
              R"("text":")"
            + text + R"("}})")
        + sse(R"({"type":"content_block_stop","index":0})");
}

QByteArray end(const QByteArray& reason)
{
    return sse(R"({"type":"content_block_stop","index":0})")
        + sse(R"({"type":"message_delta","delta":{"stop_reason":")" + reason
            + R"("},"usage":{"output_tokens":9}})")
        + sse(R"({"type":"message_stop"})");
}

QByteArray wholeMessage(const QByteArray& content)
{
    return R"({"type":"message","role":"assistant","model":"m","content":[)" + content
        + R"(],"stop_reason":"tool_use","usage":{"input_tokens":3,"output_tokens":9}})";
}

/// A message of one text, and this behind its content: `,"stop_reason":"end_turn"`.
QByteArray whole(const QByteArray& behind)
{
    return R"({"type":"message","role":"assistant","model":"m","content":[{"type":"text",)"
           R"("text":"Hello"}])"
        + behind + '}';
}

QByteArray blockDelta(const QByteArray& members)
{
    return sse(R"({"type":"content_block_delta","index":0,"delta":{)" + members + "}}");
}

QByteArray think(const QByteArray& words)
{
    return blockDelta(R"("type":"thinking_delta","thinking":")" + words + '"');
}

} // namespace

void AnthropicDialectTest::readsAnswers_data()
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
    const QByteArray hello = say("Hel") + say("lo");
    const QByteArray stop = end("end_turn");
    const QByteArray ping = "event: ping\ndata: {\"type\": \"ping\"}\n\n";

    row("streamed", start + hello + stop, helloText);
    row("without the last blank line", start + hello + stop.trimmed(), helloText);
    row("pings anywhere", ping + start + ping + say("Hel") + ping + say("lo") + ping + stop + ping,
        helloText);
    row("padding", start + sse(R"({"type":"ping"}           )") + hello + stop, helloText);
    row("CRLF", QByteArray(start + hello + stop).replace('\n', "\r\n"), helloText);
    row("thinking apart, signed or redacted",
        start + begin("thinking", "") + think("Hm") + think("m")
            + blockDelta(R"("type":"signature_delta","signature":"eA==")")
            + begin("redacted_thinking", "") + hello + stop,
        helloText, u"Hmm"_s);
    row("unknown events, blocks and deltas",
        start + sse(R"({"type":"message_note","text":"x"})") + sse(R"({"text":"x"})")
            + begin("web_search_tool_result", "") + begin("compaction", "") + say("Hel")
            + blockDelta(R"("type":"citations_delta","citation":{"cited_text":"x"})")
            + blockDelta(R"("type":"compaction_delta","content":"x")") + say("lo") + stop,
        helloText);
    row("null and absent members",
        sse("{}") + sse(R"({"type":null})") + sse(R"({"type":"message_start"})")
            + sse(R"({"type":"message_start","message":{"content":null,"usage":null}})")
            + sse(R"({"type":"content_block_start"})")
            + sse(R"({"type":"content_block_start","content_block":{"type":"text","text":null}})")
            + sse(R"({"type":"content_block_delta"})")
            + sse(R"({"type":"content_block_delta","delta":{"type":"text_delta"}})")
            + blockDelta(R"("type":"text_delta","text":null)") + hello
            + sse(R"({"type":"message_delta"})")
            + sse(R"({"type":"message_delta","delta":{"stop_reason":null},"usage":null})") + stop,
        helloText);
    row("payloads that are no object", start + sse("1") + sse("null") + sse("[]") + hello + stop,
        helloText);
    row("no stop reason", start + hello + sse(R"({"type":"message_stop"})"), helloText);
    row("no end mark",
        start + hello + sse(R"({"type":"message_delta","delta":{"stop_reason":"end_turn"}})"),
        helloText);
    row("[DONE] behind it", start + hello + stop + "data: [DONE]\n\n", helloText);
    row("an escaped pair over two blocks", start + say(R"(a\ud83d)") + say(R"(\ude00b)") + stop,
        u"a😀b"_s);

    row("at the limit", start + hello + end("max_tokens"), helloText, {}, FinishReason::Length);
    row("a full context", start + hello + end("model_context_window_exceeded"), helloText, {},
        FinishReason::Length);
    row("a stop sequence", start + hello + end("stop_sequence"), helloText);
    row("a paused turn", start + hello + end("pause_turn"), helloText, {}, FinishReason::Other);
    row("a refusal", start + hello + end("refusal"), helloText, {}, FinishReason::ContentFilter);
    row("a refusal without words", start + end("refusal"), {}, {}, FinishReason::ContentFilter);
    row("nothing", start + stop, {});
    row("only thinking", start + begin("thinking", "") + think("Hmm") + stop, {}, u"Hmm"_s);

    row("whole", whole(R"(,"stop_reason":"end_turn")"), helloText);
    row("whole, without a stop reason", whole({}), helloText);
    row("whole, refused", R"({"type":"message","content":[],"stop_reason":"refusal"})", {}, {},
        FinishReason::ContentFilter);
    row("whole, with thinking",
        R"({"type":"message","content":[{"type":"thinking","thinking":"Hmm","signature":"x"},)"
        R"({"type":"text","text":"Hello"}],"stop_reason":"end_turn"})",
        helloText, u"Hmm"_s);
    row("whole, null and absent members",
        R"({"type":"message","content":[null,{},{"type":"text"},{"type":"text","text":null},)"
        R"({"type":"text","text":"Hello"}],"stop_reason":null,"usage":null})",
        helloText);
}

void AnthropicDialectTest::readsAnswers()
{
    QFETCH(const QByteArray, body);
    const Outcome outcome = decodeBody(ApiStyle::Anthropic, { body });
    QVERIFY2(!outcome.error, qUtf8Printable(outcome.error.value_or(Error {}).message));
    QVERIFY(outcome.end);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.text, "text");
    QTEST(outcome.reasoning, "reasoning");
    QTEST(outcome.end->reason, "reason");
    QVERIFY(decodeBody(ApiStyle::Anthropic, byteByByte(body)) == outcome);
}

void AnthropicDialectTest::reportsFailures_data()
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
    const auto error = [](const QByteArray& type) -> QByteArray {
        return R"({"type":"error","error":{"type":")" + type + R"(","message":"Boom."}})";
    };
    const auto errorEvent = [&](const QByteArray& type) -> QByteArray {
        return "event: error\ndata: " + error(type) + "\n\n";
    };
    const QByteArray hello = say("Hello");

    row("an error first", errorEvent("overloaded_error"), Server, boom);
    row("an error in the stream", start + hello + errorEvent("overloaded_error"), Server, boom,
        u"Hello"_s);
    row("an error behind the stop reason",
        start + hello + sse(R"({"type":"message_delta","delta":{"stop_reason":"end_turn"}})")
            + errorEvent("api_error"),
        Server, boom, u"Hello"_s);
    row("an error without its event", sse(error("api_error")), Server, boom);
    row("too many requests", errorEvent("rate_limit_error"), RateLimit, boom);
    row("a wrong key", errorEvent("authentication_error"), Authentication, boom);
    row("no credit", errorEvent("billing_error"), Quota, boom);
    row("no such model", errorEvent("not_found_error"), NotFound, boom);
    row("a message where the answer should be", sse(R"({"message":"Boom."})"), Server, boom);
    row("cut", start + hello, Cut, {}, u"Hello"_s);
    row("cut in an event", start + hello + end("end_turn").left(90), Cut, {}, u"Hello"_s);
    row("cut in a thought", start + think("Hmm"), Cut);
    row("nothing but pings", "event: ping\ndata: {\"type\":\"ping\"}\n\n", Cut);
    row("the end mark alone", sse(R"({"type":"message_stop"})"), Cut);
    row("malformed event", start + hello + sse(R"({"type":oops})"), Protocol, {}, u"Hello"_s);
    row("a web page", "<html>", Protocol, u"web page"_s);

    row("whole, an error", error("overloaded_error"), Server, boom);
    row("whole, cut", whole(R"(,"stop_reason":"end_turn")").chopped(4), Cut);
    row("whole, another server's", R"({"data":[]})", Protocol);
    row("empty", {}, Protocol, u"empty"_s);
}

void AnthropicDialectTest::reportsFailures()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    const Outcome outcome = decodeBody(ApiStyle::Anthropic, { body });
    QVERIFY(!outcome.end);
    QVERIFY(outcome.error);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.text, "text");
    QVERIFY2(outcome.error->message.contains(said), qUtf8Printable(outcome.error->message));
    QVERIFY(decodeBody(ApiStyle::Anthropic, byteByByte(body)) == outcome);
}

void AnthropicDialectTest::takesTheToolsInputAsTheAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<FinishReason>("reason");
    const auto row = [](const char* name, const QByteArray& body, const QString& text,
                         FinishReason reason = FinishReason::Stop) {
        QTest::addRow("%s", name) << body << text << reason;
    };
    const QByteArray pieces
        = input("") + input(R"({\"narration\":)") + input(R"(\"Hi\\n)") + input(R"(\",\"a\":1})");
    const QString answer = uR"({"narration":"Hi\n","a":1})"_s;
    const QByteArray tool = begin("tool_use", "answer");

    row("streamed", start + tool + pieces + end("tool_use"), answer);
    row("with another stop reason", start + tool + pieces + end("end_turn"), answer);
    row("cut at the limit", start + tool + input(R"({\"narration\":\"H)") + end("max_tokens"),
        uR"({"narration":"H)"_s, FinishReason::Length);
    row("text before it", start + say("Well:") + tool + pieces + end("tool_use"),
        QString(u"Well:\n"_s + answer));
    row("input at once",
        start + begin("tool_use", "answer", R"({"narration":"Hi\n","a":1})") + end("tool_use"),
        answer);
    row("input at once and again",
        start + begin("tool_use", "answer", R"({"narration":"Hi\n","a":1})") + pieces
            + end("tool_use"),
        answer);
    row("called twice", start + tool + pieces + tool + pieces + end("tool_use"), answer);
    row("beside another tool",
        start + begin("tool_use", "weather") + input(R"({\"place\":1})") + tool + pieces
            + begin("server_tool_use", "answer") + input(R"({\"b\":1})") + end("tool_use"),
        answer);
    row("another tool alone",
        start + begin("tool_use", "weather") + input(R"({\"place\":1})") + end("tool_use"), {},
        FinishReason::ToolCall);
    row("whole",
        wholeMessage(R"({"type":"tool_use","id":"t1","name":"answer",)"
                     R"("input":{"narration":"Hi\n","a":1}})"),
        answer);
    row("whole, another tool",
        wholeMessage(R"({"type":"tool_use","id":"t1","name":"weather","input":{"a":1}})"), {},
        FinishReason::ToolCall);
}

void AnthropicDialectTest::takesTheToolsInputAsTheAnswer()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, text);
    QFETCH(const FinishReason, reason);
    const Outcome outcome = decodeBody(ApiStyle::Anthropic, { body });
    QVERIFY(!outcome.brokeTheOrder);
    QVERIFY2(outcome.end, outcome.error ? qPrintable(outcome.error->message) : "");
    QCOMPARE(outcome.text, text);
    QCOMPARE(outcome.end->reason, reason);
    QCOMPARE(outcome.end->usage, (ChatUsage { .inputTokens = 3, .outputTokens = 9 }));
    QVERIFY(decodeBody(ApiStyle::Anthropic, byteByByte(body)) == outcome);
}

void AnthropicDialectTest::halvesOfACharacterAreJoined()
{
    const QByteArray body = start + begin("tool_use", "answer")
        + input(R"({\"narration\":\"\ud83e)") + input(R"(\udded\"})") + end("tool_use");
    QCOMPARE(decodeBody(ApiStyle::Anthropic, { body }).text, u"{\"narration\":\"🧭\"}"_s);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::AnthropicDialectTest)
#include "AnthropicDialectTest.moc"
