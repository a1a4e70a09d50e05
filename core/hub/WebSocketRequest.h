// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/RequestParser.h"

namespace roadloom {

/// What a connection's first bytes are. Qt's WebSockets want to read the request themselves, so
/// whoever serves others on the same port must know before reading anything.
struct FirstRequest {
    enum class Kind {
        Unclear, ///< as far as they go, they may ask for a WebSocket
        WebSocket, ///< they do, and the header is whole
        Other
    };

    Kind kind = Kind::Unclear;
    IncomingRequest request {}; ///< for a WebSocket
    qsizetype size = 0; ///< bytes of it
};

/// Only what begins with "GET /api/v1/ws/" and asks for the upgrade (RFC 6455, section 4.2.1) is
/// for a WebSocket; anything that the parser would refuse, or that has a body, is not. Bounded by
/// the limits.
[[nodiscard]] FirstRequest firstRequestOf(
    QByteArrayView bytes, const RequestParser::Limits& limits);

/// The handshake can be completed: it has a key, and the version is 13, the only one there is.
[[nodiscard]] bool isHandshake(const IncomingRequest& request);

/// A page's script can set no field of such a request but the list of subprotocols: the seat's
/// token that it says there, as "roadloom.TOKEN"; empty if there is none.
[[nodiscard]] QByteArray offeredToken(const IncomingRequest& request);
/// That the hub answers with: browsers want one of those that they offered; better "roadloom",
/// which tells nothing. Empty: none of ours is among them.
[[nodiscard]] QByteArray chosenProtocol(const IncomingRequest& request);

/// The members of all fields of that name, which are lists.
[[nodiscard]] QByteArrayList membersOf(const IncomingRequest& request, QByteArrayView name);

} // namespace roadloom
