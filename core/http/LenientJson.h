// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <optional>

namespace roadloom {

/// Reading JSON from model servers, which is not always quite JSON: raw bytes that are no UTF-8,
/// and, since answers are cut between tokens, `\u` escapes of one half of a surrogate pair.

enum class JsonFault { None, Incomplete, Malformed };

/// Parses one whole JSON text, at most 64 levels deep; nothing if it is none. Strings may then hold
/// bytes that are no UTF-8, and lone surrogates as three bytes each (WTF-8): read them with
/// lenientText(). The value lives in `memory`.
[[nodiscard]] std::optional<json::value> parseLenientJson(
    QByteArrayView bytes, json::storage_ptr memory = {}, JsonFault* fault = nullptr);

/// The string as text: U+FFFD for what is no UTF-8. Lone surrogates stay lone; SurrogateJoiner
/// makes them whole.
[[nodiscard]] QString lenientText(json::string_view string);

/// Joins the halves of surrogate pairs that were split over two pieces of a text.
class SurrogateJoiner {
public:
    /// The next piece, made whole: a first half at its end is held back for the next piece, a half
    /// without a partner becomes U+FFFD.
    [[nodiscard]] QString take(const QString& piece);
    /// Ends the text: U+FFFD if a half was held back, else nothing.
    [[nodiscard]] QString finish();

private:
    QChar m_held; ///< a high surrogate, or null
};

} // namespace roadloom
