// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace roadloom::test {

/// A real HAProxy on 127.0.0.1, in a child process. Destroying it stops it.
class Haproxy final {
public:
    /// The one that is installed. Empty: there is none.
    [[nodiscard]] static QString find();

    Haproxy() = default;
    ~Haproxy();
    Q_DISABLE_COPY_MOVE(Haproxy)

    /// Starts it with that configuration, in which "PLAIN-PORT" stands for where it listens. False
    /// if it does not come up.
    [[nodiscard]] bool start(const QByteArray& configuration);
    [[nodiscard]] quint16 port() const { return m_port; }
    /// What it complains of.
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    [[nodiscard]] bool comesUp();

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace roadloom::test
