// SPDX-License-Identifier: Apache-2.0
#include "core/hub/TrustedProxies.h"

#include <QString>

#include <algorithm>

namespace roadloom {

QHostAddress TrustedProxies::clientOf(
    const IncomingRequest& request, const QHostAddress& peer) const
{
    const bool isTrusted = std::ranges::any_of(addresses, [&peer](const QHostAddress& each) {
        return each.isEqual(peer, QHostAddress::ConvertV4MappedToIPv4);
    });
    if (!isTrusted)
        return peer;
    // A proxy adds to what it was sent: in the last field, or in one more behind it.
    QByteArray named;
    for (const auto& [name, value] : request.fields) {
        if (name == "x-forwarded-for")
            named = value.mid(value.lastIndexOf(',') + 1).trimmed();
    }
    const QHostAddress client(QString::fromLatin1(named));
    return client.isNull() ? peer : client;
}

} // namespace roadloom
