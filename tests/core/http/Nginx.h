// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace roadloom::test {

/// A real nginx on 127.0.0.1, in a child process and a folder of its own: without TLS at one port,
/// with it at another, where it offers HTTP/2 and shows the tests' "server" certificate. Destroying
/// it stops it.
class Nginx final {
public:
    /// The program, or why there is none. It is looked for once: the one that is installed, else
    /// the one of Debian's package, which is unpacked in the build tree and not installed.
    struct Found {
        QString program;
        QString whyNot;
    };
    [[nodiscard]] static const Found& find();

    Nginx() = default;
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    /// Starts it with these directives in both servers, e.g. "location / { return 404; }". False
    /// if it does not come up.
    [[nodiscard]] bool start(const QByteArray& directives);
    /// Starts it with servers, and whatever else may stand in http { }, of the caller's own, in
    /// which "PLAIN-PORT" stands for where the one listens; there is none with TLS.
    [[nodiscard]] bool startServers(const QByteArray& blocks);
    /// Ends it without a last word to anybody.
    void kill();

    /// http or https, followed by the path.
    [[nodiscard]] QUrl url(const QString& scheme, const QString& path) const;
    /// A line a request that is over: its protocol, its status, the coding of its body if any.
    [[nodiscard]] QByteArrayList log() const;
    /// What it complains of.
    [[nodiscard]] QByteArray errors() const;

private:
    [[nodiscard]] QByteArray configuration(const QByteArray& blocks) const;
    [[nodiscard]] bool comesUp();
    [[nodiscard]] QByteArray contents(const QString& name) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_tlsPort = 0;
};

} // namespace roadloom::test
