// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace roadloom {

/// The pages, by their origin (RFC 6454: "https://school.example"), whose scripts may use the hub.
/// A browser says with each request that costs something from which page it comes; none may unless
/// it is named, so that no page that is open on this machine spends the model's money. "*" stands
/// for all.
struct AllowedOrigins {
    QByteArrayList origins {};

    [[nodiscard]] bool hold(const QByteArray& origin) const
    {
        return origins.contains(origin) || origins.contains("*");
    }
};

} // namespace roadloom
