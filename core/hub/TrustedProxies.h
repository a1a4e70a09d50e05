// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/IncomingRequest.h"

#include <QHostAddress>
#include <QList>

namespace roadloom {

/// Proxies in front of the hub whose word counts about whom they pass on. Of all others it does
/// not: whoever asks could write it.
struct TrustedProxies {
    QList<QHostAddress> addresses {};

    /// Whose request it is: the peer's, or, if that is one of these, the one's whom it names last
    /// in X-Forwarded-For.
    [[nodiscard]] QHostAddress clientOf(
        const IncomingRequest& request, const QHostAddress& peer) const;
};

} // namespace roadloom
