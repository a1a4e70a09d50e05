// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QStandardPaths>

namespace roadloom::test {

/// A message bus of the test's own.
class TestBus {
public:
    TestBus() = default;
    ~TestBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(TestBus)

    static bool isThere()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty();
    }
    [[nodiscard]] bool start()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
            { QStringLiteral("--session"), QStringLiteral("--nofork"),
                QStringLiteral("--print-address=1") });
        if (!m_daemon.waitForStarted())
            return false;
        constexpr int patience = 10'000; // milliseconds
        while (!m_daemon.canReadLine()) {
            if (!m_daemon.waitForReadyRead(patience))
                return false;
        }
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        return true;
    }
    /// A connection of its own: nothing that was heard on one is there on the next.
    [[nodiscard]] QDBusConnection connection()
    {
        return QDBusConnection::connectToBus(
            m_address, QStringLiteral("test-%1").arg(m_connections++));
    }

private:
    QProcess m_daemon;
    QString m_address;
    int m_connections = 0;
};

} // namespace roadloom::test
