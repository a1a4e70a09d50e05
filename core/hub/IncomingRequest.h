// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace roadloom {

/// An HTTP request as a client sent it, whole. Hostile: all that is known is that it is well formed
/// (RFC 9112) and within the parser's limits.
struct IncomingRequest {
    QByteArray method; ///< as it was sent: "GET"
    QByteArray path; ///< begins with '/'; percent encoding as it was sent
    QByteArray query; ///< what follows the '?'
    QList<std::pair<QByteArray, QByteArray>> fields; ///< names in lower case, values trimmed
    QByteArray body;
    bool isKeptAlive = true; ///< the client will wait for more on the connection
    bool takesChunks = true; ///< HTTP/1.1: it understands the chunked coding
    bool isUpgrade = false; ///< to a WebSocket: the connection can be handed over for one

    /// The first of that name, in lower case; empty if there is none.
    [[nodiscard]] QByteArray field(QByteArrayView name) const
    {
        for (const auto& [each, value] : fields) {
            if (each == name)
                return value;
        }
        return {};
    }
};

/// Why a request is refused before anybody looked at what it wants. The connection closes with it.
struct RequestFault {
    int status = 400;
    QByteArray reason; ///< English, for whoever mends the client

    bool operator==(const RequestFault&) const = default;
};

} // namespace roadloom
