// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/http/HttpRequest.h"
#include "core/http/NetworkSettings.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <memory>

/// Our settings in Qt's terms.
namespace roadloom {

/// With the proxy that is wanted. ErrorKind::InvalidInput if the proxy's address is unusable.
[[nodiscard]] Result<std::unique_ptr<QNetworkAccessManager>> makeNetworkManager(
    const NetworkSettings& settings);

/// Whether what this manager sends there goes through a proxy.
[[nodiscard]] bool usesProxy(const QNetworkAccessManager& manager, const QUrl& url);

/// With the certificates that are wanted, and everything off that Qt would do unasked: following
/// redirects, signing in, cookies, caching. ErrorKind::InvalidInput if the file of certificates
/// cannot be read or holds none.
[[nodiscard]] Result<QNetworkRequest> makeNetworkRequest(
    const HttpRequest& request, const QUrl& url, const NetworkSettings& settings);

} // namespace roadloom
