// SPDX-License-Identifier: Apache-2.0
#include "core/http/LenientJson.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

constexpr qsizetype escapeLength = 6; // \uXXXX
constexpr std::size_t maxDepth = 64;

/// The code unit of a `\uXXXX` escape at `at`; nothing if there is none.
std::optional<char16_t> escapedUnit(QByteArrayView json, qsizetype at)
{
    if (json.size() - at < escapeLength || json[at] != '\\' || json[at + 1] != 'u')
        return std::nullopt;
    bool valid = false;
    const uint unit = json.sliced(at + 2, 4).toByteArray().toUInt(&valid, 16);
    return valid ? std::optional(char16_t(unit)) : std::nullopt;
}

/// A UTF-16 code unit from U+0800 up in three bytes, as UTF-8 would write it if it might.
void appendThreeBytes(QByteArray& bytes, char16_t unit)
{
    bytes += char(0xE0 | (unit >> 12U));
    bytes += char(0x80 | ((unit >> 6U) & 0x3FU));
    bytes += char(0x80 | (unit & 0x3FU));
}

/// Boost.JSON refuses the escape of half a surrogate pair but lets the raw bytes pass.
QByteArray withoutLoneEscapes(QByteArrayView json)
{
    QByteArray result;
    result.reserve(json.size());
    for (qsizetype i = 0; i < json.size();) {
        qsizetype length = json[i] == '\\' ? 2 : 1;
        if (const auto unit = escapedUnit(json, i)) {
            length = escapeLength;
            const auto next = escapedUnit(json, i + escapeLength);
            if (QChar::isHighSurrogate(*unit) && next && QChar::isLowSurrogate(*next)) {
                length = 2 * escapeLength;
            } else if (QChar::isSurrogate(*unit)) {
                appendThreeBytes(result, *unit);
                i += length;
                continue;
            }
        }
        length = std::min(length, json.size() - i);
        result.append(json.sliced(i, length));
        i += length;
    }
    return result;
}

bool isSurrogateAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    return bytes.size() - at >= 3 && byte(at) == 0xED && byte(at + 1) >= 0xA0
        && byte(at + 1) <= 0xBF && byte(at + 2) >= 0x80 && byte(at + 2) <= 0xBF;
}

QChar surrogateAt(QByteArrayView bytes, qsizetype at)
{
    const auto low6
        = [&](qsizetype i) { return uint(static_cast<unsigned char>(bytes[i]) & 0x3FU); };
    return QChar(char16_t(0xD000U | (low6(at + 1) << 6U) | low6(at + 2)));
}

/// Without an early way out, so that the compiler may look at many units at a time.
bool hasSurrogates(QStringView text)
{
    bool found = false;
    for (const QChar unit : text)
        found |= unit.isSurrogate();
    return found;
}

json::string_view asView(QByteArrayView bytes)
{
    return { bytes.data(), std::size_t(bytes.size()) };
}

json::parse_options tolerance()
{
    json::parse_options options;
    options.max_depth = maxDepth;
    options.allow_invalid_utf8 = true;
    return options;
}

} // namespace

std::optional<json::value> parseLenientJson(QByteArrayView bytes, JsonFault* fault)
{
    json::error_code failure;
    const auto parse = [&](QByteArrayView input) {
        return json::parse(asView(input), failure, {}, tolerance());
    };
    json::value value = parse(bytes);
    if (failure && bytes.contains("\\u"))
        value = parse(withoutLoneEscapes(bytes));
    if (fault != nullptr) {
        *fault = !failure                        ? JsonFault::None
            : failure == json::error::incomplete ? JsonFault::Incomplete
                                                 : JsonFault::Malformed;
    }
    if (failure)
        return std::nullopt;
    return value;
}

LenientJsonParser::LenientJsonParser() // NOLINT: the scratch is only ever written before it is read
    : m_memory(m_scratch.data(), m_scratch.size())
    , m_parser({}, tolerance())
{
}

const json::value* LenientJsonParser::parse(QByteArrayView bytes)
{
    if (!take(bytes) && !(bytes.contains("\\u") && take(withoutLoneEscapes(bytes))))
        return nullptr;
    return &*m_value;
}

bool LenientJsonParser::take(QByteArrayView bytes)
{
    m_value.reset();
    m_parser.reset(&m_memory);
    m_memory.release();
    json::error_code failure;
    m_parser.write(asView(bytes), failure);
    if (failure)
        return false;
    m_value.emplace(m_parser.release()); // constructed, since an assignment would copy it elsewhere
    return true;
}

QString lenientText(json::string_view string)
{
    if (string.empty())
        return {};
    const QByteArrayView bytes(string.data(), qsizetype(string.size()));
    QString text;
    qsizetype plain = 0;
    for (qsizetype i = bytes.indexOf('\xED'); i >= 0; i = bytes.indexOf('\xED', i + 1)) {
        if (!isSurrogateAt(bytes, i))
            continue;
        text += QString::fromUtf8(bytes.sliced(plain, i - plain));
        text += surrogateAt(bytes, i);
        plain = i + 3;
    }
    if (plain == 0)
        return QString::fromUtf8(bytes);
    text += QString::fromUtf8(bytes.sliced(plain));
    return text;
}

QString SurrogateJoiner::take(QString piece)
{
    if (m_held.isNull() && !hasSurrogates(piece))
        return piece;
    QString whole;
    whole.reserve(piece.size() + 1);
    for (const QChar unit : std::as_const(piece)) {
        if (unit.isLowSurrogate() && !m_held.isNull()) {
            whole += std::exchange(m_held, QChar());
            whole += unit;
            continue;
        }
        whole += finish();
        if (unit.isHighSurrogate())
            m_held = unit;
        else
            whole += unit.isLowSurrogate() ? QChar(QChar::ReplacementCharacter) : unit;
    }
    return whole;
}

QString SurrogateJoiner::finish()
{
    if (std::exchange(m_held, QChar()).isNull())
        return {};
    return QString(QChar(QChar::ReplacementCharacter));
}

} // namespace roadloom
