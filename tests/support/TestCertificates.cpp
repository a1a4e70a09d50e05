// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace roadloom::test {

namespace {

QByteArray contents(const QString& name)
{
    QFile file(certificateFile(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("A test certificate is missing.");
    return file.readAll();
}

} // namespace

QSslConfiguration certificate(const QString& name)
{
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(contents(name + u".pem"_s)));
    tls.setPrivateKey(QSslKey(contents(name + u".key"_s), QSsl::Ec));
    return tls;
}

QString certificateFile(const QString& name)
{
    return QStringLiteral(ROADLOOM_TEST_DATA "/tls/") + name;
}

} // namespace roadloom::test
