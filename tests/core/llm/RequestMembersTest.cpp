// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

/// What an endpoint adds to the body of every request.
class RequestMembersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsNothingUnasked_data();
    void addsNothingUnasked();
    void mergesTheEndpointsMembers_data();
    void mergesTheEndpointsMembers();
    void limitsTheOutput_data();
    void limitsTheOutput();
    void mergesBesideTheLimit();
};

namespace {

json::object bodyFor(const ModelEndpoint& endpoint)
{
    const ChatQuestion question { .messages = { { ChatRole::User, u"hello"_s } } };
    const HttpRequest request = dialectFor(endpoint.style).request(endpoint, question);
    return parseJson(request.body.value_or(QByteArray())).value().as_object();
}

ModelEndpoint endpointOf(ApiStyle style)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = QUrl(u"https://example.org/v1"_s);
    endpoint.style = style;
    endpoint.model = u"tiny"_s;
    return endpoint;
}

/// The member at a path such as "options.num_predict"; null if there is none.
json::value at(const json::object& body, const QByteArray& path)
{
    json::value value = body;
    for (const QByteArray& key : path.split('.')) {
        const json::object* object = value.if_object();
        const json::value* member
            = object != nullptr ? object->if_contains(key.constData()) : nullptr;
        value = member != nullptr ? json::value(*member) : json::value();
    }
    return value;
}

void addStyles()
{
    for (const auto& entry : apiStyleWords)
        QTest::addRow("%s", entry.word.data()) << entry.value;
}

} // namespace

void RequestMembersTest::addsNothingUnasked_data()
{
    QTest::addColumn<ApiStyle>("style");
    addStyles();
}

void RequestMembersTest::addsNothingUnasked()
{
    QFETCH(const ApiStyle, style);
    const json::object body = bodyFor(endpointOf(style));
    for (const char* name : { "thinking", "think", "options", "generationConfig" })
        QVERIFY2(!body.contains(name), name);
    QCOMPARE(body.contains("max_tokens"), style == ApiStyle::Anthropic);
}

void RequestMembersTest::mergesTheEndpointsMembers_data()
{
    QTest::addColumn<ApiStyle>("style");
    addStyles();
}

void RequestMembersTest::mergesTheEndpointsMembers()
{
    QFETCH(const ApiStyle, style);
    ModelEndpoint endpoint = endpointOf(style);
    endpoint.extraMembers = { { "think", false }, { "generationConfig", { { "a", 1 } } } };
    const json::object body = bodyFor(endpoint);
    QVERIFY(at(body, "think") == json::value(false));
    QVERIFY(at(body, "generationConfig.a") == json::value(1));
    QVERIFY(body.contains("messages") || body.contains("contents"));
}

void RequestMembersTest::limitsTheOutput_data()
{
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<QByteArray>("path");
    QTest::addRow("openai") << ApiStyle::OpenAi << "max_tokens"_ba;
    QTest::addRow("anthropic") << ApiStyle::Anthropic << "max_tokens"_ba;
    QTest::addRow("gemini") << ApiStyle::Gemini << "generationConfig.maxOutputTokens"_ba;
    QTest::addRow("ollama") << ApiStyle::Ollama << "options.num_predict"_ba;
}

void RequestMembersTest::limitsTheOutput()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const QByteArray, path);
    ModelEndpoint endpoint = endpointOf(style);
    endpoint.outputLimit = 1234;
    QVERIFY(at(bodyFor(endpoint), path) == json::value(1234));
}

void RequestMembersTest::mergesBesideTheLimit()
{
    ModelEndpoint endpoint = endpointOf(ApiStyle::Gemini);
    endpoint.outputLimit = 1234;
    endpoint.extraMembers
        = { { "generationConfig", { { "thinkingConfig", { { "thinkingBudget", 0 } } } } } };
    const json::object body = bodyFor(endpoint);
    QVERIFY(at(body, "generationConfig.maxOutputTokens") == json::value(1234));
    QVERIFY(at(body, "generationConfig.thinkingConfig.thinkingBudget") == json::value(0));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RequestMembersTest)
#include "RequestMembersTest.moc"
