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
Q_DECLARE_METATYPE(roadloom::test::ScriptedAnswer)

namespace roadloom {

/// A server that refuses to be held to a form.
class FormRefusalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksInTheNextWeakerForm_data();
    void asksInTheNextWeakerForm();
    void takesAnErrorInTheStreamForARefusalIfItNamesTheForm();
    void remembersWhatTheServerTook_data();
    void remembersWhatTheServerTook();
    void aFailureInPassingIsNoRefusal_data();
    void aFailureInPassingIsNoRefusal();
    void repetitionsDoNotAskAgainForWhatWasRefused();
    void saysTheLastFailureIfNoFormHelps();
    void asksOnceWhereTheFailureIsAboutSomethingElse_data();
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

ScriptedAnswer refusal(int status, const QString& words = u"Unsupported."_s)
{
    return { .status = status,
        .contentType = "application/json",
        .pieces = { { test::openAiError(words) } } };
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

void FormRefusalTest::remembersWhatTheServerTook_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isTold");
    QTest::addRow("named") << u"response_format is not supported"_s << true;
    QTest::addRow("not named") << u"Unsupported."_s << false;
}

void FormRefusalTest::remembersWhatTheServerTook()
{
    QFETCH(const QString, words);
    ScriptedHttpServer server;
    server.enqueue(refusal(400, words));
    server.enqueue(answer());
    server.enqueue(answer());
    HttpChatModel model(endpointAt(server));
    QVERIFY(model.isFormTold());
    for (int i = 0; i < 2; ++i) {
        Exchange exchange(model.send(question()));
        QVERIFY(exchange.wait());
    }
    QCOMPARE(formsAskedFor(server), QStringList({ u"schema"_s, u"object"_s, u"object"_s }));
    QTEST(model.isFormTold(), "isTold");
}

void FormRefusalTest::aFailureInPassingIsNoRefusal_data()
{
    QTest::addColumn<int>("status");
    for (const int status : { 500, 502, 503, 520 })
        QTest::addRow("%d", status) << status;
}

void FormRefusalTest::aFailureInPassingIsNoRefusal()
{
    QFETCH(const int, status);
    ScriptedHttpServer server;
    server.enqueue(refusal(status, u"The server had an error."_s));
    server.enqueue(answer());
    HttpChatModel model(endpointAt(server));
    Exchange failing(model.send(question()));
    QVERIFY(failing.wait());
    QVERIFY(failing.error && failing.error->isTransient);
    Exchange repeated(model.send(question()));
    QVERIFY(repeated.wait());
    QVERIFY(repeated.completion);
    QCOMPARE(formsAskedFor(server), QStringList({ u"schema"_s, u"schema"_s }));
    QCOMPARE(model.structuredOutput(), StructuredOutput::JsonSchema);
}

void FormRefusalTest::repetitionsDoNotAskAgainForWhatWasRefused()
{
    ScriptedHttpServer server;
    server.enqueue(refusal(400));
    server.enqueue(refusal(422));
    server.setResponder([](const auto&) { return refusal(503, u"Overloaded."_s); });
    HttpChatModel model(endpointAt(server));
    for (int i = 0; i < 3; ++i) {
        Exchange exchange(model.send(question()));
        QVERIFY(exchange.wait());
        QVERIFY(exchange.error && exchange.error->isTransient);
    }
    QCOMPARE(formsAskedFor(server),
        QStringList({ u"schema"_s, u"object"_s, u"none"_s, u"none"_s, u"none"_s }));
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

void FormRefusalTest::asksOnceWhereTheFailureIsAboutSomethingElse_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addRow("key") << refusal(401);
    QTest::addRow("length") << refusal(400, u"maximum context length is 8192 tokens"_s);
    ScriptedAnswer page { .status = 502, .contentType = "text/html", .pieces = {} };
    page.pieces.append({ .bytes = "<html><meta name=\"format-detection\">tools</html>" });
    QTest::addRow("page") << page;
}

void FormRefusalTest::asksOnceWhereTheFailureIsAboutSomethingElse()
{
    QFETCH(const ScriptedAnswer, answer);
    ScriptedHttpServer server;
    server.setResponder([answer](const auto&) { return answer; });
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
