// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace roadloom {

/// Ours, never a client's.
using HttpFields = QList<std::pair<QByteArray, QByteArray>>;

/// What the hub answers to a request: all of it, or the head of a stream.
struct HttpAnswer {
    int status = 200;
    QByteArray contentType {}; ///< empty: there is no body
    QByteArray body {};
    HttpFields fields {}; ///< more of them

    [[nodiscard]] static HttpAnswer ofJson(const json::value& value, int status = 200)
    {
        return { .status = status, .contentType = "application/json", .body = writeJson(value) };
    }
};

} // namespace roadloom
