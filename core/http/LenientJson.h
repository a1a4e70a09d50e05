// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parser.hpp>

#include <array>
#include <optional>

namespace roadloom {

/// Reading JSON from model servers, which is not always quite JSON: raw bytes that are no UTF-8,
/// and, since answers are cut between tokens, `\u` escapes of one half of a surrogate pair.

enum class JsonFault { None, Incomplete, Malformed };

/// Parses one whole JSON text, at most 64 levels deep; nothing if it is none. Strings may then hold
/// bytes that are no UTF-8, and lone surrogates as three bytes each (WTF-8): read them with
/// lenientText().
[[nodiscard]] std::optional<json::value> parseLenientJson(
    QByteArrayView bytes, JsonFault* fault = nullptr);

/// The same for one small text after the other: keeps its memory from one to the next.
class LenientJsonParser {
public:
    LenientJsonParser();
    Q_DISABLE_COPY_MOVE(LenientJsonParser)
    ~LenientJsonParser() = default;

    /// Nothing if it is none. The value is this parser's, until the next call.
    [[nodiscard]] const json::value* parse(QByteArrayView bytes);

private:
    [[nodiscard]] bool take(QByteArrayView bytes);

    std::array<unsigned char, std::size_t(16) * 1024> m_scratch; ///< enough for most texts' values
    json::monotonic_resource m_memory;
    json::parser m_parser;
    std::optional<json::value> m_value; ///< in m_memory
};

/// The string as text: U+FFFD for what is no UTF-8. Lone surrogates stay lone; SurrogateJoiner
/// makes them whole.
[[nodiscard]] QString lenientText(json::string_view string);

/// Joins the halves of surrogate pairs that were split over two pieces of a text.
class SurrogateJoiner {
public:
    /// The next piece, made whole: a first half at its end is held back for the next piece, a half
    /// without a partner becomes U+FFFD.
    [[nodiscard]] QString take(QString piece);
    /// Ends the text: U+FFFD if a half was held back, else nothing.
    [[nodiscard]] QString finish();

private:
    QChar m_held; ///< a high surrogate, or null
};

} // namespace roadloom
