// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

/// What each protocol is asked for when the answer should have a form.
// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class StructuredOutputTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForTheFormThatTheProtocolOffers_data();
    void asksForTheFormThatTheProtocolOffers();
    void asksForNothingUnasked_data();
    void asksForNothingUnasked();
    void theInstructionsAreTheLastWords_data();
    void theInstructionsAreTheLastWords();
    void aQuestionThatDoesNotEndWithTheUserGetsAnotherMessage();
    void wholeAnswersNeedNoStreamingOfInput();
};

namespace {

const QByteArray schema = R"({"type":"object","additionalProperties":false,)"
                          R"("required":["narration","a"],"properties":{)"
                          R"("narration":{"type":"string","description":"Words."},)"
                          R"("a":{"type":"array","items":{"type":"object",)"
                          R"("additionalProperties":false,"required":["z","b"],"properties":{)"
                          R"("z":{"type":"number"},"b":{"type":"integer"}}}}}})";

const QByteArray convertedSchema = R"({"type":"OBJECT","required":["narration","a"],)"
                                   R"("propertyOrdering":["narration","a"],"properties":{)"
                                   R"("narration":{"type":"STRING","description":"Words."},)"
                                   R"("a":{"type":"ARRAY","items":{"type":"OBJECT",)"
                                   R"("required":["z","b"],"propertyOrdering":["z","b"],)"
                                   R"("properties":{"z":{"type":"NUMBER"},)"
                                   R"("b":{"type":"INTEGER"}}}}}})";

json::object parsed(const QByteArray& text)
{
    return parseJson(text).value().as_object();
}

AnswerSchema form()
{
    return { .name = u"plan"_s, .schema = parsed(schema), .instructions = u"One JSON object."_s };
}

ChatQuestion question()
{
    return { .messages = { { ChatRole::System, u"Be kind."_s }, { ChatRole::User, u"Hello"_s } },
        .schema = form() };
}

ModelEndpoint endpointOf(ApiStyle style, StructuredOutput level)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = QUrl(u"https://example.org/v1"_s);
    endpoint.style = style;
    endpoint.model = u"tiny"_s;
    endpoint.structuredOutput = level;
    return endpoint;
}

json::object bodyFor(const ModelEndpoint& endpoint, const ChatQuestion& asked = question())
{
    return parsed(dialectFor(endpoint.style).request(endpoint, asked).body.value_or("{}"_ba));
}

/// The members that the same question has without a form are not the point here.
json::object added(json::object body, const json::object& plain)
{
    for (const auto& [key, value] : plain)
        body.erase(key);
    return body;
}

QString lastMessage(const json::object& body)
{
    if (const json::value* messages = body.if_contains("messages"))
        return toQString(messages->as_array().back().at("content").as_string());
    const json::value& last = body.at("contents").as_array().back();
    return toQString(last.at("parts").at(0).at("text").as_string());
}

void addStylesAndLevels()
{
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<StructuredOutput>("level");
    for (const auto& style : apiStyleWords) {
        for (const auto& level : structuredOutputWords)
            QTest::addRow("%s, %s", style.word.data(), level.word.data())
                << style.value << level.value;
    }
}

} // namespace

void StructuredOutputTest::asksForTheFormThatTheProtocolOffers_data()
{
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<StructuredOutput>("level");
    QTest::addColumn<QByteArray>("members");
    using enum StructuredOutput;
    const auto row = [](ApiStyle style, StructuredOutput level, const QByteArray& members) {
        QTest::addRow("%s, %s", wordFor(style, apiStyleWords).toUtf8().constData(),
            wordFor(level, structuredOutputWords).toUtf8().constData())
            << style << level << members;
    };
    row(ApiStyle::OpenAi, JsonSchema,
        R"({"response_format":{"type":"json_schema","json_schema":{"name":"plan","strict":true,)"
        R"("schema":)"
            + schema + "}}}");
    row(ApiStyle::OpenAi, JsonObject, R"({"response_format":{"type":"json_object"}})");
    row(ApiStyle::Ollama, JsonSchema, R"({"format":)" + schema + '}');
    row(ApiStyle::Ollama, JsonObject, R"({"format":"json"})");
    row(ApiStyle::Gemini, JsonSchema,
        R"({"generationConfig":{"responseMimeType":"application/json","responseSchema":)"
            + convertedSchema + "}}");
    row(ApiStyle::Gemini, JsonObject,
        R"({"generationConfig":{"responseMimeType":"application/json"}})");
    row(ApiStyle::Anthropic, JsonSchema,
        R"({"tools":[{"name":"answer","description":"Takes the whole answer.","input_schema":)"
            + schema
            + R"(,"eager_input_streaming":true}],"tool_choice":{"type":"tool","name":"answer"}})");
    row(ApiStyle::Anthropic, JsonObject, "{}");
    for (const auto& style : apiStyleWords)
        row(style.value, None, "{}");
}

void StructuredOutputTest::asksForTheFormThatTheProtocolOffers()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const StructuredOutput, level);
    QFETCH(const QByteArray, members);
    ChatQuestion plain = question();
    plain.schema.reset();
    const ModelEndpoint endpoint = endpointOf(style, level);
    const json::object more = added(bodyFor(endpoint), bodyFor(endpoint, plain));
    QVERIFY2(json::value(more) == json::value(parsed(members)), writeJson(more).constData());
    // Values compare equal whatever the order of their members, which is what models keep to.
    if (level == StructuredOutput::JsonSchema) {
        const QByteArray text = writeJson(more);
        QVERIFY2(
            text.contains(
                style == ApiStyle::Gemini ? R"("propertyOrdering":["narration","a"])"_ba : schema),
            text.constData());
    }
}

void StructuredOutputTest::asksForNothingUnasked_data()
{
    addStylesAndLevels();
}

void StructuredOutputTest::asksForNothingUnasked()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const StructuredOutput, level);
    ChatQuestion plain = question();
    plain.schema.reset();
    const json::object body = bodyFor(endpointOf(style, level), plain);
    for (const char* name : { "response_format", "format", "generationConfig", "tools" })
        QVERIFY2(!body.contains(name), name);
    QCOMPARE(lastMessage(body), u"Hello"_s);
}

void StructuredOutputTest::theInstructionsAreTheLastWords_data()
{
    addStylesAndLevels();
}

void StructuredOutputTest::theInstructionsAreTheLastWords()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const StructuredOutput, level);
    const QString last = lastMessage(bodyFor(endpointOf(style, level)));
    QCOMPARE(last, level == StructuredOutput::None ? u"Hello"_s : u"Hello\n\nOne JSON object."_s);
}

void StructuredOutputTest::aQuestionThatDoesNotEndWithTheUserGetsAnotherMessage()
{
    ChatQuestion odd = question();
    odd.messages.append({ ChatRole::Assistant, u"Hi"_s });
    const json::object body
        = bodyFor(endpointOf(ApiStyle::OpenAi, StructuredOutput::JsonObject), odd);
    const json::array& messages = body.at("messages").as_array();
    QCOMPARE(int(messages.size()), 4);
    QVERIFY(messages.at(3).at("role") == json::value("user"));
    QCOMPARE(lastMessage(body), u"One JSON object."_s);
}

void StructuredOutputTest::wholeAnswersNeedNoStreamingOfInput()
{
    ChatQuestion whole = question();
    whole.mode = ReplyMode::Whole;
    const json::object body
        = bodyFor(endpointOf(ApiStyle::Anthropic, StructuredOutput::JsonSchema), whole);
    QVERIFY(!body.at("tools").at(0).as_object().contains("eager_input_streaming"));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::StructuredOutputTest)
#include "StructuredOutputTest.moc"
