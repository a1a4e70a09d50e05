// SPDX-License-Identifier: Apache-2.0
#include "core/http/QtNetworkSetup.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(NetworkSettings)
};

constexpr qint64 mostCertificateBytes = qint64(4) * 1024 * 1024;

bool isThisMachine(const QString& host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (isThisMachine(query.peerHostName()))
            return { QNetworkProxy::NoProxy };
        return systemProxyForQuery(query);
    }
};

Result<QNetworkProxy> readProxy(const QUrl& url)
{
    if (!isProxyUrl(url))
        return Error { ErrorKind::InvalidInput,
            Translation::tr("The proxy's address cannot be used. Write it as http://HOST:PORT or "
                            "socks5://HOST:PORT, without a name or password."),
            {} };
    const bool isSocks = url.scheme() == "socks5"_L1;
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
        url.host(), quint16(url.port()));
}

Result<QSslConfiguration> trusting(const QString& caFile)
{
    QFile file(caFile);
    QList<QSslCertificate> certificates;
    if (file.open(QIODevice::ReadOnly) && !file.isSequential())
        certificates = QSslCertificate::fromData(file.read(mostCertificateBytes), QSsl::Pem);
    if (certificates.isEmpty())
        return Error { ErrorKind::InvalidInput,
            Translation::tr("There is no certificate to be read in %1. Choose a PEM file with the "
                            "certificate of your network's authority.")
                .arg(caFile),
            {} };
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(certificates);
    return configuration;
}

void setHeaders(QNetworkRequest& request, const HttpRequest& wanted)
{
    if (wanted.body) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        request.setHeader(QNetworkRequest::ContentLengthHeader, wanted.body->size());
    }
    request.setHeader(QNetworkRequest::UserAgentHeader, "Roadloom"_ba);
    // No Accept-Encoding: setting it would turn off Qt's decoding of what it negotiates itself.
    request.setRawHeader("Accept"_ba,
        wanted.body ? "text/event-stream, application/json"_ba : "application/json"_ba);
    // There is no next exchange over this connection. HTTP/2 knows no such header.
    if (!request.attribute(QNetworkRequest::Http2AllowedAttribute).toBool())
        request.setRawHeader("Connection"_ba, "close"_ba);
    for (const auto& [name, value] : wanted.headers)
        request.setRawHeader(name, value);
}

} // namespace

Result<std::unique_ptr<QNetworkAccessManager>> makeNetworkManager(const NetworkSettings& settings)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    switch (settings.proxyUse) {
    case ProxyUse::System:
        manager->setProxyFactory(new SystemProxies); // it takes the factory
        break;
    case ProxyUse::None:
        manager->setProxy(QNetworkProxy::NoProxy);
        break;
    case ProxyUse::Custom: {
        const Result<QNetworkProxy> proxy = readProxy(settings.proxy);
        if (!proxy)
            return proxy.error();
        manager->setProxy(proxy.value());
        break;
    }
    }
    return manager;
}

bool usesProxy(const QNetworkAccessManager& manager, const QUrl& url)
{
    QNetworkProxyFactory* const factory = manager.proxyFactory();
    const QNetworkProxy proxy = factory != nullptr
        ? factory->queryProxy(QNetworkProxyQuery(url)).value(0)
        : manager.proxy();
    return proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
}

Result<QNetworkRequest> makeNetworkRequest(
    const HttpRequest& wanted, const QUrl& url, const NetworkSettings& settings)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(
        QNetworkRequest::Http2AllowedAttribute, settings.allowsHttp2 && url.scheme() == "https"_L1);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Event streams shrink far below Qt's limit of 1:40; our own limits hold on what comes out.
    request.setDecompressedSafetyCheckThreshold(-1);
    setHeaders(request, wanted);
    if (!settings.caFile.isEmpty()) {
        const Result<QSslConfiguration> configuration = trusting(settings.caFile);
        if (!configuration)
            return configuration.error();
        request.setSslConfiguration(configuration.value());
    }
    return request;
}

} // namespace roadloom
