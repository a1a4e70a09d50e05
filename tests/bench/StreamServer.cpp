// SPDX-License-Identifier: Apache-2.0
#include "StreamServer.h"

#include <array>
#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct Answer {
    QByteArray head;
    QByteArray chunk;
    int count = 0;
    QByteArray end;
};

QByteArray chunkOf(const QByteArray& bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// At a port that the system chooses; -1 if there is none.
int listenOnLoopback(quint16& port)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    socklen_t size = sizeof(address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const any = reinterpret_cast<sockaddr*>(&address); // NOLINT: what the interface wants
    if (bind(listener, any, size) != 0 || listen(listener, 1) != 0
        || getsockname(listener, any, &size) != 0)
        return -1;
    port = ntohs(address.sin_port);
    return listener;
}

bool writeAll(int connection, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written
            = send(connection, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/// From here to serve(): system calls only, since the process that forked may have threads.
void give(int connection, const Answer& answer)
{
    std::array<char, 4096> buffer {};
    ssize_t size = 0;
    do { // a request is over with its JSON
        size = read(connection, buffer.data(), buffer.size());
    } while (size > 0 && buffer.at(std::size_t(size - 1)) != '}');
    bool goesOn = size > 0 && writeAll(connection, answer.head);
    for (int i = 0; i < answer.count && goesOn; ++i)
        goesOn = writeAll(connection, answer.chunk);
    if (goesOn && writeAll(connection, answer.end))
        shutdown(connection, SHUT_WR);
    while (read(connection, buffer.data(), buffer.size()) > 0) { } // until the client has closed
}

[[noreturn]] void serve(int listener, const Answer& answer)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) {
        const int connection = accept(listener, nullptr, nullptr);
        if (connection < 0)
            _exit(1);
        give(connection, answer);
        close(connection);
    }
}

} // namespace

StreamServer::StreamServer(const QByteArray& event, int count, const QByteArray& lastEvents)
{
    const Answer answer { .head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                                  "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"_ba,
        .chunk = chunkOf(event),
        .count = count,
        .end = chunkOf(lastEvents) + chunkOf({}) };
    const int listener = listenOnLoopback(m_port);
    if (listener < 0)
        return;
    m_child = fork();
    if (m_child == 0)
        serve(listener, answer);
    close(listener);
}

StreamServer::~StreamServer()
{
    if (m_child <= 0)
        return;
    kill(m_child, SIGKILL);
    waitpid(m_child, nullptr, 0);
}

QUrl StreamServer::url() const
{
    return m_child > 0 ? QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_port)) : QUrl();
}
