// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace roadloom {

/// What the hub answers to a request: all of it, or the head of a stream.
struct HttpAnswer {
    int status = 200;
    QByteArray contentType {}; ///< empty: there is no body
    QByteArray body {};
    QList<std::pair<QByteArray, QByteArray>> fields {}; ///< more of them; ours, never a client's

    [[nodiscard]] static HttpAnswer ofJson(const json::value& value, int status = 200)
    {
        return { .status = status, .contentType = "application/json", .body = writeJson(value) };
    }
};

} // namespace roadloom
