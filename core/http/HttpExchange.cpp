// SPDX-License-Identifier: Apache-2.0
#include "core/http/HttpExchange.h"

#include "core/http/OneShotBody.h"
#include "core/http/QtNetworkSetup.h"
#include "core/http/RetryAfter.h"
#include "core/http/ServerOrigin.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr qsizetype errorBodyLimit = qsizetype(64) * 1024;
constexpr std::size_t readSize = std::size_t(64) * 1024;
constexpr qint64 bytesPerTurn = qint64(256) * 1024; // some 2 ms of parsing
constexpr qint64 networkBufferSize = qint64(256) * 1024;
constexpr int mostRedirects = 5;

bool isUsable(const HttpRequest& request)
{
    const QString scheme = request.url.scheme();
    const auto fits = [](const auto& header) {
        return std::ranges::all_of(header.second, [](char c) { return c >= ' ' && c < '\x7f'; });
    };
    return request.url.isValid() && !request.url.host().isEmpty()
        && (scheme == "http"_L1 || scheme == "https"_L1)
        && std::ranges::all_of(request.headers, fits);
}

QByteArray fingerprintShownTo(const QNetworkReply& reply)
{
    return reply.sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256);
}

} // namespace

HttpExchange::HttpExchange(const HttpRequest& request, const NetworkSettings& network,
    const Patience& patience, const ServerFailures& failures, QObject* parent)
    : QObject(parent)
    , m_request(request)
    , m_settings(network)
    , m_patience(patience)
    , m_failures(failures)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &HttpExchange::handleTimeout);
    if (!isUsable(request))
        failLater(m_failures.unusableEndpoint({}));
    else if (!m_settings.pinnedCertificate.isEmpty() && request.url.scheme() != "https"_L1)
        failLater(m_failures.withoutTls());
    else
        send(request.url);
}

HttpExchange::~HttpExchange()
{
    letGo();
}

QByteArray HttpExchange::header(const QByteArray& name) const
{
    return m_network != nullptr ? m_network->rawHeader(name) : QByteArray();
}

void HttpExchange::send(const QUrl& url)
{
    Result<std::unique_ptr<QNetworkAccessManager>> manager = makeNetworkManager(m_settings);
    Result<QNetworkRequest> request = makeNetworkRequest(m_request, url, m_settings);
    if (!manager || !request) {
        failLater(manager ? request.error() : manager.error());
        return;
    }
    m_manager = std::move(manager).value();
    if (m_request.body) {
        auto* const device = new OneShotBody(*m_request.body);
        m_network = m_manager->post(request.value(), device);
        device->setParent(m_network);
    } else {
        m_network = m_manager->get(request.value());
    }
    // A server that is faster than we are has to wait, instead of filling the memory.
    m_network->setReadBufferSize(networkBufferSize);
    connect(m_network, &QNetworkReply::requestSent, this, &HttpExchange::handleSent);
    connect(m_network, &QNetworkReply::sslErrors, this, &HttpExchange::handleTlsErrors);
    connect(m_network, &QNetworkReply::encrypted, this, &HttpExchange::checkPinned);
    connect(m_network, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHead);
    connect(m_network, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(m_network, &QNetworkReply::finished, this, [this] {
        m_bodyHasEnded = true;
        read();
    });
    // Told later, when there is somebody to hear it; the clock runs from now on.
    m_wait = { .what = WaitFor::Connection, .limit = m_patience.connecting };
    startLimit();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_over && m_wait.what == WaitFor::Connection)
                Q_EMIT waitChanged(m_wait);
        },
        Qt::QueuedConnection);
}

bool HttpExchange::isPinned(const QByteArray& fingerprint) const
{
    return fingerprint == m_settings.pinnedCertificate;
}

void HttpExchange::handleTlsErrors(const QList<QSslError>& errors)
{
    const QByteArray fingerprint = fingerprintShownTo(*m_network);
    if (!m_settings.pinnedCertificate.isEmpty() && isPinned(fingerprint)) {
        m_network->ignoreSslErrors();
        return;
    }
    m_peerFingerprint = fingerprint;
    m_tlsError = int(errors.constFirst().error());
    m_tlsProblem = errors.constFirst().errorString();
}

/// Before the request is written, which waits for this slot to return: also where the certificate
/// is one that anybody would trust.
void HttpExchange::checkPinned()
{
    if (m_settings.pinnedCertificate.isEmpty())
        return;
    const QByteArray fingerprint = fingerprintShownTo(*m_network);
    if (isPinned(fingerprint))
        return;
    m_peerFingerprint = fingerprint;
    m_network->disconnect(this);
    m_network->abort();
    fail(m_failures.otherCertificate(fingerprint));
}

void HttpExchange::handleSent()
{
    if (m_wait.what == WaitFor::Connection)
        wait({ .what = WaitFor::FirstWord, .limit = m_patience.firstWord });
}

void HttpExchange::readHead()
{
    m_status = m_network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!hasFailedByStatus()) {
        handleSent(); // with HTTP/2 the answer may be there before the request is said to be out
        return;
    }
    if (!followRedirect())
        noteOutcome();
}

/// True if the request goes to another place now.
bool HttpExchange::followRedirect()
{
    const QUrl told = m_network->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const bool keepsMethod = m_status == 307 || m_status == 308;
    const bool becomesGet = m_status >= 301 && m_status <= 303;
    if (told.isEmpty() || !(keepsMethod || (becomesGet && !m_request.body)))
        return false;
    QUrl target = m_network->url().resolved(told);
    target.setFragment({});
    target.setUserInfo({});
    if (originOf(target) != originOf(m_network->url()) || m_redirects == mostRedirects)
        return false;
    ++m_redirects;
    m_status = 0;
    letGoOfReply();
    send(target);
    return true;
}

bool HttpExchange::hasFailedByStatus() const
{
    return m_status != 0 && (m_status < 200 || m_status >= 300);
}

void HttpExchange::read()
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
            Q_EMIT bytesReceived(bytes);
    }
    if (!m_over)
        readOnLater();
}

void HttpExchange::readOnLater()
{
    if (std::exchange(m_readsOnLater, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readsOnLater = false;
            if (!m_over && m_network != nullptr)
                read();
        },
        Qt::QueuedConnection);
}

void HttpExchange::takeErrorBody(QByteArrayView bytes)
{
    m_errorBody += bytes.first(std::min(bytes.size(), errorBodyLimit - m_errorBody.size()));
    if (m_errorBody.size() == errorBodyLimit)
        fail(statusFailure());
}

/// The body has been read to its end.
void HttpExchange::conclude()
{
    if (m_status == 0) {
        m_hasMetNoTls
            = m_tlsError == 0 && m_network->error() == QNetworkReply::SslHandshakeFailedError;
        fail(connectionFailure());
    } else if (hasFailedByStatus()) {
        fail(statusFailure());
    } else {
        const bool isProper = m_network->error() == QNetworkReply::NoError;
        letGo();
        Q_EMIT bodyEnded(isProper ? BodyEnd::Proper : BodyEnd::Broken);
    }
}

// --- limits of time -----------------------------------------------------------------------------

void HttpExchange::noteWord()
{
    if (m_over)
        return;
    if (m_onlyTheTail)
        m_limit.start(m_patience.tail);
    else
        wait({ .what = WaitFor::NextWord, .limit = m_patience.silence });
}

void HttpExchange::noteOutcome()
{
    if (m_over || m_onlyTheTail)
        return;
    m_onlyTheTail = true;
    m_limit.start(m_patience.tail);
}

void HttpExchange::wait(const Wait& wait)
{
    const bool isAnother = m_wait != wait;
    m_wait = wait;
    startLimit();
    if (isAnother)
        Q_EMIT waitChanged(m_wait);
}

void HttpExchange::startLimit()
{
    if (m_wait.limit > 0ms)
        m_limit.start(m_wait.limit);
    else
        m_limit.stop();
}

void HttpExchange::handleTimeout()
{
    if (hasFailedByStatus()) {
        fail(statusFailure());
        return;
    }
    const Error error = timeout();
    if (m_status != 0) {
        failLater(error);
        Q_EMIT fellSilent(error);
    } else {
        fail(error);
    }
}

Error HttpExchange::timeout() const
{
    if (m_wait.what != WaitFor::Connection)
        return m_failures.silence(m_wait.limit);
    // Also where a proxy closes instead of answering CONNECT, of which Qt 6.4 tells nothing.
    return usesProxy(*m_manager, m_network->url())
        ? m_failures.noConnectionThroughProxy(m_wait.limit)
        : m_failures.noConnection(m_wait.limit);
}

// --- failures -----------------------------------------------------------------------------------

Error HttpExchange::statusFailure() const
{
    const QUrl target = m_network->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (m_status >= 300 && m_status < 400 && m_redirects == mostRedirects)
        return m_failures.redirectLoop(m_redirects);
    if (m_status >= 300 && m_status < 400 && !target.isEmpty())
        return m_failures.redirect(m_status, m_network->url().resolved(target));
    return m_failures.httpStatus(m_status, m_errorBody,
        retryAfter(m_network->rawHeader("Retry-After"_ba), QDateTime::currentDateTimeUtc()));
}

Error HttpExchange::connectionFailure() const
{
    if (m_tlsError != 0 && !m_settings.pinnedCertificate.isEmpty())
        return m_failures.otherCertificate(m_peerFingerprint);
    if (m_tlsError != 0)
        return m_failures.notTrusted(
            QSslError::SslError(m_tlsError), m_peerFingerprint, m_tlsProblem);
    const QNetworkReply::NetworkError error = m_network->error();
    // Behind a proxy, Qt tells of the proxy's refusals as if they were the server's.
    const bool isTheServers = error == QNetworkReply::RemoteHostClosedError
        || error == QNetworkReply::ContentReSendError
        || error == QNetworkReply::SslHandshakeFailedError;
    if (!isTheServers && usesProxy(*m_manager, m_network->url()))
        return m_failures.stoppedByProxy(m_network->errorString());
    return m_failures.notReached(error, m_network->errorString());
}

void HttpExchange::failLater(const Error& error)
{
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            if (!m_over)
                fail(error);
        },
        Qt::QueuedConnection);
}

void HttpExchange::fail(const Error& error)
{
    letGo();
    Q_EMIT failed(error);
}

void HttpExchange::letGo()
{
    m_over = true;
    letGoOfReply();
}

/// Nothing more is heard of it; the next request may follow, or may fail before it has a reply.
void HttpExchange::letGoOfReply()
{
    m_limit.stop();
    if (!m_manager)
        return;
    m_network->disconnect(this);
    m_network = nullptr;
    // Closes the connection, in the event loop's next turn. Qt 6.4's abort() would do so now, but
    // it complains aloud if the break of the connection is on its way to the reply.
    m_manager.release()->deleteLater();
}

} // namespace roadloom
