// SPDX-License-Identifier: Apache-2.0
#include "core/llm/FormFallback.h"

#include "core/http/ServerFailures.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class FormFallbackTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesDownOneStepAtATime();
    void anErrorStatusMayMeanTheForm_data();
    void anErrorStatusMayMeanTheForm();
    void anErrorInAStreamHasToNameTheForm_data();
    void anErrorInAStreamHasToNameTheForm();
    void otherFailuresAreOfNoForm_data();
    void otherFailuresAreOfNoForm();
};

namespace {

const ServerFailures failures(QUrl(u"http://model.test:8080/v1"_s), "secret"_ba);

enum class Fallback { No, Vague, Told };

Fallback fallback(int status, const QByteArray& body, const Error& failure)
{
    const RefusedRequest refused {
        .httpStatus = status, .words = serverWordsIn(body), .isPage = body.startsWith('<')
    };
    const auto weaker = weakerForm(StructuredOutput::JsonSchema, failure, refused);
    return !weaker ? Fallback::No : weaker->isTold ? Fallback::Told : Fallback::Vague;
}

} // namespace

void FormFallbackTest::goesDownOneStepAtATime()
{
    const Error refused = failures.httpStatus(400, "{}");
    using enum StructuredOutput;
    const RefusedRequest silent { .httpStatus = 400 };
    QCOMPARE(weakerForm(JsonSchema, refused, silent)->form, JsonObject);
    QCOMPARE(weakerForm(JsonObject, refused, silent)->form, None);
    QVERIFY(!weakerForm(None, refused, silent));
}

void FormFallbackTest::anErrorStatusMayMeanTheForm_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Fallback>("expected");
    const auto row = [](int status, const QByteArray& body, Fallback expected) {
        QTest::addRow("%d %s", status, body.left(80).constData()) << status << body << expected;
    };
    const auto says = [](const QByteArray& words) -> QByteArray {
        return R"({"error":{"message":")" + words + R"("}})";
    };
    using enum Fallback;
    row(400, says("Unknown parameter: 'response_format'."), Told);
    row(400, says("Invalid schema for response_format 'plan'"), Told);
    row(400, says("This model does not support response_format"), Told);
    row(400, R"({"error":{"message":"Invalid value.","param":"response_format"}})", Told);
    row(422, R"({"detail":[{"loc":["body","format"],"msg":"Extra inputs are not permitted"}]})",
        Told);
    row(500, says("failed to parse grammar"), Told);
    row(404, says("No endpoints found that support json_schema"), Told);
    row(503, says("Guided decoding is not available"), Told);

    row(400, "", Vague);
    row(400, "{}", Vague);
    row(400, says("Bad Request"), Vague);
    row(415, "Unsupported", Vague);
    row(422, "", Vague);

    row(400, says("This model's maximum context length is 8192 tokens, 120 in the tools"), No);
    row(400, says("the request exceeds the available context size, n_ctx 4096"), No);
    row(400, says("max_tokens is too large: 100000"), No);
    row(400, says("Model does not exist. Please check it carefully."), No);
    row(400, says("Unsupported value: 'temperature'"), No);
    row(400, says("messages: at least one is required"), No);
    row(400, says("tiny does not support thinking"), No);
    row(400, says("User location is not supported for the API use."), No);
    row(400, says("API key not valid. Please pass a valid API key."), No);
    row(400, R"({"error":{"code":"insufficient_quota","message":"No credit for this format"}})",
        No);
    row(400, "<html><meta name=\"format-detection\">tools</html>", No);
    row(500, "", No);
    row(500, says("The server had an error processing your request"), No);
    row(500, "format", No);
    row(501, "", No);
    row(502, "<html><meta name=\"format-detection\">tools</html>", No);
    row(503, says("Loading model"), No);
    row(503, says("No information"), No);
    row(504, "", No);
    row(520, "<html>tools</html>", No);
    row(404, says("The model 'x' does not exist"), No);
    row(401, says("No right to use json_schema"), No);
    row(402, "", No);
    row(403, says("format"), No);
    row(413, "", No);
    row(429, says("Too many requests with tools"), No);
}

void FormFallbackTest::anErrorStatusMayMeanTheForm()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Fallback, expected);
    QCOMPARE(fallback(status, body, failures.httpStatus(status, body)), expected);
}

void FormFallbackTest::anErrorInAStreamHasToNameTheForm_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* words, bool expected) {
        QTest::addRow("%s", words)
            << QByteArray(R"({"error":{"message":")" + QByteArray(words) + R"("}})") << expected;
    };
    row("response_format is not supported", true);
    row("Unsupported: JSON_SCHEMA", true);
    row("The schema is too complex", true);
    row("invalid format", true);
    row("This model does not support tools", true);
    row("tool_choice forces tool use", true);
    row("guided_json is off", true);
    row("failed to initialize grammar", true);
    row("For more information see the log", false);
    row("out of memory", false);
}

void FormFallbackTest::anErrorInAStreamHasToNameTheForm()
{
    QFETCH(const QByteArray, event);
    QFETCH(const bool, expected);
    const Error error = failures.insteadOfAnswer(serverWordsIn(event), event);
    QCOMPARE(error.kind, ErrorKind::Server);
    QCOMPARE(fallback(200, event, error), expected ? Fallback::Told : Fallback::No);
}

void FormFallbackTest::otherFailuresAreOfNoForm_data()
{
    QTest::addColumn<Error>("failure");
    QTest::addColumn<int>("status");
    QTest::newRow("web page") << failures.webPage("<html>tools, format</html>") << 200;
    QTest::newRow("empty body") << failures.emptyBody() << 200;
    QTest::newRow("redirect") << failures.redirect(302, QUrl(u"http://model.test/schema"_s)) << 302;
    QTest::newRow("cut") << failures.cut(u"format"_s) << 200;
    QTest::newRow("silence") << failures.silence(std::chrono::seconds(1)) << 200;
    QTest::newRow("too large") << failures.tooLarge(1) << 200;
    QTest::newRow("not reached") << failures.notReached(QNetworkReply::ConnectionRefusedError,
        u"format"_s) << 0;
    QTest::newRow("unusable") << failures.unusableEndpoint(u"format"_s) << 0;
}

void FormFallbackTest::otherFailuresAreOfNoForm()
{
    QFETCH(const Error, failure);
    QFETCH(const int, status);
    QCOMPARE(fallback(status, {}, failure), Fallback::No);
    QCOMPARE(fallback(status, R"({"error":"format"})", failure), Fallback::No);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::FormFallbackTest)
#include "FormFallbackTest.moc"
