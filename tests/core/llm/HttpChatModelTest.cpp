// SPDX-License-Identifier: Apache-2.0
#include "core/llm/HttpChatModel.h"

#include "tests/core/llm/Exchange.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/TestCertificates.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

using test::Exchange;
using test::RecordedRequest;
using test::ScriptedAnswer;
using test::ScriptedHttpServer;
using Ending = ScriptedAnswer::Ending;
using Framing = ScriptedAnswer::Framing;

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class HttpChatModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void streamsAnAnswer_data() { schemes(); }
    void streamsAnAnswer();
    void keepsReasoningApart();
    void takesBackTextThatWasReasoning();
    void readsAWholeAnswer();
    void readsAnAnswerUnderAnyContentType_data();
    void readsAnAnswerUnderAnyContentType();
    void readsALongAnswer();
    void emitsNothingInsideSend_data();
    void emitsNothingInsideSend();
    void sendsModelMessagesAndStreamOnly();
    void sendsTheHeadersItNeeds();
    void sendsTheKeyOnlyIfThereIsOne_data() { schemes(); }
    void sendsTheKeyOnlyIfThereIsOne();
    void appendsThePathOnce_data();
    void appendsThePathOnce();

    void failsByStatus_data();
    void failsByStatus();
    void followsNoRedirectToElsewhereOrToAGet_data();
    void followsNoRedirectToElsewhereOrToAGet();
    void followsARedirectOnTheSameServer_data();
    void followsARedirectOnTheSameServer();
    void givesUpOnRedirectsThatDoNotEnd();
    void namesNoTargetThatWasNotTold();
    void sendsOnceWhenAskedToSignIn();
    void keepsOnlyTheStartOfAnEndlessErrorBody();
    void waitsBrieflyForAnErrorBody();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void refusesUnusableEndpoints_data();
    void refusesUnusableEndpoints();
    void reportsARefusedConnection();
    void sendsOnceWhenTheServerClosesBeforeAnswering_data();
    void sendsOnceWhenTheServerClosesBeforeAnswering();
    void keepsTheKeyOutOfErrors_data();
    void keepsTheKeyOutOfErrors();

    void aCutAtAnyByteIsToldFromAnEnd_data();
    void aCutAtAnyByteIsToldFromAnEnd();
    void replacesWhatIsNoUtf8();
    void readsABodyThatUnfoldsHugeOverManyTurns();
    void givesUpAfterSilence_data();
    void givesUpAfterSilence();
    void wordsPutOffTheSilenceLimit();
    void bytesOfAJsonBodyPutOffTheSilenceLimit();
    void takesAWholeBodyWhoseConnectionStaysOpen_data();
    void takesAWholeBodyWhoseConnectionStaysOpen();
    void wordsBehindTheFinishReasonAreWaitedFor();
    void endsQuietlyWhereTheConnectionBreaksBehindTheEndMark();
    void aConnectionThatIsClosingIsNotUsedAgain_data();
    void aConnectionThatIsClosingIsNotUsedAgain();
    void doesNotWaitForTheTailOfAFinishedAnswer_data();
    void doesNotWaitForTheTailOfAFinishedAnswer();
    void needsNoFinishReasonToEndACompleteAnswer_data();
    void needsNoFinishReasonToEndACompleteAnswer();
    void stopsAnAnswerOverTheLimit_data();
    void stopsAnAnswerOverTheLimit();

    void destroyingItClosesTheConnection_data();
    void destroyingItClosesTheConnection();
    void mayBeDeletedLaterFromAnySlot_data();
    void mayBeDeletedLaterFromAnySlot();

private:
    static void schemes();
    void speakTls();
    [[nodiscard]] ModelEndpoint endpoint() const;
    [[nodiscard]] std::unique_ptr<Exchange> send(
        const ModelEndpoint& endpoint, ReplyMode mode = ReplyMode::Stream);
    [[nodiscard]] std::unique_ptr<Exchange> ask(
        const ScriptedAnswer& answer, ReplyMode mode = ReplyMode::Stream);

    std::unique_ptr<ScriptedHttpServer> m_server;
};

namespace {

const QByteArray key = "sk-geheim/1+2=";

QList<ChatMessage> question()
{
    return { { .role = ChatRole::System, .text = u"Be brief."_s },
        { .role = ChatRole::User, .text = u"学习 \"Python\"\n"_s },
        { .role = ChatRole::Assistant, .text = u"Why?"_s } };
}

ScriptedAnswer jsonAnswer(int status, const QByteArray& body)
{
    return { .status = status, .contentType = "application/json", .pieces = { { body } } };
}

ScriptedAnswer page(int status)
{
    return { .status = status,
        .contentType = "text/html",
        .pieces = { { "<!DOCTYPE html><html><body>Bad <b>gateway</b></body></html>" } } };
}

/// Exactly one end, a failure of this kind.
void verifyFailed(const Exchange& exchange, ErrorKind kind)
{
    QVERIFY(exchange.error);
    QCOMPARE(errorKindName(exchange.error->kind), errorKindName(kind));
    QCOMPARE(exchange.endCount, 1);
    QVERIFY(!exchange.brokeItsPromise);
}

void verifyFinished(const Exchange& exchange, const QString& text)
{
    QVERIFY2(exchange.completion,
        exchange.error ? qUtf8Printable(exchange.error->message) : "neither finished nor failed");
    QCOMPARE(exchange.text, text);
    QCOMPARE(exchange.endCount, 1);
    QVERIFY(!exchange.brokeItsPromise);
}

} // namespace

void HttpChatModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s)); // Qt's own, which a terminal would show
    m_server = std::make_unique<ScriptedHttpServer>();
}

void HttpChatModelTest::cleanup()
{
    m_server.reset();
}

void HttpChatModelTest::schemes()
{
    QTest::addColumn<bool>("tls");
    QTest::addRow("http") << false;
    QTest::addRow("https") << true;
}

void HttpChatModelTest::speakTls()
{
    m_server = std::make_unique<ScriptedHttpServer>(test::certificate(u"server"_s));
}

ModelEndpoint HttpChatModelTest::endpoint() const
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = m_server->url(u"/v1"_s);
    endpoint.model = u"tiny"_s;
    endpoint.network.caFile = test::certificateFile(u"ca.pem"_s);
    return endpoint;
}

std::unique_ptr<Exchange> HttpChatModelTest::send(const ModelEndpoint& endpoint, ReplyMode mode)
{
    return std::make_unique<Exchange>(
        HttpChatModel(endpoint).send({ .messages = question(), .mode = mode }));
}

std::unique_ptr<Exchange> HttpChatModelTest::ask(const ScriptedAnswer& answer, ReplyMode mode)
{
    m_server->enqueue(answer);
    return send(endpoint(), mode);
}

void HttpChatModelTest::streamsAnAnswer()
{
    QFETCH(const bool, tls);
    if (tls)
        speakTls();
    const auto exchange = ask({ .pieces = { { test::openAiDelta(u"Hel"_s) },
                                    { .bytes = test::openAiStream({ u"lo"_s }), .held = true } } });
    QSignalSpy spoke(exchange.get(), &Exchange::spoke);
    QVERIFY(spoke.wait());
    QCOMPARE(exchange->text, u"Hel"_s); // while the rest is still held back
    QCOMPARE(exchange->endCount, 0);
    m_server->release();
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hello"_s);
    const ChatCompletion expected { .text = u"Hello"_s,
        .finishReason = FinishReason::Stop,
        .model = u"scripted"_s,
        .usage = { .inputTokens = 12, .outputTokens = 34 } };
    QVERIFY(*exchange->completion == expected);
}

void HttpChatModelTest::keepsReasoningApart()
{
    const auto exchange
        = ask({ .pieces = { { R"(data: {"choices":[{"delta":{"reasoning_content":"Hm."}}]})"
                              "\n\n" },
                    { test::openAiStream({ u"Yes."_s }) } } });
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Yes."_s);
    QCOMPARE(exchange->reasoning, u"Hm."_s);
    QCOMPARE(exchange->completion->text, u"Yes."_s);
}

void HttpChatModelTest::takesBackTextThatWasReasoning()
{
    const auto exchange = ask({ .pieces
        = { { test::openAiStream({ u"Hm. "_s, u"Well.\n</thi"_s, u"nk>\n\nHel"_s, u"lo"_s }) } } });
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hello"_s);
    QCOMPARE(exchange->reasoning, u"Hm. Well.\n"_s);
}

void HttpChatModelTest::readsAWholeAnswer()
{
    ScriptedAnswer answer = jsonAnswer(200, test::openAiWhole(u"Hello 世界"_s));
    answer.framing = Framing::ContentLength;
    const auto exchange = ask(answer, ReplyMode::Whole);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hello 世界"_s);
    QCOMPARE(exchange->signalCount, 2); // one delta, one end
    QVERIFY(m_server->requests().constFirst().body.contains("\"stream\":false"));
}

void HttpChatModelTest::readsAnAnswerUnderAnyContentType_data()
{
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<ReplyMode>("mode");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    const QByteArray events = test::openAiStream({ u"Hel"_s, u"lo"_s });
    const QByteArray lines = R"({"message":{"content":"Hel"},"done":false})"
                             "\n"
                             R"({"message":{"content":"lo"},"done":true})"
                             "\n"_ba;
    const QByteArray whole = test::openAiWhole(u"Hello"_s);
    for (const QByteArray& type : { ""_ba, "text/plain"_ba, "text/html"_ba, "application/json"_ba,
             "application/x-ndjson"_ba, "application/octet-stream"_ba,
             "text/event-stream; charset=latin1"_ba, "nonsense"_ba }) {
        QTest::addRow("events as '%s'", type.constData())
            << ApiStyle::OpenAi << ReplyMode::Stream << events << type;
        QTest::addRow("lines as '%s'", type.constData())
            << ApiStyle::Ollama << ReplyMode::Stream << lines << type;
        QTest::addRow("a whole body as '%s'", type.constData())
            << ApiStyle::OpenAi << ReplyMode::Whole << whole << type;
        QTest::addRow("a whole body instead of events, as '%s'", type.constData())
            << ApiStyle::OpenAi << ReplyMode::Stream << whole << type;
    }
}

void HttpChatModelTest::readsAnAnswerUnderAnyContentType()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const ReplyMode, mode);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, contentType);
    m_server->enqueue({ .contentType = contentType, .pieces = { { body } } });
    ModelEndpoint other = endpoint();
    other.style = style;
    const auto exchange = send(other, mode);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hello"_s);
}

void HttpChatModelTest::readsALongAnswer()
{
    // Several times what the network may hold for us.
    const QStringList pieces(300, QString(10'000, u'x'));
    const auto exchange = ask({ .pieces = { { test::openAiStream(pieces) } } });
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, pieces.join(QString()));
}

void HttpChatModelTest::emitsNothingInsideSend_data()
{
    QTest::addColumn<QString>("baseUrl");
    QTest::addRow("a server") << u"http://127.0.0.1:%1/v1"_s;
    QTest::addRow("another scheme") << u"ftp://127.0.0.1:%1/v1"_s;
    QTest::addRow("no address") << QString();
}

void HttpChatModelTest::emitsNothingInsideSend()
{
    QFETCH(const QString, baseUrl);
    ModelEndpoint where = endpoint();
    where.baseUrl = QUrl(baseUrl.contains(u'%') ? baseUrl.arg(where.baseUrl.port()) : baseUrl);
    const auto exchange = send(where);
    // Whoever listens only after send() misses nothing.
    QSignalSpy finished(exchange->reply(), &ChatReply::finished);
    QSignalSpy failed(exchange->reply(), &ChatReply::failed);
    QCOMPARE(exchange->signalCount, 0);
    QVERIFY(exchange->wait());
    QCOMPARE(finished.size() + failed.size(), 1);
}

void HttpChatModelTest::sendsModelMessagesAndStreamOnly()
{
    const QByteArray expected = R"({"model":"tiny","messages":[)"
                                R"({"role":"system","content":"Be brief."},)"
                                R"({"role":"user","content":"学习 \"Python\"\n"},)"
                                R"({"role":"assistant","content":"Why?"}],"stream":true})";
    auto exchange = ask({ .pieces = { { test::openAiStream({ u"a"_s }) } } });
    QVERIFY(exchange->wait());
    QCOMPARE(m_server->requests().constFirst().body, expected);
    m_server->enqueue({ .pieces = { { test::openAiStream({ u"a"_s }) } } });
    ModelEndpoint nameless = endpoint();
    nameless.model.clear();
    exchange = send(nameless);
    QVERIFY(exchange->wait());
    QVERIFY(m_server->requests().constLast().body.startsWith("{\"model\":\"default\","));
}

void HttpChatModelTest::sendsTheHeadersItNeeds()
{
    const auto exchange = ask({ .pieces = { { test::openAiStream({ u"a"_s }) } } });
    QVERIFY(exchange->wait());
    QCOMPARE(m_server->requests().size(), 1);
    const RecordedRequest& request = m_server->requests().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "/v1/chat/completions");
    QCOMPARE(request.header("content-type"), "application/json");
    QCOMPARE(request.header("content-length"), QByteArray::number(request.body.size()));
    QCOMPARE(request.header("connection"), "close");
    QCOMPARE(request.header("user-agent"), "Roadloom");
    QVERIFY(request.header("accept").contains("text/event-stream"));
    QVERIFY(!request.hasHeader("transfer-encoding"));
    QVERIFY(!request.hasHeader("cookie"));
    // Ours would turn off Qt's own decoding, whose offer is this or nothing.
    QVERIFY(request.header("accept-encoding").isEmpty()
        || request.header("accept-encoding").contains("gzip"));
}

void HttpChatModelTest::sendsTheKeyOnlyIfThereIsOne()
{
    QFETCH(const bool, tls);
    if (tls)
        speakTls();
    auto exchange = ask({ .pieces = { { test::openAiStream({ u"a"_s }) } } });
    QVERIFY(exchange->wait());
    QVERIFY(!m_server->requests().constLast().hasHeader("authorization"));
    m_server->enqueue({ .pieces = { { test::openAiStream({ u"a"_s }) } } });
    ModelEndpoint withKey = endpoint();
    withKey.apiKey = key;
    exchange = send(withKey);
    QVERIFY(exchange->wait());
    QCOMPARE(m_server->requests().constLast().header("authorization"), "Bearer " + key);
}

void HttpChatModelTest::appendsThePathOnce_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("path");
    QTest::addRow("v1") << u"/v1"_s << "/v1/chat/completions"_ba;
    QTest::addRow("a slash behind") << u"/v1/"_s << "/v1/chat/completions"_ba;
    QTest::addRow("several slashes") << u"/v1//"_s << "/v1/chat/completions"_ba;
    QTest::addRow("no path") << QString() << "/chat/completions"_ba;
    QTest::addRow("the whole path") << u"/v1/chat/completions"_s << "/v1/chat/completions"_ba;
    QTest::addRow("an encoded slash") << u"/a%2Fb c"_s << "/a%2Fb%20c/chat/completions"_ba;
    QTest::addRow("a query") << u"/v1?version=2"_s << "/v1/chat/completions?version=2"_ba;
    QTest::addRow("a fragment") << u"/v1#top"_s << "/v1/chat/completions"_ba;
}

void HttpChatModelTest::appendsThePathOnce()
{
    QFETCH(const QString, base);
    m_server->enqueue({ .pieces = { { test::openAiStream({ u"a"_s }) } } });
    ModelEndpoint where = endpoint();
    where.baseUrl = QUrl(QString(m_server->url().toString() + base));
    const auto exchange = send(where);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"a"_s);
    QTEST(m_server->requests().constFirst().path, "path");
}

void HttpChatModelTest::failsByStatus_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    const auto row = [](int status, ErrorKind kind, const QString& ours) {
        QTest::addRow("%d", status) << jsonAnswer(status, test::openAiError(u"Because."_s)) << kind
                                    << ours << u"The server says: Because."_s;
    };
    row(400, ErrorKind::Server, u"refused the request (HTTP 400)"_s);
    row(401, ErrorKind::Authentication, u"asks for an API key"_s);
    row(402, ErrorKind::Quota, u"no credit left"_s);
    row(403, ErrorKind::Authentication, u"asks for an API key"_s);
    row(404, ErrorKind::NotFound, u"does not know this address or this model"_s);
    row(413, ErrorKind::Server, u"too long for the server"_s);
    row(422, ErrorKind::Server, u"(HTTP 422). Check the model's name (--model)"_s);
    row(429, ErrorKind::RateLimit, u"too many requests"_s);
    row(500, ErrorKind::Server, u"failed (HTTP 500)"_s);
    row(503, ErrorKind::Server, u"failed (HTTP 503)"_s);
    const QByteArray empty = R"({"error":{"message":"Pay.","code":"insufficient_quota"}})";
    QTest::addRow("429 for want of credit")
        << jsonAnswer(429, empty) << ErrorKind::Quota << u"no credit left"_s << u"says: Pay."_s;
    ScriptedAnswer busy = jsonAnswer(429, "{}");
    busy.headers = { { "Retry-After", "30" } };
    QTest::addRow("429 with a wait")
        << busy << ErrorKind::RateLimit << u"Wait 30 second"_s << QString();
    busy.headers = { { "Retry-After", "3600" } };
    QTest::addRow("429 with a long wait")
        << busy << ErrorKind::RateLimit << u"Wait 60 minute"_s << QString();
    QTest::addRow("502 with a page")
        << page(502) << ErrorKind::Server << u"failed (HTTP 502)"_s << QString();
    QTest::addRow("500 without a body")
        << jsonAnswer(500, {}) << ErrorKind::Server << u"failed (HTTP 500)"_s << QString();
    ScriptedAnswer cut = jsonAnswer(500, test::openAiError(u"Because."_s));
    cut.ending = Ending::Close;
    QTest::addRow("500 cut") << cut << ErrorKind::Server << u"failed (HTTP 500)"_s
                             << u"says: Because."_s;
}

void HttpChatModelTest::failsByStatus()
{
    QFETCH(const ScriptedAnswer, answer);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, ours);
    QFETCH(const QString, theirs);
    const auto exchange = ask(answer);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, kind);
    const Error& error = *exchange->error;
    QVERIFY2(error.message.contains(ours), qUtf8Printable(error.message));
    QVERIFY2(error.message.contains(theirs), qUtf8Printable(error.message));
    QVERIFY2(!error.message.contains(u'<'), qUtf8Printable(error.message));
    QVERIFY(error.message.contains(u"127.0.0.1:%1"_s.arg(m_server->url().port())));
    QVERIFY(error.details.startsWith(u"HTTP %1"_s.arg(answer.status)));
    QCOMPARE(exchange->signalCount, 1);
    QCOMPARE(m_server->requests().size(), 1);
}

void HttpChatModelTest::followsNoRedirectToElsewhereOrToAGet_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("elsewhere");
    for (const int status : { 301, 302, 303, 307, 308 })
        QTest::addRow("%d to another server", status) << status << true;
    for (const int status : { 301, 302, 303 }) // which would make it a GET
        QTest::addRow("%d within", status) << status << false;
}

void HttpChatModelTest::followsNoRedirectToElsewhereOrToAGet()
{
    QFETCH(const int, status);
    QFETCH(const bool, elsewhere);
    const ScriptedHttpServer other;
    QUrl target = other.url(u"/other"_s);
    target.setQuery(u"token=x"_s);
    ScriptedAnswer answer = jsonAnswer(status, "{}");
    answer.headers = { { "Location", elsewhere ? target.toEncoded() : "/other?token=x"_ba } };
    m_server->enqueue(answer);
    ModelEndpoint withKey = endpoint();
    withKey.apiKey = key;
    const auto exchange = send(withKey);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Protocol);
    const QString shown
        = elsewhere ? other.url(u"/other"_s).toString() : m_server->url(u"/other"_s).toString();
    QVERIFY2(exchange->error->message.contains(shown), qUtf8Printable(exchange->error->message));
    QVERIFY(!exchange->error->message.contains("token"_L1));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(other.connectionCount(), 0);
}

void HttpChatModelTest::followsARedirectOnTheSameServer_data()
{
    QTest::addColumn<int>("status");
    QTest::addRow("307") << 307;
    QTest::addRow("308") << 308;
}

void HttpChatModelTest::followsARedirectOnTheSameServer()
{
    QFETCH(const int, status);
    ScriptedAnswer answer = jsonAnswer(status, "{}");
    answer.headers = { { "Location", "/other?token=x" } };
    m_server->enqueue(answer);
    m_server->enqueue({ .pieces = { { test::openAiStream({ u"a"_s }) } } });
    ModelEndpoint withKey = endpoint();
    withKey.apiKey = key;
    const auto exchange = send(withKey);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"a"_s);
    QCOMPARE(m_server->requests().size(), 2);
    const RecordedRequest& second = m_server->requests().constLast();
    QCOMPARE(second.method, "POST");
    QCOMPARE(second.path, "/other?token=x");
    QCOMPARE(second.body, m_server->requests().constFirst().body);
    QCOMPARE(second.header("authorization"), "Bearer " + key);
}

void HttpChatModelTest::givesUpOnRedirectsThatDoNotEnd()
{
    m_server->setResponder([](const RecordedRequest&) {
        ScriptedAnswer answer = jsonAnswer(307, "{}");
        answer.headers = { { "Location", "/v1/chat/completions" } };
        return answer;
    });
    const auto exchange = send(endpoint());
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Protocol);
    QVERIFY2(exchange->error->message.contains("on and on"_L1),
        qUtf8Printable(exchange->error->message));
    QCOMPARE(m_server->requests().size(), 6);
}

void HttpChatModelTest::namesNoTargetThatWasNotTold()
{
    const auto exchange = ask(jsonAnswer(304, {}));
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Server);
    QVERIFY2(
        exchange->error->message.contains("HTTP 304"_L1), qUtf8Printable(exchange->error->message));
    QVERIFY(!exchange->error->isTransient);
}

void HttpChatModelTest::sendsOnceWhenAskedToSignIn()
{
    ScriptedAnswer answer = jsonAnswer(401, test::openAiError(u"Because."_s));
    answer.headers = { { "WWW-Authenticate", "Basic realm=\"models\"" } };
    m_server->enqueue(answer);
    m_server->enqueue(answer);
    ModelEndpoint withUser = endpoint();
    withUser.baseUrl.setUserName(u"ada"_s);
    withUser.baseUrl.setPassword(u"geheim"_s);
    const auto exchange = send(withUser);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Authentication);
    QVERIFY(!exchange->error->message.contains("geheim"_L1));
    QVERIFY(!exchange->error->details.contains("geheim"_L1));
    QCOMPARE(m_server->requests().size(), 1);
}

void HttpChatModelTest::keepsOnlyTheStartOfAnEndlessErrorBody()
{
    ScriptedAnswer answer = jsonAnswer(500, {});
    answer.pieces = { { .bytes = QByteArray(10'000, 'x'), .after = 1ms } };
    answer.ending = Ending::Repeat;
    QSignalSpy closed(m_server.get(), &ScriptedHttpServer::clientClosed);
    const auto exchange = ask(answer);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Server);
    QVERIFY(exchange->error->details.size() <= 2000);
    QTRY_COMPARE(closed.size(), 1);
}

void HttpChatModelTest::waitsBrieflyForAnErrorBody()
{
    ScriptedAnswer answer = jsonAnswer(503, {});
    answer.ending = Ending::Silence;
    m_server->enqueue(answer);
    ModelEndpoint hasty = endpoint();
    hasty.patience.tail = 50ms;
    const auto exchange = send(hasty);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Server);
    QVERIFY(exchange->error->message.contains("HTTP 503"_L1));
}

void HttpChatModelTest::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::addRow("a page") << page(200) << ErrorKind::Protocol << u"is a web page"_s;
    QTest::addRow("an endless page") << ScriptedAnswer { .pieces
        = { { .bytes = "<p>Log in</p>"_ba.repeated(50), .after = 1ms } },
        .ending = Ending::Repeat } << ErrorKind::Protocol
                                     << u"is a web page"_s;
    QTest::addRow("a JSON error") << jsonAnswer(200, test::openAiError(u"Because."_s))
                                  << ErrorKind::Server << u"The server says: Because."_s;
    QTest::addRow("an empty body")
        << jsonAnswer(200, {}) << ErrorKind::Protocol << u"empty answer"_s;
    QTest::addRow("204") << jsonAnswer(204, {}) << ErrorKind::Protocol << u"empty answer"_s;
    QTest::addRow("other JSON") << jsonAnswer(200, R"({"models":[]})") << ErrorKind::Protocol
                                << u"not a chat answer"_s;
    QTest::addRow("words") << jsonAnswer(200, "It works!") << ErrorKind::Protocol
                           << u"not a chat answer"_s;
    QTest::addRow("an error inside the stream")
        << ScriptedAnswer { .pieces = { { test::openAiDelta(u"Hi"_s) },
                                { "data: " + test::openAiError(u"Because."_s) + "\n\n" } } }
        << ErrorKind::Server << u"The server says: Because."_s;
}

void HttpChatModelTest::refusesWhatIsNoAnswer()
{
    QFETCH(const ScriptedAnswer, answer);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, words);
    const auto exchange = ask(answer);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, kind);
    QVERIFY2(exchange->error->message.contains(words), qUtf8Printable(exchange->error->message));
}

void HttpChatModelTest::refusesUnusableEndpoints_data()
{
    QTest::addColumn<QUrl>("baseUrl");
    QTest::addColumn<QByteArray>("key");
    QTest::addRow("no URL") << QUrl() << QByteArray();
    QTest::addRow("no scheme") << QUrl(u"127.0.0.1/v1"_s) << QByteArray();
    QTest::addRow("no host") << QUrl(u"http:///v1"_s) << QByteArray();
    QTest::addRow("a file") << QUrl(u"file:///etc/passwd"_s) << QByteArray();
    QTest::addRow("a key with a line break") << QUrl() << "sk-geheim\r\nX-Other: 1"_ba;
    QTest::addRow("a key that is no ASCII") << QUrl() << "sk-geheim-\xe4"_ba;
}

void HttpChatModelTest::refusesUnusableEndpoints()
{
    QFETCH(const QUrl, baseUrl);
    QFETCH(const QByteArray, key);
    ModelEndpoint unusable = endpoint();
    if (key.isEmpty())
        unusable.baseUrl = baseUrl;
    unusable.apiKey = key;
    const auto exchange = send(unusable);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::InvalidInput);
    QVERIFY(!exchange->error->message.contains("geheim"_L1));
    QCOMPARE(m_server->connectionCount(), 0);
}

void HttpChatModelTest::reportsARefusedConnection()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    ModelEndpoint nobody = endpoint();
    nobody.baseUrl.setPort(closed.serverPort());
    closed.close();
    const auto exchange = send(nobody);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Network);
    QVERIFY2(exchange->error->message.startsWith("Nothing answers at 127.0.0.1:"_L1),
        qUtf8Printable(exchange->error->message));
}

void HttpChatModelTest::sendsOnceWhenTheServerClosesBeforeAnswering_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addRow("closed") << Ending::Close;
    QTest::addRow("reset") << Ending::Reset;
}

void HttpChatModelTest::sendsOnceWhenTheServerClosesBeforeAnswering()
{
    QFETCH(const Ending, ending);
    m_server->setResponder(
        [ending](const RecordedRequest&) { return ScriptedAnswer::none(ending); });
    const auto exchange = send(endpoint());
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Network);
    QVERIFY2(exchange->error->message.contains("closed the connection without an answer"_L1),
        qUtf8Printable(exchange->error->message));
    QCOMPARE(m_server->requests().size(), 1);
}

void HttpChatModelTest::keepsTheKeyOutOfErrors_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addRow("error") << jsonAnswer(401, R"({"error":{"message":"Bad key sk-geheim/1+2=."}})");
    QTest::addRow("slash escaped")
        << jsonAnswer(401, R"({"error":{"message":"Bad key sk-geheim\/1+2=."}})");
    QTest::addRow("more escaped") << jsonAnswer(
        401, R"({"error":{"message":"Bad key sk-geheim/1\u002B2\u003d."}})");
    QTest::addRow("percent-encoded") << jsonAnswer(404, "/v1?key=sk-geheim%2f1%2B2%3D");
    ScriptedAnswer redirect = jsonAnswer(307, {});
    redirect.headers = { { "Location", "/login/sk-geheim/1+2=?key=sk-geheim/1+2=" } };
    QTest::addRow("redirect") << redirect;
    ScriptedAnswer html = page(200);
    html.pieces = { { "<html>Authorization: Bearer " + key } };
    QTest::addRow("page") << html;
    QTest::addRow("no answer") << jsonAnswer(200, R"({"you":"sk-geheim/1+2="})");
    QTest::addRow("no event") << jsonAnswer(200, "data: sk-geheim/1+2=\n\n");
    QTest::addRow("in the stream")
        << jsonAnswer(200, "data: " + test::openAiError(u"Bad key sk-geheim/1+2="_s) + "\n\n");
    // Only the start of a body is kept: here it ends inside the key, and before two thousand
    // characters.
    for (const int atEnd : { 12, 9 })
        QTest::addRow("page that is shortened, %d", atEnd) << jsonAnswer(200,
            "<html>x" + QByteArray("世").repeated(680) + "x" + QByteArray(12 - atEnd, 'y') + key
                + "</html>");
}

void HttpChatModelTest::keepsTheKeyOutOfErrors()
{
    QFETCH(const ScriptedAnswer, answer);
    m_server->enqueue(answer);
    ModelEndpoint withKey = endpoint();
    withKey.apiKey = key;
    const auto exchange = send(withKey);
    QVERIFY(exchange->wait());
    QVERIFY(exchange->error);
    const Error& error = *exchange->error;
    QVERIFY2(!error.message.contains("sk-geh"_L1), qUtf8Printable(error.message));
    QVERIFY2(!error.details.contains("sk-geh"_L1), qUtf8Printable(error.details));
    QCOMPARE(exchange->endCount, 1);
}

void HttpChatModelTest::aCutAtAnyByteIsToldFromAnEnd_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<Ending>("ending");
    QTest::addRow("chunked, closed") << false << Framing::Chunked << Ending::Close;
    QTest::addRow("chunked, reset") << false << Framing::Chunked << Ending::Reset;
    QTest::addRow("length, closed") << false << Framing::ContentLength << Ending::Close;
    QTest::addRow("length, reset") << false << Framing::ContentLength << Ending::Reset;
    QTest::addRow("until close, closed") << false << Framing::UntilClose << Ending::Close;
    QTest::addRow("until close, reset") << false << Framing::UntilClose << Ending::Reset;
    QTest::addRow("TLS, chunked, closed") << true << Framing::Chunked << Ending::Close;
    QTest::addRow("TLS, chunked, reset") << true << Framing::Chunked << Ending::Reset;
    QTest::addRow("TLS, until close, reset") << true << Framing::UntilClose << Ending::Reset;
}

void HttpChatModelTest::aCutAtAnyByteIsToldFromAnEnd()
{
    QFETCH(const bool, tls);
    if (tls)
        speakTls();
    QFETCH(const Framing, framing);
    QFETCH(const Ending, ending);
    const QByteArray first = R"(data: {"choices":[{"delta":{"content":"é"}}]})";
    const QByteArray second = R"(data: {"choices":[{"delta":{"content":"世"}}]})";
    const QByteArray reason = R"(data: {"choices":[{"finish_reason":"stop"}]})";
    const QByteArray stream
        = first + "\n\n" + second + "\n\n" + reason + "\n\n" + "data: [DONE]\n\n";
    // An event counts from its last brace on: what is missing then says nothing.
    const qsizetype firstIn = first.size();
    const qsizetype secondIn = firstIn + 2 + second.size();
    const qsizetype reasonIn = secondIn + 2 + reason.size();

    for (qsizetype cut = 0; cut < stream.size(); ++cut) {
        ScriptedAnswer answer
            = ScriptedAnswer { .framing = framing, .pieces = { { stream } } }.cutAt(cut, ending);
        if (ending == Ending::Reset) // which takes along what has not been read yet
            answer.pieces.append({ .bytes = {}, .held = true });
        const auto exchange = ask(answer);
        if (cut >= firstIn + 2 && ending == Ending::Reset)
            QVERIFY(QSignalSpy(exchange.get(), &Exchange::spoke).wait());
        if (ending == Ending::Reset)
            m_server->release();
        QVERIFY2(exchange->wait(), qPrintable(QString::number(cut)));
        QCOMPARE(exchange->endCount, 1);
        QVERIFY(!exchange->brokeItsPromise);
        const QString text = cut < firstIn ? QString() : cut < secondIn ? u"é"_s : u"é世"_s;
        const bool isAll = exchange->text == text;
        const bool isAtLeastTheFirst
            = text.startsWith(exchange->text) && (cut < firstIn + 2 || !exchange->text.isEmpty());
        QVERIFY2(ending == Ending::Close ? isAll : isAtLeastTheFirst,
            qPrintable(u"%1: %2"_s.arg(cut).arg(exchange->text)));
        if (ending == Ending::Close)
            QCOMPARE(exchange->completion.has_value(), cut >= reasonIn);
        else
            QVERIFY(!exchange->completion || cut >= reasonIn);
        const bool nothingCame = cut == 0 || (ending == Ending::Reset && cut < firstIn + 2);
        if (exchange->error && !(nothingCame && exchange->error->kind == ErrorKind::Protocol))
            QCOMPARE(errorKindName(exchange->error->kind), errorKindName(ErrorKind::Cut));
    }
}

void HttpChatModelTest::replacesWhatIsNoUtf8()
{
    const auto exchange
        = ask({ .pieces = { { test::openAiDelta(u"a#b"_s).replace('#', "\xff\xe4\xb8") },
                    { test::openAiEnd() } } });
    QVERIFY(exchange->wait());
    QVERIFY(exchange->completion);
    QVERIFY(exchange->text.startsWith(u"a\uFFFD"_s));
    QVERIFY(exchange->text.endsWith(u'b'));
    verifyFinished(*exchange, exchange->completion->text);
}

void HttpChatModelTest::readsABodyThatUnfoldsHugeOverManyTurns()
{
    constexpr qsizetype unfolded = qsizetype(16) * 1024 * 1024;
    const QByteArray chunk = "data: {\"choices\":[]}\n\n";
    const QByteArray body
        = chunk.repeated(unfolded / chunk.size()) + test::openAiStream({ u"Hello"_s });
    ScriptedAnswer answer { .pieces = { { qCompress(body).sliced(4) } } }; // without Qt's length
    answer.headers = { { "Content-Encoding", "deflate" } };
    m_server->enqueue(answer);
    int turns = 0;
    QTimer heartbeat;
    connect(&heartbeat, &QTimer::timeout, this, [&turns] { ++turns; });
    heartbeat.start(0);
    const auto exchange = send(endpoint());
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hello"_s);
    QVERIFY2(turns >= unfolded / (qsizetype(512) * 1024), qPrintable(QString::number(turns)));
}

void HttpChatModelTest::givesUpAfterSilence_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addRow("no answer at all") << ScriptedAnswer::none(Ending::Silence);
    QTest::addRow("only the head") << ScriptedAnswer { .ending = Ending::Silence };
    QTest::addRow("a word, then nothing")
        << ScriptedAnswer { .pieces = { { test::openAiDelta(u"Hm"_s) } },
               .ending = Ending::Silence };
    QTest::addRow("endless comments")
        << ScriptedAnswer { .pieces = { { .bytes = ": ping\n\n", .after = 5ms } },
               .ending = Ending::Repeat };
    QTest::addRow("endless pings") << ScriptedAnswer { .pieces
        = { { .bytes = "data: {\"type\":\"ping\"}\n\n", .after = 5ms } },
        .ending = Ending::Repeat };
    QTest::addRow("endless chunks without a word")
        << ScriptedAnswer { .pieces = { { .bytes = "data: {\"choices\":[]}\n\n", .after = 5ms } },
               .ending = Ending::Repeat };
    QTest::addRow("endless blanks")
        << ScriptedAnswer { .pieces = { { .bytes = "\n", .after = 5ms } },
               .ending = Ending::Repeat };
    QTest::addRow("endless lines without a word")
        << ScriptedAnswer { .contentType = "application/x-ndjson",
               .pieces = { { .bytes = R"({"message":{"content":""},"done":false})"
                                      "\n",
                   .after = 5ms } },
               .ending = Ending::Repeat };
    QTest::addRow("endless lines without a word, in parts") << ScriptedAnswer { .contentType
        = "application/x-ndjson",
        .pieces = { { .bytes = "{", .after = 5ms }, { .bytes = "}", .after = 5ms }, { "\n" } },
        .ending = Ending::Repeat };
}

void HttpChatModelTest::givesUpAfterSilence()
{
    QFETCH(const ScriptedAnswer, answer);
    QSignalSpy closed(m_server.get(), &ScriptedHttpServer::clientClosed);
    m_server->enqueue(answer);
    ModelEndpoint impatient = endpoint();
    if (answer.contentType.endsWith("ndjson"))
        impatient.style = ApiStyle::Ollama;
    impatient.patience.firstWord = impatient.patience.silence = 100ms;
    const auto exchange = send(impatient);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::Timeout);
    QTRY_COMPARE(closed.size(), 1);
}

void HttpChatModelTest::wordsPutOffTheSilenceLimit()
{
    ScriptedAnswer answer;
    for (int i = 0; i < 10; ++i)
        answer.pieces.append({ .bytes = test::openAiDelta(u"x"_s), .after = 100ms });
    answer.pieces.append({ test::openAiEnd() });
    m_server->enqueue(answer);
    ModelEndpoint impatient = endpoint();
    impatient.patience.firstWord = impatient.patience.silence = 600ms; // less than the whole takes
    const auto exchange = send(impatient);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"xxxxxxxxxx"_s);
}

void HttpChatModelTest::endsQuietlyWhereTheConnectionBreaksBehindTheEndMark()
{
    for (int i = 0; i < 20; ++i) { // whether the break is seen along with the mark is a race
        const auto exchange = ask({ .pieces
            = { { test::openAiDelta(u"Hi"_s) }, { .bytes = test::openAiEnd(), .after = 2ms } },
            .ending = Ending::Close });
        QVERIFY(exchange->wait());
        verifyFinished(*exchange, u"Hi"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTRY_COMPARE(m_server->openConnectionCount(), 0);
    }
}

void HttpChatModelTest::aConnectionThatIsClosingIsNotUsedAgain_data()
{
    QTest::addColumn<std::chrono::milliseconds>("closingDelay");
    for (const auto delay : { 0ms, 1ms, 20ms, 300ms })
        QTest::addRow("%d ms", int(delay.count())) << delay;
}

/// Servers close as they are asked to, but not all of them say so in their answer.
void HttpChatModelTest::aConnectionThatIsClosingIsNotUsedAgain()
{
    QFETCH(const std::chrono::milliseconds, closingDelay);
    for (int i = 0; i < 10; ++i) {
        // The end mark and the end of the body come together.
        const auto exchange = ask({ .pieces = { { test::openAiStream({ u"Hi"_s }) } },
            .ending = Ending::CompleteThenClose,
            .closingDelay = closingDelay });
        QVERIFY(exchange->wait());
        verifyFinished(*exchange, u"Hi"_s);
    }
}

void HttpChatModelTest::bytesOfAJsonBodyPutOffTheSilenceLimit()
{
    const QByteArray body = test::openAiWhole(u"Hello"_s);
    ScriptedAnswer answer { .contentType = "application/json" };
    for (const char byte : body)
        answer.pieces.append({ .bytes = QByteArray(1, byte), .after = 5ms });
    m_server->enqueue(answer);
    ModelEndpoint hasty = endpoint();
    hasty.patience.firstWord = hasty.patience.silence = 200ms; // all of it takes longer
    const auto exchange = send(hasty, ReplyMode::Whole);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hello"_s);
}

void HttpChatModelTest::takesAWholeBodyWhoseConnectionStaysOpen_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::addRow("an answer") << test::openAiWhole(u"Hello"_s) << u"Hello"_s << QString();
    QTest::addRow("an error") << test::openAiError(u"model overloaded"_s) << QString()
                              << u"model overloaded"_s;
    QTest::addRow("a page") << "<html><body>Log in"_ba << QString() << u"is a web page"_s;
    QTest::addRow("half an answer")
        << test::openAiWhole(u"Hello"_s).chopped(5) << QString() << u"said nothing for"_s;
}

void HttpChatModelTest::takesAWholeBodyWhoseConnectionStaysOpen()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, text);
    QFETCH(const QString, error);
    m_server->enqueue({ .contentType = {},
        .framing = Framing::UntilClose,
        .pieces = { { body } },
        .ending = Ending::Silence });
    ModelEndpoint hasty = endpoint();
    hasty.patience.firstWord = hasty.patience.silence = 300ms;
    const auto exchange = send(hasty);
    QVERIFY(exchange->wait());
    QCOMPARE(exchange->text, text);
    QCOMPARE(exchange->completion.has_value(), !text.isEmpty());
    if (exchange->error)
        QVERIFY2(
            exchange->error->message.contains(error), qUtf8Printable(exchange->error->message));
}

void HttpChatModelTest::wordsBehindTheFinishReasonAreWaitedFor()
{
    ScriptedAnswer answer { .pieces = { { "data: {\"choices\":[{\"delta\":{\"content\":\"a\"},"
                                          "\"finish_reason\":\"stop\"}]}\n\n" } } };
    for (int i = 0; i < 20; ++i)
        answer.pieces.append({ .bytes = test::openAiDelta(u"b"_s), .after = 20ms });
    m_server->enqueue(answer);
    ModelEndpoint hasty = endpoint();
    hasty.patience.tail = 200ms; // all of it takes longer
    const auto exchange = send(hasty);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, QString(u"a"_s + QString(20, u'b')));
}

void HttpChatModelTest::doesNotWaitForTheTailOfAFinishedAnswer_data()
{
    QTest::addColumn<test::ScriptedPiece>("tail");
    QTest::addRow("silence") << test::ScriptedPiece { .bytes = {}, .held = true };
    QTest::addRow("endless comments")
        << test::ScriptedPiece { .bytes = ": ping\n\n", .after = 5ms };
    QTest::addRow("endless pieces")
        << test::ScriptedPiece { .bytes = "data: {\"choices\":[]}\n\n", .after = 5ms };
}

void HttpChatModelTest::doesNotWaitForTheTailOfAFinishedAnswer()
{
    QFETCH(const test::ScriptedPiece, tail);
    const QByteArray answered = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},"
                                "\"finish_reason\":\"length\"}]}\n\n";
    ScriptedAnswer answer { .pieces = { { answered } } };
    for (int i = 0; i < 3000; ++i)
        answer.pieces.append(tail);
    m_server->enqueue(answer);
    ModelEndpoint hasty = endpoint();
    hasty.patience.tail = 100ms;
    const auto exchange = send(hasty);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hi"_s);
    QVERIFY(exchange->completion->finishReason == FinishReason::Length);
}

void HttpChatModelTest::needsNoFinishReasonToEndACompleteAnswer_data()
{
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<ReplyMode>("mode");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("an end mark")
        << ApiStyle::Anthropic << ReplyMode::Stream
        << QByteArray(R"(data: {"type":"content_block_delta","delta":{"type":"text_delta",)"
                      R"("text":"Hello"}})"
                      "\n\ndata: {\"type\":\"message_stop\"}\n\n");
    QTest::addRow("all in one event")
        << ApiStyle::OpenAi << ReplyMode::Stream
        << QByteArray(R"(data: {"choices":[{"message":{"content":"Hello"}}]})"
                      "\n\n");
    QTest::addRow("a JSON body") << ApiStyle::OpenAi << ReplyMode::Whole
                                 << test::openAiWhole(u"Hello"_s).trimmed();
    QTest::addRow("a JSON body of many lines")
        << ApiStyle::OpenAi << ReplyMode::Whole
        << "{\n \"choices\": [\n  {\"message\": {\"content\": \"Hello\"}}\n ]\n}\n"_ba;
    QTest::addRow("Anthropic's") << ApiStyle::Anthropic << ReplyMode::Whole
                                 << R"({"type":"message","content":[{"type":"text",)"
                                    R"("text":"Hello"}]})"_ba;
    QTest::addRow("Gemini's") << ApiStyle::Gemini << ReplyMode::Whole
                              << R"({"candidates":[{"content":{"parts":[{"text":"Hello"}]},)"
                                 R"("finishReason":"STOP"}]})"_ba;
    QTest::addRow("Ollama's") << ApiStyle::Ollama << ReplyMode::Whole
                              << R"({"message":{"content":"Hello"},"done":true})"_ba;
}

/// The connection stays open behind it.
void HttpChatModelTest::needsNoFinishReasonToEndACompleteAnswer()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const ReplyMode, mode);
    QFETCH(const QByteArray, body);
    m_server->enqueue({ .framing = Framing::UntilClose,
        .pieces = { { body.chopped(1) }, { .bytes = body.right(1), .after = 5ms } },
        .ending = Ending::Silence });
    ModelEndpoint patient = endpoint();
    patient.style = style;
    patient.patience.firstWord = patient.patience.silence = 0ms;
    patient.patience.tail = 50ms;
    const auto exchange = send(patient, mode);
    QVERIFY(exchange->wait());
    verifyFinished(*exchange, u"Hello"_s);
}

void HttpChatModelTest::stopsAnAnswerOverTheLimit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("words") << test::openAiDelta(QString(100, u'x'));
    QTest::addRow("reasoning")
        << "data: {\"choices\":[{\"delta\":{\"reasoning\":\"hmmmmmmm\"}}]}\n\n"_ba;
    QTest::addRow("comments") << ": ping\n\n"_ba;
    QTest::addRow("a line without an end") << "data: xxxxxxxxxxxxxxxx"_ba;
    QTest::addRow("JSON") << "[1,"_ba;
    QTest::addRow("blanks") << "   "_ba;
}

void HttpChatModelTest::stopsAnAnswerOverTheLimit()
{
    QFETCH(const QByteArray, bytes);
    QSignalSpy closed(m_server.get(), &ScriptedHttpServer::clientClosed);
    m_server->enqueue(
        { .pieces = { { .bytes = bytes.repeated(8192 / bytes.size()), .after = 1ms } },
            .ending = Ending::Repeat });
    ModelEndpoint small = endpoint();
    small.answerLimit = 20'000;
    const auto exchange = send(small);
    QVERIFY(exchange->wait());
    verifyFailed(*exchange, ErrorKind::TooLarge);
    QVERIFY(exchange->text.size() <= small.answerLimit);
    QTRY_COMPARE(closed.size(), 1);
}

void HttpChatModelTest::destroyingItClosesTheConnection_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<bool>("speaks");
    QTest::addRow("before the head") << ScriptedAnswer::none(Ending::Silence) << false;
    QTest::addRow("after the head") << ScriptedAnswer { .ending = Ending::Silence } << false;
    QTest::addRow("in the stream") << ScriptedAnswer { .pieces = { { test::openAiDelta(u"Hm"_s) } },
        .ending = Ending::Silence } << true;
    QTest::addRow("in a flood") << ScriptedAnswer { .pieces
        = { { .bytes = test::openAiDelta(u"Hm"_s).repeated(50), .after = 1ms } },
        .ending = Ending::Repeat }
                                << true;
}

void HttpChatModelTest::destroyingItClosesTheConnection()
{
    QFETCH(const ScriptedAnswer, answer);
    QFETCH(const bool, speaks);
    QSignalSpy received(m_server.get(), &ScriptedHttpServer::requestReceived);
    QSignalSpy closed(m_server.get(), &ScriptedHttpServer::clientClosed);
    const auto exchange = ask(answer);
    QVERIFY(received.wait());
    if (speaks)
        QVERIFY(exchange->signalCount > 0 || QSignalSpy(exchange.get(), &Exchange::spoke).wait());
    const int before = exchange->signalCount;
    exchange->cancel();
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(exchange->signalCount, before);
    QCOMPARE(exchange->endCount, 0);
}

void HttpChatModelTest::mayBeDeletedLaterFromAnySlot_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    const QByteArray stream = test::openAiStream({ u"a"_s, u"b"_s, u"c"_s });
    QTest::addRow("a stream at once") << ScriptedAnswer { .pieces = { { stream } } };
    QTest::addRow("a cut") << ScriptedAnswer { .pieces = { { stream } } }.cutAt(500);
    QTest::addRow("an endless stream")
        << ScriptedAnswer { .pieces = { { .bytes = test::openAiDelta(u"a"_s), .after = 1ms } },
               .ending = Ending::Repeat };
    QTest::addRow("a status") << jsonAnswer(500, "{}");
    QTest::addRow("an endless error") << ScriptedAnswer { .status = 500,
        .pieces = { { .bytes = QByteArray(10'000, 'x'), .after = 1ms } },
        .ending = Ending::Repeat };
    QTest::addRow("no answer") << ScriptedAnswer::none(Ending::Close);
}

void HttpChatModelTest::mayBeDeletedLaterFromAnySlot()
{
    QFETCH(const ScriptedAnswer, answer);
    const auto exchange = ask(answer);
    connect(exchange.get(), &Exchange::spoke, exchange.get(), &Exchange::cancelLater);
    connect(exchange.get(), &Exchange::over, exchange.get(), &Exchange::cancelLater);
    QTRY_VERIFY(exchange->reply() == nullptr);
    QVERIFY(exchange->signalCount > 0);
    QVERIFY(exchange->endCount <= 1);
    QVERIFY(!exchange->brokeItsPromise);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::HttpChatModelTest)
#include "HttpChatModelTest.moc"
