// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"
#include "tests/core/llm/DecodedBody.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

using test::byteByByte;
using test::decodeBody;
using test::Outcome;

/// The answer as a tool's input. What else Anthropic's servers send is in RecordedStreamsTest.
// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class AnthropicDialectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesTheToolsInputAsTheAnswer_data();
    void takesTheToolsInputAsTheAnswer();
    void halvesOfACharacterAreJoined();
};

namespace {

QByteArray event(const QByteArray& data)
{
    return "event: x\ndata: " + data + "\n\n";
}

const QByteArray start
    = event(R"({"type":"message_start","message":{"type":"message","model":"m","content":[],)"
            R"("stop_reason":null,"usage":{"input_tokens":3,"output_tokens":1}}})");

/// The start of a block of this type, name and input.
QByteArray begin(const QByteArray& type, const QByteArray& name, const QByteArray& input = "{}")
{
    return event(R"({"type":"content_block_start","index":0,"content_block":{"type":")" + type
        + R"(","id":"t1","name":")" + name + R"(","input":)" + input + "}}");
}

/// A piece of the input, as it stands in the JSON string.
QByteArray input(const QByteArray& escaped)
{
    return event(R"({"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta",)"
                 R"("partial_json":")"
        + escaped + R"("}})");
}

QByteArray say(const QByteArray& text)
{
    return event(R"({"type":"content_block_start","index":0,"content_block":{"type":"text",)"
                 R"("text":""}})")
        + event(R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta",)"
                R"("text":")"
            + text + R"("}})")
        + event(R"({"type":"content_block_stop","index":0})");
}

QByteArray end(const QByteArray& reason)
{
    return event(R"({"type":"content_block_stop","index":0})")
        + event(R"({"type":"message_delta","delta":{"stop_reason":")" + reason
            + R"("},"usage":{"output_tokens":9}})")
        + event(R"({"type":"message_stop"})");
}

QByteArray wholeMessage(const QByteArray& content)
{
    return R"({"type":"message","role":"assistant","model":"m","content":[)" + content
        + R"(],"stop_reason":"tool_use","usage":{"input_tokens":3,"output_tokens":9}})";
}

} // namespace

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
