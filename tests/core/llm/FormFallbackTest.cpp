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

bool fallsBack(const Error& failure, int status)
{
    return weakerForm(StructuredOutput::JsonSchema, failure, status).has_value();
}

} // namespace

void FormFallbackTest::goesDownOneStepAtATime()
{
    const Error refused = failures.httpStatus(400, "{}");
    using enum StructuredOutput;
    QVERIFY(weakerForm(JsonSchema, refused, 400) == JsonObject);
    QVERIFY(weakerForm(JsonObject, refused, 400) == None);
    QVERIFY(!weakerForm(None, refused, 400));
}

void FormFallbackTest::anErrorStatusMayMeanTheForm_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("expected");
    const auto row = [](int status, const QByteArray& body, bool expected) {
        QTest::addRow("%d %s", status, body.left(60).constData()) << status << body << expected;
    };
    row(400, R"({"error":{"message":"Unknown parameter: 'response_format'."}})", true);
    row(400, R"({"error":{"message":"Invalid schema for response_format 'plan'"}})", true);
    row(400, "", true);
    row(415, "Unsupported", true);
    row(422, R"({"detail":[{"loc":["body","format"],"msg":"Extra inputs are not permitted"}]})",
        true);
    row(500, R"({"error":{"message":"failed to parse grammar"}})", true);
    row(501, "", true);
    row(404, R"({"error":{"message":"No endpoints found that support json_schema"}})", true);
    row(503, R"({"error":{"message":"Guided decoding is not available"}})", true);

    row(404, R"({"error":{"message":"The model 'x' does not exist"}})", false);
    row(503, R"({"error":{"message":"Loading model"}})", false);
    row(503, R"({"error":{"message":"No information"}})", false);
    row(400, R"({"error":{"message":"API key not valid. Please pass a valid API key."}})", false);
    row(400, R"({"error":{"code":"insufficient_quota","message":"No credit for this format"}})",
        false);
    row(401, R"({"error":{"message":"No right to use json_schema"}})", false);
    row(402, "", false);
    row(403, R"({"error":{"message":"format"}})", false);
    row(413, "", false);
    row(429, R"({"error":{"message":"Too many requests with tools"}})", false);
    row(502, "<html>Bad gateway</html>", false);
    row(504, "", false);
}

void FormFallbackTest::anErrorStatusMayMeanTheForm()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, expected);
    QCOMPARE(fallsBack(failures.httpStatus(status, body), status), expected);
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
    QCOMPARE(fallsBack(error, 200), expected);
}

void FormFallbackTest::otherFailuresAreOfNoForm_data()
{
    QTest::addColumn<Error>("failure");
    QTest::addColumn<int>("status");
    QTest::newRow("web page") << failures.webPage("<html>tools, format</html>") << 200;
    QTest::newRow("empty body") << failures.emptyBody() << 200;
    QTest::newRow("redirect") << failures.redirect(302, QUrl(u"http://model.test/schema"_s)) << 302;
    QTest::newRow("filter") << failures.refused(u"SAFETY"_s) << 200;
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
    QVERIFY(!fallsBack(failure, status));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::FormFallbackTest)
#include "FormFallbackTest.moc"
