// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/EnumWords.h"

#include <QUrl>

namespace roadloom {

enum class ProxyUse {
    System, ///< what the desktop or the environment says; never for this machine itself
    None,
    Custom,
};

inline constexpr std::array proxyUseWords {
    EnumWord<ProxyUse> { ProxyUse::System, QLatin1StringView("system") },
    EnumWord<ProxyUse> { ProxyUse::None, QLatin1StringView("none") },
    EnumWord<ProxyUse> { ProxyUse::Custom, QLatin1StringView("custom") },
};

/// Whether this can be a proxy's address: http://HOST:PORT or socks5://HOST:PORT, without user name
/// and password.
[[nodiscard]] inline bool isProxyUrl(const QUrl& url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() && url.port() > 0 && url.userInfo().isEmpty()
        && (scheme == QLatin1StringView("http") || scheme == QLatin1StringView("socks5"));
}

/// The way to a server.
struct NetworkSettings {
    ProxyUse proxyUse = ProxyUse::System;
    QUrl proxy {}; ///< with ProxyUse::Custom: http://HOST:PORT or socks5://HOST:PORT
    /// A PEM file of certificate authorities to trust besides the system's; empty: none.
    QString caFile {};
    /// SHA-256 of the DER form of the only certificate that the server may show, 32 bytes: whoever
    /// signed it, whatever its name, and whatever the time. Empty: none is pinned.
    QByteArray pinnedCertificate {};
    /// Over TLS, where the server speaks it. Off, since a single request gains nothing by it and
    /// Qt 6.4 lets a server fill our memory with it: what comes faster than it is read is kept,
    /// whatever QNetworkReply::setReadBufferSize() says (600 MB in three seconds from nginx, where
    /// HTTP/1.1 holds at 256 KB). Nothing is lost and nothing sent twice: see ReverseProxyTest.
    bool allowsHttp2 = false;

    bool operator==(const NetworkSettings&) const = default;
};

} // namespace roadloom
