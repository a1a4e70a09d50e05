// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/Haproxy.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace roadloom::test {

namespace {

constexpr int patience = 10'000; // ms, for what takes far less

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

QString Haproxy::find()
{
    const QString found = QStandardPaths::findExecutable(u"haproxy"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"haproxy"_s, { u"/usr/sbin"_s })
                           : found;
}

Haproxy::~Haproxy()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

bool Haproxy::start(const QByteArray& configuration)
{
    constexpr int mostTries = 5; // somebody else may take a port that was free
    for (int i = 0; i < mostTries; ++i) {
        m_port = freePort();
        QFile file(m_folder.filePath(u"haproxy.cfg"_s));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(QByteArray(configuration).replace("PLAIN-PORT", QByteArray::number(m_port)));
        file.close();
        m_process.start(find(), { u"-db"_s, u"-f"_s, file.fileName() });
        if (comesUp())
            return true;
    }
    return false;
}

bool Haproxy::comesUp()
{
    QTcpSocket probe;
    do {
        if (m_process.state() == QProcess::NotRunning)
            return false;
        probe.connectToHost(u"127.0.0.1"_s, m_port);
        m_process.waitForReadyRead(1); // notices its end
    } while (!probe.waitForConnected(patience));
    return true;
}

} // namespace roadloom::test
