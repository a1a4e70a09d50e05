// SPDX-License-Identifier: Apache-2.0
#include "core/hub/QuietSockets.h"

#include <QSocketNotifier>
#include <QTcpSocket>

#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace roadloom {

namespace {

/// What watches for bytes of a socket; null: nothing that is known.
QSocketNotifier* readNotifierOf(const QTcpSocket& socket)
{
    for (QSocketNotifier* const notifier : socket.findChildren<QSocketNotifier*>()) {
        if (notifier->type() == QSocketNotifier::Read)
            return notifier;
    }
    return nullptr;
}

} // namespace

QuietSockets::QuietSockets(QObject* parent)
    : QObject(parent)
    , m_set(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_set < 0)
        return;
    m_notifier = new QSocketNotifier(m_set, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &QuietSockets::wake);
}

QuietSockets::~QuietSockets()
{
    delete m_notifier; // before what it watches
    if (m_set >= 0)
        ::close(m_set);
}

void QuietSockets::add(QTcpSocket& socket)
{
    QSocketNotifier* const notifier = readNotifierOf(socket);
    if (notifier == nullptr || !notifier->isEnabled())
        return;
    if (!m_descriptors.contains(&socket)) {
        const int descriptor = int(socket.socketDescriptor());
        epoll_event event {};
        event.events = EPOLLIN | EPOLLRDHUP;
        event.data.ptr = &socket;
        if (::epoll_ctl(m_set, EPOLL_CTL_ADD, descriptor, &event) != 0)
            return;
        m_descriptors.insert(&socket, descriptor);
    }
    notifier->setEnabled(false); // again, if reading from the socket has enabled it
}

void QuietSockets::remove(QTcpSocket& socket)
{
    const auto found = m_descriptors.constFind(&socket);
    if (found == m_descriptors.cend())
        return;
    // One that is closed has left the set by itself.
    if (socket.socketDescriptor() == *found) {
        ::epoll_ctl(m_set, EPOLL_CTL_DEL, *found, nullptr);
        if (QSocketNotifier* const notifier = readNotifierOf(socket))
            notifier->setEnabled(true);
    }
    m_descriptors.erase(found);
}

void QuietSockets::wake()
{
    std::array<epoll_event, 64> events {};
    const int count = ::epoll_wait(m_set, events.data(), int(events.size()), 0);
    for (int i = 0; i < count; ++i)
        remove(*static_cast<QTcpSocket*>(events[std::size_t(i)].data.ptr));
}

} // namespace roadloom
