// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/IncomingRequest.h"

#include <QString>

#include <variant>

namespace roadloom {

/// What a request wants of the hub.
enum class HubAction {
    Health,
    Metrics,
    JoinClass,
    ClassEvents, ///< what the teacher hands out
    HandIn, ///< a seat's roadmap, for the teacher
    GenerateStream, ///< a run, answered with its events
    Generate, ///< a run, answered with its task
    TaskStatus,
    TaskEvents,
    TaskSocket, ///< the same events, over a WebSocket
    CancelTask,
    Roadmap,
};

struct HubRoute {
    HubAction action = HubAction::Health;
    QString id {}; ///< of the task or roadmap that the path names

    bool operator==(const HubRoute&) const = default;
};

/// Nothing is there; or, if `allowed` names methods, not for this one.
struct NoRoute {
    QByteArray allowed {};

    bool operator==(const NoRoute&) const = default;
};

/// By method and path alone. An id is decoded from its percent encoding, may hold anything that a
/// path's segment can, and is at most 200 characters long.
[[nodiscard]] std::variant<HubRoute, NoRoute> routeOf(const IncomingRequest& request);

} // namespace roadloom
