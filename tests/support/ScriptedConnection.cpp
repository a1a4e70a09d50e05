// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedConnection.h"

#include <QSslSocket>

#include <utility>

#include <sys/socket.h>

namespace roadloom::test {

using Ending = ScriptedAnswer::Ending;
using Framing = ScriptedAnswer::Framing;

ScriptedConnection::ScriptedConnection(QTcpSocket* socket, int number, QObject* parent)
    : QObject(parent)
    , m_socket(socket)
    , m_number(number)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // pieces wait for no ACK
    m_delay.setSingleShot(true);
    m_delay.setTimerType(Qt::PreciseTimer);
    connect(&m_delay, &QTimer::timeout, this, &ScriptedConnection::resume);
    auto* const tls = qobject_cast<QSslSocket*>(m_socket);
    // A socket with TLS does not survive being reset inside its own signals.
    const auto when = tls != nullptr ? Qt::QueuedConnection : Qt::DirectConnection;
    connect(m_socket, &QTcpSocket::readyRead, this, &ScriptedConnection::readRequests, when);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ScriptedConnection::advance, when);
    if (tls != nullptr)
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &ScriptedConnection::advance, when);
    connect(m_socket, &QTcpSocket::disconnected, this, &ScriptedConnection::handleDisconnected);
}

void ScriptedConnection::start()
{
    readRequests();
}

bool ScriptedConnection::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void ScriptedConnection::readRequests()
{
    if (!m_socket->isOpen()) // after a reset
        return;
    m_input += m_socket->readAll();
    RecordedRequest request;
    if (!m_playing && takeRequest(request)) {
        request.connection = m_number;
        Q_EMIT requestRead(request);
    }
}

bool ScriptedConnection::takeRequest(RecordedRequest& request)
{
    const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = m_input.left(headEnd).split('\n');
    const QList<QByteArray> requestLine = lines.first().trimmed().split(' ');
    request.method = requestLine.value(0);
    request.path = requestLine.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({ line.left(colon).toLower(), line.mid(colon + 1).trimmed() });
    }
    const qsizetype bodyStart = headEnd + 4;
    const qsizetype bodyLength = request.header("content-length").toLongLong();
    if (m_input.size() < bodyStart + bodyLength)
        return false;
    request.body = m_input.mid(bodyStart, bodyLength);
    m_input.remove(0, bodyStart + bodyLength);
    return true;
}

void ScriptedConnection::play(const ScriptedAnswer& answer, int requestIndex)
{
    m_answer = answer;
    m_requestIndex = requestIndex;
    m_next = 0;
    m_gate = Gate::Release;
    m_playing = true;
    if (m_answer.sendsHead)
        m_socket->write(m_answer.head());
    advance();
}

void ScriptedConnection::resume()
{
    m_gate = m_gate == Gate::Release ? Gate::Delay : Gate::Open;
    advance();
}

/// What the kernel has not got yet; with TLS also what is encrypted and waits behind it.
qint64 ScriptedConnection::unsentBytes() const
{
    const auto* const tls = qobject_cast<const QSslSocket*>(m_socket);
    return m_socket->bytesToWrite() + (tls != nullptr ? tls->encryptedBytesToWrite() : 0);
}

void ScriptedConnection::advance()
{
    // Called again by bytesWritten, by the timer or by resume().
    while (m_playing && unsentBytes() == 0 && !m_delay.isActive()) {
        if (m_next == m_answer.pieces.size()) {
            if (m_answer.ending != Ending::Repeat || m_answer.pieces.isEmpty()) {
                finish();
                return;
            }
            m_next = 0;
        }
        const ScriptedPiece& piece = m_answer.pieces.at(m_next);
        if (!passGate(piece))
            return;
        m_socket->write(m_answer.framed(piece.bytes));
        ++m_next;
        m_gate = Gate::Release;
    }
}

bool ScriptedConnection::passGate(const ScriptedPiece& piece)
{
    if (m_gate == Gate::Release && piece.held) {
        Q_EMIT held();
        return false;
    }
    if (m_gate != Gate::Open && piece.after.count() > 0) {
        m_gate = Gate::Delay;
        m_delay.start(piece.after);
        return false;
    }
    return true;
}

void ScriptedConnection::finish()
{
    m_playing = false;
    switch (m_answer.ending) {
    case Ending::Complete:
    case Ending::CompleteThenClose:
        if (m_answer.framing == Framing::Chunked)
            m_socket->write("0\r\n\r\n");
        if (m_answer.framing == Framing::UntilClose)
            m_socket->disconnectFromHost();
        else if (m_answer.ending == Ending::CompleteThenClose)
            QTimer::singleShot(m_answer.closingDelay, m_socket, &QTcpSocket::disconnectFromHost);
        break;
    case Ending::Close:
        m_socket->disconnectFromHost();
        break;
    case Ending::Reset:
        reset();
        break;
    case Ending::Silence:
    case Ending::Repeat:
        m_playing = true; // so that a client that leaves is noticed
        return;
    }
    Q_EMIT ended(m_requestIndex);
    readRequests();
}

void ScriptedConnection::reset()
{
    // Without lingering, closing sends RST instead of FIN.
    const linger off { .l_onoff = 1, .l_linger = 0 };
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &off, sizeof off);
    m_socket->abort();
}

void ScriptedConnection::handleDisconnected()
{
    m_delay.stop();
    if (std::exchange(m_playing, false))
        Q_EMIT closedByClient(m_requestIndex);
    Q_EMIT closed();
}

} // namespace roadloom::test
