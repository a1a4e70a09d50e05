// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HttpAnswer.h"
#include "core/hub/QuietSockets.h"
#include "core/hub/RequestParser.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QObject>

#include <chrono>
#include <memory>

class QSslSocket;
class QTcpSocket;

namespace roadloom {

/// How long a client may take, and how much it may leave unread.
struct ConnectionLimits {
    std::chrono::milliseconds handshake { 10'000 }; ///< of TLS
    std::chrono::milliseconds header { 10'000 }; ///< from its first byte
    std::chrono::milliseconds body { 30'000 }; ///< from the header's end
    std::chrono::milliseconds idle { 60'000 }; ///< between requests
    /// For the client to send the rest of a body that is refused, each piece of it, and to read
    /// why.
    std::chrono::milliseconds farewell { 2'000 };
    std::chrono::milliseconds stuck { 20'000 }; ///< without taking any of what is written
    qsizetype backlog = qsizetype(64) * 1024; ///< bytes that a stream may have written ahead
    RequestParser::Limits request {};
};

/// A client's connection: reads its requests, one after the other, and writes what is answered.
/// Deletes itself, soon, when it has ended.
class HttpConnection : public QObject {
    Q_OBJECT
public:
    /// Takes the socket, which is connected; a QSslSocket may be in its handshake. It is quiet
    /// while a stream goes out.
    HttpConnection(
        QTcpSocket* socket, const ConnectionLimits& limits, QuietSockets& quiet, QObject* parent);
    ~HttpConnection() override;
    Q_DISABLE_COPY_MOVE(HttpConnection)

    /// Fields that the answer to this request gets besides its own.
    void addFields(const HttpFields& fields) { m_fields += fields; }

    /// To requested(), once. The next request is read after it.
    void answer(const HttpAnswer& answer);

    /// Instead: the head of a stream, whose parts follow.
    void begin(const HttpAnswer& head);
    void write(QByteArrayView part);
    /// Instead, for a request that is an upgrade: the socket, from which the request is not read
    /// yet, for whoever goes on there. The connection still has it, ends with it, tells how much it
    /// has not sent, and gives it no more time than any other.
    [[nodiscard]] QTcpSocket& handOver(qsizetype readAhead);
    /// From now on the client has its time to take what is written. Whoever was handed the socket
    /// says so before each writing.
    void beginWriting();

    /// Nothing is expected from the client for a while.
    void beQuiet() { m_quiet.add(*m_socket); }

    /// How much of it is not sent yet. Whoever writes waits for drained() while it is more than the
    /// limit says.
    [[nodiscard]] qint64 backlog() const;
    [[nodiscard]] bool hasRoom() const { return isOpen() && backlog() < m_limits.backlog; }
    void end();

    [[nodiscard]] QHostAddress peerAddress() const;
    /// The client is on this machine, or one of its proxies is.
    [[nodiscard]] bool isFromHere() const;

    /// Ends it, if the client has had all the time that it may have. Call it about once a second.
    void checkTime();
    /// At once.
    void abort();

Q_SIGNALS:
    /// The header of a request that has a body, which has not all come. It may be answered already,
    /// and is the last one then. The request has no body yet.
    void announced(const roadloom::IncomingRequest& header);
    /// A request is whole. None follows before it is answered.
    void requested(const roadloom::IncomingRequest& request);
    /// Some of what was written is sent.
    void drained();
    /// It has ended, by whichever side; nothing follows. What is written goes nowhere.
    void ended();

private:
    enum class State { Looking, Reading, Answering, Streaming, HandedOver, Ending, Ended };

    /// For as long as its writer likes.
    [[nodiscard]] bool isOpen() const
    {
        return m_state == State::Streaming || m_state == State::HandedOver;
    }
    void read();
    void look();
    void take(const IncomingRequest& request);
    void parse();
    void announce();
    void refuse(const RequestFault& fault);
    void writeHead(const HttpAnswer& answer, const QByteArray& framing);
    void goOn();
    void takeClosed();
    void bidFarewell();
    void watchSending();
    void noteSent();

    QTcpSocket* m_socket; ///< a child
    QSslSocket* m_tls; ///< the same, or null: without TLS
    ConnectionLimits m_limits;
    QuietSockets& m_quiet;
    std::unique_ptr<RequestParser> m_parser; ///< while a request is read
    QByteArray m_unread; ///< bytes of later requests
    HttpFields m_fields;
    QDeadlineTimer m_deadline;
    State m_state = State::Looking;
    qsizetype m_looked = 0; ///< bytes of a request that is known and not read
    bool m_isKeptAlive = true;
    bool m_isChunked = true;
    bool m_isHead = false; ///< the request wants no body
    bool m_hasBegun = false; ///< its first request
    bool m_saidContinue = false;
    bool m_sawHeader = false;
    QDeadlineTimer m_bodyEnd; ///< of one that is refused
    bool m_isCutShort = false; ///< answered before its body has come
};

} // namespace roadloom
