// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

namespace roadloom {

/// Whether this can be the address of a server: valid, http or https, with a host, without user
/// name, password and fragment.
[[nodiscard]] inline bool isServerUrl(const QUrl& url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https"))
        && (!url.hasFragment() || url.fragment().isEmpty());
}

} // namespace roadloom
