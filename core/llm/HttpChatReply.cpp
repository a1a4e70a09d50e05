// SPDX-License-Identifier: Apache-2.0
#include "core/llm/HttpChatReply.h"

#include "core/base/Overload.h"
#include "core/http/OneShotBody.h"
#include "core/http/RetryAfter.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr qsizetype errorBodyLimit = qsizetype(64) * 1024;
constexpr qint64 packagingFactor = 16; // how much longer than its words a body may be
constexpr std::size_t readSize = std::size_t(64) * 1024;
constexpr qint64 bytesPerTurn = qint64(256) * 1024; // some 2 ms of parsing
constexpr qint64 networkBufferSize = qint64(256) * 1024;

bool isUsable(const ModelEndpoint& endpoint)
{
    const QString scheme = endpoint.baseUrl.scheme();
    const bool keyFitsHeader
        = std::ranges::all_of(endpoint.apiKey, [](char c) { return c > ' ' && c < '\x7f'; });
    return endpoint.baseUrl.isValid() && !endpoint.baseUrl.host().isEmpty()
        && (scheme == "http"_L1 || scheme == "https"_L1) && keyFitsHeader;
}

QNetworkRequest requestFor(const HttpRequest& wanted)
{
    QNetworkRequest request(wanted.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setHeader(QNetworkRequest::ContentLengthHeader, wanted.body->size());
    request.setHeader(QNetworkRequest::UserAgentHeader, "Roadloom"_ba);
    // No Accept-Encoding: setting it would turn off Qt's decoding of what it negotiates itself.
    request.setRawHeader("Accept"_ba, "text/event-stream, application/json"_ba);
    // There is no next exchange over this connection.
    request.setRawHeader("Connection"_ba, "close"_ba);
    for (const auto& [name, value] : wanted.headers)
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Event streams shrink far below Qt's limit of 1:40; our own limits hold on what comes out.
    request.setDecompressedSafetyCheckThreshold(-1);
    return request;
}

} // namespace

HttpChatReply::HttpChatReply(const ModelEndpoint& endpoint, const ChatQuestion& question)
    : m_endpoint(endpoint)
    , m_failures(endpoint.baseUrl, endpoint.apiKey, endpoint.keyVariable)
    , m_decoder(dialectFor(endpoint.style).decoder(m_failures))
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &HttpChatReply::handleSilence);
    if (isUsable(endpoint)) {
        post(dialectFor(endpoint.style).request(endpoint, question));
    } else {
        // Not now: nothing is emitted inside send().
        QMetaObject::invokeMethod(
            this, [this] { fail(m_failures.unusableEndpoint({})); }, Qt::QueuedConnection);
    }
}

HttpChatReply::~HttpChatReply()
{
    letGo();
}

void HttpChatReply::post(const HttpRequest& request)
{
    auto* device = new OneShotBody(*request.body);
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_network = m_manager->post(requestFor(request), device);
    device->setParent(m_network);
    // A server that is faster than we are has to wait, instead of filling the memory.
    m_network->setReadBufferSize(networkBufferSize);
    connect(m_network, &QNetworkReply::metaDataChanged, this, &HttpChatReply::readHead);
    connect(m_network, &QNetworkReply::readyRead, this, &HttpChatReply::read);
    connect(m_network, &QNetworkReply::finished, this, &HttpChatReply::handleFinished);
    watch();
}

void HttpChatReply::readHead()
{
    m_status = m_network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (hasFailedByStatus())
        watch();
}

bool HttpChatReply::hasFailedByStatus() const
{
    return m_status != 0 && (m_status < 200 || m_status >= 300);
}

void HttpChatReply::read()
{
    std::array<char, readSize> buffer; // NOLINT: only ever written before it is read
    // A compressed body may unfold to hundreds of times its size: small pieces, and few a turn.
    for (qint64 room = bytesPerTurn; !m_over && room > 0;) {
        const qint64 size = m_network->read(buffer.data(), qint64(buffer.size()));
        if (size <= 0) {
            if (m_bodyHasEnded)
                conclude();
            return;
        }
        room -= size;
        const QByteArrayView bytes(buffer.data(), size);
        if (hasFailedByStatus())
            takeErrorBody(bytes);
        else
            takeAnswer(bytes);
    }
    if (!m_over)
        readOnLater();
}

void HttpChatReply::readOnLater()
{
    if (std::exchange(m_readsOnLater, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readsOnLater = false;
            if (!m_over)
                read();
        },
        Qt::QueuedConnection);
}

void HttpChatReply::takeErrorBody(QByteArrayView bytes)
{
    m_errorBody += bytes.first(std::min(bytes.size(), errorBodyLimit - m_errorBody.size()));
    if (m_errorBody.size() == errorBodyLimit)
        fail(statusFailure());
}

void HttpChatReply::takeAnswer(QByteArrayView bytes)
{
    m_bodyBytes += bytes.size();
    if (m_bodyBytes > m_endpoint.answerLimit * packagingFactor) {
        fail(m_failures.tooLarge(m_endpoint.answerLimit));
        return;
    }
    const qint64 pieces = m_decoder->pieceCount();
    m_decoder->feed(bytes, [this](const ChatDelta& delta) { take(delta); });
    if (!m_over && m_decoder->pieceCount() > pieces)
        watch();
}

void HttpChatReply::take(const ChatDelta& delta)
{
    if (m_over)
        return;
    std::visit(Overload {
                   [this](const TextDelta& piece) {
                       m_completion.text += piece.text;
                       if (staysWithinLimit(piece.text))
                           Q_EMIT textDelta(piece.text);
                   },
                   [this](const ReasoningDelta& piece) {
                       if (staysWithinLimit(piece.text))
                           Q_EMIT reasoningDelta(piece.text);
                   },
                   [this](const AnswerEnd& end) { succeed(end); },
                   [this](const Error& error) { fail(error); },
               },
        delta);
}

bool HttpChatReply::staysWithinLimit(const QString& piece)
{
    m_answerBytes += piece.toUtf8().size();
    if (m_answerBytes > m_endpoint.answerLimit)
        fail(m_failures.tooLarge(m_endpoint.answerLimit));
    return !m_over;
}

/// Something worth waiting on has come, or the wait begins. Once only the tail is left, words that
/// come late are still worth waiting on, but an error's body prolongs nothing.
void HttpChatReply::watch()
{
    if (m_onlyTheTail && hasFailedByStatus())
        return;
    m_onlyTheTail = m_decoder->hasFinishReason() || hasFailedByStatus();
    const std::chrono::milliseconds limit
        = m_onlyTheTail ? m_endpoint.tailLimit : m_endpoint.silenceLimit;
    if (limit > 0ms)
        m_silence.start(limit);
    else
        m_silence.stop();
}

void HttpChatReply::handleSilence()
{
    if (m_decoder->hasFinishReason() || m_decoder->holdsWholeBody())
        finishAnswer(BodyEnd::Proper);
    else if (hasFailedByStatus())
        fail(statusFailure());
    else
        fail(m_failures.silence(m_endpoint.silenceLimit));
}

void HttpChatReply::handleFinished()
{
    m_bodyHasEnded = true;
    read();
}

/// The body has been read to its end: what came of it?
void HttpChatReply::conclude()
{
    const QNetworkReply::NetworkError error = m_network->error();
    if (m_status == 0)
        fail(m_failures.notReached(error, m_network->errorString()));
    else if (hasFailedByStatus())
        fail(statusFailure());
    else
        finishAnswer(error == QNetworkReply::NoError ? BodyEnd::Proper : BodyEnd::Broken);
}

void HttpChatReply::finishAnswer(BodyEnd end)
{
    m_decoder->finish(end, [this](const ChatDelta& delta) { take(delta); });
}

Error HttpChatReply::statusFailure() const
{
    const QUrl target = m_network->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (m_status >= 300 && m_status < 400 && !target.isEmpty())
        return m_failures.redirect(m_status, m_network->url().resolved(target));
    return m_failures.httpStatus(m_status, m_errorBody,
        retryAfter(m_network->rawHeader("Retry-After"_ba), QDateTime::currentDateTimeUtc()));
}

void HttpChatReply::succeed(const AnswerEnd& end)
{
    m_completion.finishReason = end.reason;
    m_completion.model = end.model;
    m_completion.usage = end.usage;
    letGo();
    Q_EMIT finished(m_completion);
}

void HttpChatReply::fail(const Error& error)
{
    letGo();
    Q_EMIT failed(error);
}

void HttpChatReply::letGo()
{
    m_over = true;
    m_silence.stop();
    if (!m_manager)
        return;
    m_network->disconnect(this);
    // Closes the connection, in the event loop's next turn. Qt 6.4's abort() would do so now, but
    // it complains aloud if the break of the connection is on its way to the reply.
    m_manager.release()->deleteLater();
}

} // namespace roadloom
