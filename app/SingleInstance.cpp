// SPDX-License-Identifier: Apache-2.0
#include "app/SingleInstance.h"

#include "core/base/Json.h"
#include "core/classroom/JoinLink.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr qint64 longestCall = qint64(256) * 1024; // bytes; a wish has 20 KB at most
constexpr auto patience = 3s;
constexpr QByteArrayView ready = "ready\n";

/// A socket's path may have no more than some hundred bytes, so the folder's is only hashed.
QString socketPath(const QString& dataFolder)
{
    const QByteArray hash = QCryptographicHash::hash(
        QDir(dataFolder).absolutePath().toUtf8(), QCryptographicHash::Sha256)
                                .toHex()
                                .left(16);
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return (runtime.isEmpty() ? QDir::tempPath() : runtime) + "/roadloom-"_L1
        + QString::fromLatin1(hash);
}

QByteArray written(const SingleInstance::Call& call)
{
    json::object message;
    if (call.wish)
        message["wish"] = toJson(*call.wish);
    if (!call.file.isEmpty())
        message["file"] = toJsonString(call.file);
    if (!call.link.isEmpty())
        message["link"] = toJsonString(call.link);
    message["activation_token"] = toJsonString(QString::fromUtf8(call.activationToken));
    return writeJson(message) + '\n';
}

QString textIn(const json::object& message, json::string_view key)
{
    const json::value* const text = message.if_contains(key);
    return text != nullptr && text->is_string() ? toQString(text->get_string()) : QString();
}

std::optional<SingleInstance::Call> read(const QByteArray& line)
{
    const Result<json::value> parsed = parseJson(line);
    const json::object* const message = parsed ? parsed.value().if_object() : nullptr;
    if (message == nullptr)
        return std::nullopt;
    SingleInstance::Call call;
    if (const json::value* const wish = message->if_contains("wish")) {
        Result<LearnerRequest> request = readLearnerRequest(*wish);
        if (!request)
            return std::nullopt;
        call.wish = std::move(request).value();
    }
    call.file = textIn(*message, "file");
    call.link = textIn(*message, "link");
    const bool isMeant = (call.file.isEmpty() || QDir::isAbsolutePath(call.file))
        && (call.link.isEmpty() || isJoinLink(call.link));
    if (!isMeant)
        return std::nullopt;
    call.activationToken = textIn(*message, "activation_token").toUtf8();
    return call;
}

/// False if nobody took it. Nothing is said to one that does not answer: when it wakes, the wish
/// may have been carried out elsewhere.
bool send(const QString& path, const QByteArray& message, const QDeadlineTimer& deadline)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return false;
    while (!socket.canReadLine() && !deadline.hasExpired()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            break;
    }
    if (socket.readLine() != ready)
        return false;
    socket.write(message);
    return socket.waitForBytesWritten(int(deadline.remainingTime()));
}

} // namespace

SingleInstance::SingleInstance(const QString& dataFolder)
    : m_path(socketPath(dataFolder))
    , m_lock(m_path + ".lock"_L1)
{
    m_lock.setStaleLockTime(0); // only the owner's end makes it stale
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Role SingleInstance::begin(const Call& call)
{
    // The first may have just started and not listen yet.
    const QDeadlineTimer deadline(patience);
    constexpr auto pause = 50ms;
    const QByteArray message = written(call);
    do {
        if (m_lock.tryLock(0))
            return Role::First;
        if (m_lock.error() != QLockFile::LockFailedError)
            return Role::Alone;
        if (send(m_path, message, deadline))
            return Role::Second;
        QThread::msleep(pause.count());
    } while (!deadline.hasExpired());
    return Role::Alone;
}

void SingleInstance::listen()
{
    // One that crashed may have left its socket; the lock says that nobody listens there.
    QLocalServer::removeServer(m_path);
    m_server.listen(m_path);
}

void SingleInstance::welcome()
{
    while (QLocalSocket* const caller = m_server.nextPendingConnection()) {
        caller->setReadBufferSize(longestCall);
        QTimer::singleShot(patience, caller, &QLocalSocket::abort); // one that says nothing
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { take(*caller); });
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        caller->write(ready.toByteArray());
    }
}

void SingleInstance::take(QLocalSocket& caller)
{
    if (!caller.canReadLine()) {
        if (caller.bytesAvailable() >= longestCall)
            caller.abort();
        return;
    }
    const std::optional<Call> call = read(caller.readLine(longestCall));
    caller.disconnect(this);
    if (!call) {
        caller.abort();
        return;
    }
    caller.disconnectFromServer();
    Q_EMIT called(*call);
}

} // namespace roadloom
