// SPDX-License-Identifier: Apache-2.0
#include "tests/core/http/Nginx.h"

#include "tests/support/TestCertificates.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace roadloom::test {

namespace {

constexpr int patience = 10'000; // ms, for what takes far less
constexpr int downloadPatience = 60'000;

bool isUsable(const QString& program)
{
    QProcess process;
    process.start(program, { u"-V"_s });
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        return false;
    const QByteArray features = process.readAllStandardError();
    return features.contains("http_v2_module") && features.contains("http_ssl_module");
}

/// apt-get and dpkg as anybody may use them: nothing is installed.
QString unpacked(const QString& folder)
{
    QString program = folder + u"/usr/sbin/nginx"_s;
    if (QFile::exists(program))
        return program;
    QProcess process;
    const QTemporaryDir download(QString(folder + u"-XXXXXX"_s));
    process.setWorkingDirectory(download.path());
    process.start(u"sh"_s,
        { u"-c"_s,
            u"apt-get -o Acquire::Retries=0 -o Acquire::http::Timeout=10 download nginx && "
            "dpkg -x nginx_*.deb unpacked"_s });
    if (!process.waitForFinished(downloadPatience) || process.exitCode() != 0)
        return {};
    QDir().rename(download.filePath(u"unpacked"_s), folder); // fails where another was faster
    return QFile::exists(program) ? program : QString();
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

const Nginx::Found& Nginx::find()
{
    static const Found found = []() -> Found {
        QString installed = QStandardPaths::findExecutable(u"nginx"_s);
        if (installed.isEmpty())
            installed = QStandardPaths::findExecutable(u"nginx"_s, { u"/usr/sbin"_s });
        if (!installed.isEmpty() && isUsable(installed))
            return { .program = installed, .whyNot = {} };
        const QString kept = unpacked(QStringLiteral(ROADLOOM_NGINX_FOLDER));
        if (kept.isEmpty())
            return { .program = {},
                .whyNot = u"nginx is not installed, and apt-get could not download it"_s };
        if (!isUsable(kept))
            return { .program = {}, .whyNot = u"Debian's nginx does not run here"_s };
        return { .program = kept, .whyNot = {} };
    }();
    return found;
}

Nginx::~Nginx()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        kill();
}

void Nginx::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

bool Nginx::start(const QByteArray& directives)
{
    return startServers("proxy_http_version 1.1; server { listen 127.0.0.1:PLAIN-PORT; "
        + directives + " } server { listen 127.0.0.1:TLS-PORT ssl http2; " + directives + " }");
}

bool Nginx::startServers(const QByteArray& blocks)
{
    constexpr int mostTries = 5; // somebody else may take a port that was free
    for (int i = 0; i < mostTries; ++i) {
        m_port = freePort();
        m_tlsPort = blocks.contains("TLS-PORT") ? freePort() : quint16(0);
        QFile file(m_folder.filePath(u"nginx.conf"_s));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        file.write(configuration(blocks));
        file.close();
        m_process.start(find().program,
            { u"-p"_s, m_folder.path(), u"-c"_s, file.fileName(), u"-e"_s,
                m_folder.filePath(u"errors"_s) });
        if (comesUp())
            return true;
    }
    return false;
}

bool Nginx::comesUp()
{
    for (const quint16 port : { m_port, m_tlsPort }) {
        if (port == 0) // none with TLS
            continue;
        QTcpSocket probe;
        do {
            if (m_process.state() == QProcess::NotRunning)
                return false;
            probe.connectToHost(u"127.0.0.1"_s, port);
            m_process.waitForReadyRead(1); // notices its end
        } while (!probe.waitForConnected(patience));
    }
    return true;
}

QUrl Nginx::url(const QString& scheme, const QString& path) const
{
    const quint16 port = scheme == "https"_L1 ? m_tlsPort : m_port;
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(port).arg(path));
}

QByteArrayList Nginx::log() const
{
    QByteArrayList lines = contents(u"access"_s).split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

QByteArray Nginx::errors() const
{
    return contents(u"errors"_s);
}

QByteArray Nginx::contents(const QString& name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray Nginx::configuration(const QByteArray& blocks) const
{
    QByteArray text = R"(
daemon off;
master_process off;
pid FOLDER/pid;
error_log FOLDER/errors notice;
events {}
http {
  log_format short "$server_protocol $status $sent_http_content_encoding";
  access_log FOLDER/access short;
  client_body_temp_path FOLDER/body;
  proxy_temp_path FOLDER/proxy;
  fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi;
  scgi_temp_path FOLDER/scgi;
  ssl_certificate CERTIFICATE;
  ssl_certificate_key KEY;
  BLOCKS
}
)";
    text.replace("BLOCKS", blocks);
    text.replace("FOLDER", QFile::encodeName(m_folder.path()));
    text.replace("CERTIFICATE", QFile::encodeName(certificateFile(u"server.pem"_s)));
    text.replace("KEY", QFile::encodeName(certificateFile(u"server.key"_s)));
    text.replace("PLAIN-PORT", QByteArray::number(m_port));
    text.replace("TLS-PORT", QByteArray::number(m_tlsPort));
    return text;
}

} // namespace roadloom::test
