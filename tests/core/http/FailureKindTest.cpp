// SPDX-License-Identifier: Apache-2.0
#include "core/http/FailureKind.h"

#include "core/http/ServerFailures.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class FailureKindTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsByTheStatus_data();
    void tellsByTheStatus();
    void tellsByTheWords_data();
    void tellsByTheWords();
};

namespace {

ErrorKind kindByStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorKind::Authentication;
    case 402:
        return ErrorKind::Quota;
    case 404:
        return ErrorKind::NotFound;
    case 407:
        return ErrorKind::Network; // the proxy's
    case 429:
        return ErrorKind::RateLimit;
    default:
        return ErrorKind::Server;
    }
}

} // namespace

void FailureKindTest::tellsByTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("passes");
    const QSet<int> passing { 408, 425, 429, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524,
        525, 527, 528, 529, 599 };
    for (const auto& [first, last] :
        { std::pair(300, 308), std::pair(400, 431), std::pair(500, 511), std::pair(520, 529) }) {
        for (int status = first; status <= last; ++status)
            QTest::addRow("%d", status) << status << passing.contains(status);
    }
    QTest::addRow("451") << 451 << false;
    QTest::addRow("599") << 599 << true;
}

void FailureKindTest::tellsByTheStatus()
{
    QFETCH(const int, status);
    const ServerFailures failures(QUrl(u"http://model.test/v1"_s));
    for (const QByteArray& body : { ""_ba, "{}"_ba, "<html>Oh.</html>"_ba,
             R"({"error":{"message":"Oh.","type":"some_error","code":null}})"_ba }) {
        const Error error = failures.httpStatus(status, body);
        QCOMPARE(error.kind, kindByStatus(status));
        QTEST(error.isTransient, "passes");
        QVERIFY(error.message.contains("model.test"_L1));
    }
}

void FailureKindTest::tellsByTheWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char* name, int status, const QByteArray& body, ErrorKind kind,
                         bool passes = false) {
        QTest::addRow("%s", name) << status << body << kind << passes;
    };
    using enum ErrorKind;
    row("OpenAI's credit", 429, R"({"error":{"message":"a","code":"insufficient_quota"}})", Quota);
    row("Moonshot's credit", 429,
        R"({"error":{"message":"a","type":"exceeded_current_quota_error"}})", Quota);
    row("Zhipu's credit", 429, R"({"error":{"message":"a","code":"1113"}})", Quota);
    row("Zhipu's rate", 429, R"({"error":{"message":"a","code":"1302"}})", RateLimit, true);
    row("a gateway's credit", 403, R"({"error":{"message":"a","code":"insufficient_user_quota"}})",
        Quota);
    row("DashScope's credit", 400, R"({"error":{"message":"a","code":"Arrearage"}})", Quota);
    row("a balance", 400, R"({"error":{"message":"a","code":"insufficient_balance"}})", Quota);
    row("Anthropic, overloaded", 0, R"({"error":{"message":"a","type":"overloaded_error"}})",
        Server, true);
    row("Anthropic, no right", 0, R"({"error":{"message":"a","type":"permission_error"}})",
        Authentication);
    row("Anthropic, too large", 0, R"({"error":{"message":"a","type":"request_too_large"}})",
        Server);
    row("a bad request in a stream", 0,
        R"({"error":{"message":"a","type":"invalid_request_error"}})", Server);
    row("a code in a stream", 0, R"({"error":{"message":"a","code":503}})", Server, true);
    row("a refusal in a stream", 0, R"({"error":{"message":"a","code":400}})", Server);
}

void FailureKindTest::tellsByTheWords()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const ServerWords words = serverWordsIn(body);
    const ErrorKind kind = failureKind(status, words);
    QTEST(kind, "kind");
    QTEST(mayPassByItself(kind, status, words), "passes");
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::FailureKindTest)
#include "FailureKindTest.moc"
