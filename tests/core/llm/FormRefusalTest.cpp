// SPDX-License-Identifier: Apache-2.0
#include "core/llm/HttpChatModel.h"
#include "tests/core/llm/Exchange.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using roadloom::test::Exchange;
using roadloom::test::ScriptedAnswer;
using roadloom::test::ScriptedHttpServer;

Q_DECLARE_METATYPE(roadloom::StructuredOutput)

namespace roadloom {

/// A server that refuses to be held to a form.
class FormRefusalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksInTheNextWeakerForm_data();
    void asksInTheNextWeakerForm();
    void takesAnErrorInTheStreamForARefusalIfItNamesTheForm();
    void remembersWhatTheServerTook();
    void saysTheLastFailureIfNoFormHelps();
    void asksOnceWhereTheFailureIsAboutSomethingElse();
    void asksOnceOnceWordsHaveCome();
};

namespace {

ChatQuestion question()
{
    AnswerSchema schema { .name = u"answer"_s, .schema = {}, .instructions = u"In JSON."_s };
    schema.schema["type"] = "object";
    return { .messages = { { ChatRole::User, u"Why?"_s } }, .schema = schema };
}

ModelEndpoint endpointAt(const ScriptedHttpServer& server)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = server.url(u"/v1"_s);
    endpoint.structuredOutput = StructuredOutput::JsonSchema;
    return endpoint;
}

ScriptedAnswer refusal(int status)
{
    return { .status = status,
        .contentType = "application/json",
        .pieces = { { test::openAiError(u"Unsupported."_s) } } };
}

ScriptedAnswer answer()
{
    return { .pieces = { { test::openAiStream({ u"{}"_s }) } } };
}

QStringList formsAskedFor(const ScriptedHttpServer& server)
{
    QStringList forms;
    for (const test::RecordedRequest& request : server.requests()) {
        const bool schema = request.body.contains("\"json_schema\"");
        const bool object = request.body.contains("\"json_object\"");
        forms.append(schema ? u"schema"_s : object ? u"object"_s : u"none"_s);
    }
    return forms;
}

} // namespace

void FormRefusalTest::asksInTheNextWeakerForm_data()
{
    QTest::addColumn<int>("refusals");
    QTest::addColumn<int>("status");
    QTest::addColumn<StructuredOutput>("found");
    QTest::addColumn<QStringList>("asked");
    QTest::addRow("none refused") << 0 << 400 << StructuredOutput::JsonSchema
                                  << QStringList { u"schema"_s };
    QTest::addRow("one, 400") << 1 << 400 << StructuredOutput::JsonObject
                              << QStringList { u"schema"_s, u"object"_s };
    QTest::addRow("two, 422") << 2 << 422 << StructuredOutput::None
                              << QStringList { u"schema"_s, u"object"_s, u"none"_s };
    QTest::addRow("two, 500") << 2 << 500 << StructuredOutput::None
                              << QStringList { u"schema"_s, u"object"_s, u"none"_s };
}

void FormRefusalTest::asksInTheNextWeakerForm()
{
    QFETCH(const int, refusals);
    QFETCH(const int, status);
    QFETCH(const StructuredOutput, found);
    QFETCH(const QStringList, asked);
    ScriptedHttpServer server;
    for (int i = 0; i < refusals; ++i)
        server.enqueue(refusal(status));
    server.enqueue(answer());
    HttpChatModel model(endpointAt(server));
    Exchange exchange(model.send(question()));
    QVERIFY(exchange.wait());
    QVERIFY2(exchange.completion, exchange.error ? qUtf8Printable(exchange.error->message) : "");
    QVERIFY(!exchange.brokeItsPromise);
    QCOMPARE(formsAskedFor(server), asked);
    QCOMPARE(model.structuredOutput(), found);
}

void FormRefusalTest::takesAnErrorInTheStreamForARefusalIfItNamesTheForm()
{
    ScriptedHttpServer server;
    server.enqueue({ .pieces
        = { { "data: " + test::openAiError(u"response_format is not supported"_s) + "\n\n" } } });
    server.enqueue(answer());
    HttpChatModel model(endpointAt(server));
    Exchange exchange(model.send(question()));
    QVERIFY(exchange.wait());
    QVERIFY(exchange.completion);
    QCOMPARE(formsAskedFor(server), QStringList({ u"schema"_s, u"object"_s }));
}

void FormRefusalTest::remembersWhatTheServerTook()
{
    ScriptedHttpServer server;
    server.enqueue(refusal(400));
    server.enqueue(answer());
    server.enqueue(answer());
    HttpChatModel model(endpointAt(server));
    for (int i = 0; i < 2; ++i) {
        Exchange exchange(model.send(question()));
        QVERIFY(exchange.wait());
    }
    QCOMPARE(formsAskedFor(server), QStringList({ u"schema"_s, u"object"_s, u"object"_s }));
}

void FormRefusalTest::saysTheLastFailureIfNoFormHelps()
{
    ScriptedHttpServer server;
    server.setResponder([](const auto&) { return refusal(400); });
    HttpChatModel model(endpointAt(server));
    Exchange exchange(model.send(question()));
    QVERIFY(exchange.wait());
    QVERIFY(exchange.error);
    QCOMPARE(exchange.endCount, 1);
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(model.structuredOutput(), StructuredOutput::JsonSchema); // nothing was learned
}

void FormRefusalTest::asksOnceWhereTheFailureIsAboutSomethingElse()
{
    ScriptedHttpServer server;
    server.setResponder([](const auto&) { return refusal(401); });
    HttpChatModel model(endpointAt(server));
    Exchange exchange(model.send(question()));
    QVERIFY(exchange.wait());
    QVERIFY(exchange.error);
    QCOMPARE(server.requests().size(), 1);
}

void FormRefusalTest::asksOnceOnceWordsHaveCome()
{
    ScriptedHttpServer server;
    server.enqueue({ .pieces = { { test::openAiDelta(u"{"_s) },
                         { "data: " + test::openAiError(u"bad response_format"_s) + "\n\n" } } });
    HttpChatModel model(endpointAt(server));
    Exchange exchange(model.send(question()));
    QVERIFY(exchange.wait());
    QVERIFY(exchange.error);
    QCOMPARE(server.requests().size(), 1);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::FormRefusalTest)
#include "FormRefusalTest.moc"
