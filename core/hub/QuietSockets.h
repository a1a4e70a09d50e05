// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

class QSocketNotifier;
class QTcpSocket;

namespace roadloom {

/// Sockets from which nothing is expected for long, watched all together: an event loop of Qt's
/// asks the system about each descriptor that it watches whenever it wakes up, which with 1,000
/// readers of streams was a third of the hub's work. These are in one set of epoll's, and the loop
/// asks about that one.
///
/// How it is done is no contract of Qt's: a socket's watching for bytes is a QSocketNotifier below
/// it. Where none is found, the socket is watched as ever.
class QuietSockets : public QObject {
    Q_OBJECT
public:
    explicit QuietSockets(QObject* parent = nullptr);
    ~QuietSockets() override;
    Q_DISABLE_COPY_MOVE(QuietSockets)

    /// Until something comes from the other side, or its end: then the socket is as before, and
    /// says so itself. It must be removed before it is deleted.
    void add(QTcpSocket& socket);
    /// The socket is as before. Nothing if it is not among them.
    void remove(QTcpSocket& socket);
    [[nodiscard]] qsizetype count() const { return m_descriptors.size(); }

private:
    void wake();

    int m_set; ///< epoll's descriptor; -1: there is none
    QSocketNotifier* m_notifier = nullptr; ///< a child
    QHash<QTcpSocket*, int> m_descriptors;
};

} // namespace roadloom
