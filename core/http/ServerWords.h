// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QByteArray>
#include <QString>

namespace roadloom {

/// What a server said about a failure, as it said it: not yet fit to show.
struct ServerWords {
    QString text;
    QString code; ///< number or word; may be empty
    QString type; ///< may be empty
    QString
        member {}; ///< which part of the request it is about, e.g. "response_format"; may be empty

    bool operator==(const ServerWords&) const = default;
};

/// Finds the words in an error body or an error event: {"error":{"message":…}}, {"error":"…"},
/// {"detail":…}, {"message":…}, a list of one of these, and the like. Empty text if there are none.
[[nodiscard]] ServerWords serverWordsIn(const json::value& body);
[[nodiscard]] ServerWords serverWordsIn(QByteArrayView body);

} // namespace roadloom
