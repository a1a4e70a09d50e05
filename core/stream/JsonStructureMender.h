// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/JsonMends.h"
#include "core/stream/Utf8Sink.h"

#include <cstdint>

namespace roadloom {

/// Mends how the tokens of almost-JSON follow each other: keeps the open brackets, knows what is
/// due, and writes the brackets, commas and colons, with those that are missing and without those
/// that are too many. Commas are written when something follows them. State: a bit for each open
/// bracket.
class JsonStructureMender {
public:
    static constexpr int maxDepth = 64; ///< that of parseJson

    enum class Due {
        Root,
        First, ///< item or key, or the closing bracket
        Next, ///< item or key, behind a comma
        After, ///< a comma or the closing bracket
        Colon,
        Value, ///< of a key
        End,
    };

    [[nodiscard]] Due due() const { return m_due; }
    [[nodiscard]] bool isComplete() const { return m_due == Due::End; }
    [[nodiscard]] bool isKeyDue() const;
    [[nodiscard]] int depth() const { return m_depth; }

    /// One of `{ }  [ ] , :` was read. False: it can mean nothing here and is left out.
    [[nodiscard]] bool takeMark(char16_t mark, Utf8Sink& out, JsonMends& mends);

    /// Before a string or word is written: what belongs between it and the last token.
    void separate(Utf8Sink& out, JsonMends& mends);
    /// Behind a key, where one was due.
    void endKey() { m_due = Due::Colon; }
    /// Behind a value.
    void endValue() { m_due = m_depth > 0 ? Due::After : Due::End; }

    /// Closes all that is open.
    void finish(Utf8Sink& out, JsonMends& mends);

private:
    bool open(char16_t bracket, Utf8Sink& out, JsonMends& mends);
    void close(bool object, Utf8Sink& out, JsonMends& mends);
    bool takeComma(Utf8Sink& out, JsonMends& mends);
    bool takeColon(Utf8Sink& out);
    void completeMember(Utf8Sink& out);
    void pop(Utf8Sink& out);

    [[nodiscard]] bool isInObject() const { return (m_objects & 1U) != 0; }
    [[nodiscard]] bool isValueMissing() const;
    [[nodiscard]] bool isOpen(bool object) const;

    Due m_due = Due::Root;
    std::uint64_t m_objects = 0; ///< for each open bracket, the innermost lowest, whether it is '{'
    int m_depth = 0;
};

} // namespace roadloom
