// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HttpConnection.h"

#include "core/hub/WebSocketRequest.h"

#include <QSslSocket>

#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

/// As much as is read ahead of a request that is being answered: a few small ones.
constexpr qsizetype mostUnread = qsizetype(16) * 1024;

QByteArray reasonOf(int status)
{
    const auto reason
        = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(unsigned(status)));
    return { reason.data(), qsizetype(reason.size()) };
}

} // namespace

HttpConnection::HttpConnection(
    QTcpSocket* socket, const ConnectionLimits& limits, QuietSockets& quiet, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_tls(qobject_cast<QSslSocket*>(socket))
    , m_limits(limits)
    , m_quiet(quiet)
    , m_parser(std::make_unique<RequestParser>(limits.request))
    , m_deadline(m_tls != nullptr ? limits.handshake : limits.idle)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(mostUnread);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    watchSending();
    if (m_tls != nullptr)
        connect(m_tls, &QSslSocket::encrypted, this,
            [this] { m_deadline.setRemainingTime(m_limits.idle); });
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

HttpConnection::~HttpConnection() = default;

/// What TLS has taken is not sent, only packed.
void HttpConnection::watchSending()
{
    if (m_tls != nullptr)
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::noteSent);
    else
        connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::noteSent);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::takeClosed);
}

/// While a request is answered, no more than a little is read ahead: the rest waits in the system,
/// and stops the client.
void HttpConnection::read()
{
    if (m_state == State::Ending || m_state == State::Ended) {
        m_socket->skip(m_socket->bytesAvailable());
        if (m_isCutShort)
            bidFarewell();
        return;
    }
    if (m_state == State::Looking)
        look();
    if (m_state == State::Looking || m_looked > 0)
        return;
    m_unread += m_socket->read(mostUnread - m_unread.size());
    if (m_state == State::Reading)
        parse();
}

/// The first request may be a WebSocket's, and then stays unread until that is sure or refused.
void HttpConnection::look()
{
    const FirstRequest first = firstRequestOf(m_socket->peek(mostUnread), m_limits.request);
    if (first.kind == FirstRequest::Kind::Unclear) {
        if (m_socket->bytesAvailable() > 0 && !std::exchange(m_hasBegun, true))
            m_deadline.setRemainingTime(m_limits.header);
        return;
    }
    m_state = State::Reading;
    if (first.kind == FirstRequest::Kind::WebSocket) {
        m_looked = first.size;
        take(first.request);
    }
}

void HttpConnection::take(const IncomingRequest& request)
{
    m_parser.reset();
    if (m_unread.isEmpty())
        m_unread = {}; // with its room: streams are long
    m_state = State::Answering;
    m_deadline = QDeadlineTimer(QDeadlineTimer::Forever);
    m_isKeptAlive = request.isKeptAlive;
    m_isChunked = request.takesChunks;
    m_isHead = request.method == "HEAD";
    Q_EMIT requested(request);
}

void HttpConnection::parse()
{
    while (m_state == State::Reading) {
        const bool hadBegun = m_parser->hasBegun();
        m_unread.remove(0, m_parser->feed(m_unread));
        if (m_parser->fault()) {
            refuse(*m_parser->fault());
            return;
        }
        if (m_parser->isWhole()) {
            take(m_parser->take());
            return;
        }
        if (!hadBegun && m_parser->hasBegun())
            m_deadline.setRemainingTime(m_limits.header);
        if (!std::exchange(m_sawHeader, m_parser->hasHeader()) && m_sawHeader) {
            m_deadline.setRemainingTime(m_limits.body);
            announce();
            if (m_state != State::Reading)
                return;
        }
        if (m_parser->expectsContinue() && !std::exchange(m_saidContinue, true))
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        if (m_socket->bytesAvailable() == 0)
            return;
        m_unread += m_socket->read(mostUnread - m_unread.size());
    }
}

void HttpConnection::announce()
{
    const IncomingRequest header = m_parser->header();
    m_state = State::Answering;
    m_isKeptAlive = false;
    m_isChunked = header.takesChunks;
    m_isHead = header.method == "HEAD";
    m_isCutShort = true;
    Q_EMIT announced(header);
    if (m_state != State::Answering)
        return;
    m_state = State::Reading;
    m_isCutShort = false;
    m_fields.clear();
}

void HttpConnection::refuse(const RequestFault& fault)
{
    m_isKeptAlive = false;
    m_state = State::Answering;
    answer({ .status = fault.status,
        .contentType = "text/plain; charset=utf-8",
        .body = fault.reason + '\n' });
}

void HttpConnection::writeHead(const HttpAnswer& answer, const QByteArray& framing)
{
    m_socket->skip(std::exchange(m_looked, 0));
    QByteArray head
        = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) + "\r\n";
    if (!answer.contentType.isEmpty())
        head += "Content-Type: " + answer.contentType + "\r\n";
    for (const auto& [name, value] : answer.fields + m_fields)
        head += name + ": " + value + "\r\n";
    m_fields.clear();
    head += framing;
    if (!m_isKeptAlive)
        head += "Connection: close\r\n";
    m_socket->write(head + "\r\n");
}

void HttpConnection::answer(const HttpAnswer& answer)
{
    if (m_state != State::Answering)
        return;
    constexpr int noContent = 204; // says by itself that nothing follows (RFC 9110, section 8.6)
    writeHead(answer,
        answer.status == noContent
            ? QByteArray()
            : "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n");
    if (!m_isHead)
        m_socket->write(answer.body);
    goOn();
}

void HttpConnection::begin(const HttpAnswer& head)
{
    if (m_state != State::Answering)
        return;
    // Without chunks only the connection's end can tell the body's.
    m_isKeptAlive = m_isKeptAlive && m_isChunked;
    writeHead(head, m_isChunked ? "Transfer-Encoding: chunked\r\n" : "");
    m_state = State::Streaming;
    m_deadline.setRemainingTime(m_limits.stuck);
    beQuiet();
}

QTcpSocket& HttpConnection::handOver(qsizetype readAhead)
{
    Q_ASSERT(m_state == State::Answering && m_looked > 0);
    m_state = State::HandedOver;
    m_fields.clear();
    m_socket->disconnect(this);
    watchSending();
    m_socket->setReadBufferSize(readAhead);
    m_deadline.setRemainingTime(m_limits.stuck);
    return *m_socket;
}

void HttpConnection::beginWriting()
{
    if (backlog() == 0)
        m_deadline.setRemainingTime(m_limits.stuck);
}

void HttpConnection::write(QByteArrayView part)
{
    if (m_state != State::Streaming || part.isEmpty() || m_isHead)
        return;
    beginWriting();
    if (m_isChunked) {
        const QByteArray size = QByteArray::number(part.size(), 16);
        QByteArray chunk;
        chunk.reserve(size.size() + part.size() + 4);
        chunk.append(size).append("\r\n").append(part).append("\r\n");
        m_socket->write(chunk);
    } else {
        m_socket->write(part.data(), part.size());
    }
    // At once: waiting for the system to say that the socket takes it costs more than trying.
    m_socket->flush();
}

qint64 HttpConnection::backlog() const
{
    return m_socket->bytesToWrite() + (m_tls != nullptr ? m_tls->encryptedBytesToWrite() : 0);
}

QHostAddress HttpConnection::peerAddress() const
{
    return m_socket->peerAddress();
}

bool HttpConnection::isFromHere() const
{
    return m_socket->peerAddress().isLoopback()
        || m_socket->peerAddress() == m_socket->localAddress();
}

void HttpConnection::end()
{
    if (m_state != State::Streaming)
        return;
    if (m_isChunked && !m_isHead)
        m_socket->write("0\r\n\r\n");
    goOn();
}

/// With the next request, which may be there already, or to the end.
void HttpConnection::goOn()
{
    m_quiet.remove(*m_socket);
    if (m_isCutShort) {
        // Closed at once, what still comes would make the system take back the answer.
        m_state = State::Ending;
        m_unread = {};
        m_bodyEnd.setRemainingTime(m_limits.body);
        bidFarewell();
        return;
    }
    if (!m_isKeptAlive) {
        m_state = State::Ending;
        m_deadline.setRemainingTime(m_limits.stuck);
        m_socket->disconnectFromHost(); // once all is sent
        return;
    }
    m_state = State::Reading;
    m_parser = std::make_unique<RequestParser>(m_limits.request);
    m_saidContinue = false;
    m_sawHeader = false;
    m_deadline.setRemainingTime(m_limits.idle);
    // Not from within: a client with many requests waiting would be answered by recursion.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

/// A body that is refused has no more time in all than one that is read.
void HttpConnection::bidFarewell()
{
    m_deadline.setRemainingTime(
        std::min<std::chrono::nanoseconds>(m_limits.farewell, m_bodyEnd.remainingTimeAsDuration()));
}

void HttpConnection::noteSent()
{
    if (isOpen() || (m_state == State::Ending && !m_isCutShort))
        m_deadline.setRemainingTime(m_limits.stuck);
    if (isOpen())
        Q_EMIT drained();
}

/// A stream that has nothing to send waits for as long as it likes.
void HttpConnection::checkTime()
{
    if (!m_deadline.hasExpired() || m_state == State::Ended)
        return;
    const bool isWaiting = isOpen() && backlog() == 0;
    if (isWaiting)
        return;
    const bool hasBegun = m_state == State::Looking
        ? m_hasBegun
        : m_state == State::Reading && m_parser->hasBegun();
    if (hasBegun)
        refuse({ 408, "The request did not come in time." });
    else
        abort();
}

void HttpConnection::abort()
{
    m_socket->abort();
    takeClosed();
}

void HttpConnection::takeClosed()
{
    if (std::exchange(m_state, State::Ended) == State::Ended)
        return;
    m_quiet.remove(*m_socket);
    Q_EMIT ended();
    deleteLater();
}

} // namespace roadloom
