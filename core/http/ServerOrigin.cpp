// SPDX-License-Identifier: Apache-2.0
#include "core/http/ServerOrigin.h"

using namespace Qt::StringLiterals;

namespace roadloom {

QString originOf(const QUrl& url)
{
    constexpr int httpPort = 80;
    constexpr int httpsPort = 443;
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port(url.scheme() == "https"_L1 ? httpsPort : httpPort));
    return origin.toString(QUrl::FullyEncoded);
}

QString hostAndPort(const QUrl& url)
{
    QUrl bare;
    bare.setHost(url.host());
    bare.setPort(url.port());
    return bare.authority();
}

} // namespace roadloom
