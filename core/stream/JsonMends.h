// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <array>
#include <cstddef>
#include <limits>

namespace roadloom {

/// What was done to almost-JSON to make it JSON. From StrayText on the meaning is a guess, and a
/// reader should rather ask for the text again; before that it is as good as certain.
enum class JsonMend {
    Comment,
    ExtraComma, ///< behind the last item, before the first, or doubled
    MissingComma,
    ExtraCloser, ///< a bracket that closes nothing
    MissingCloser, ///< a bracket that another one, or the end, shows to be missing
    SingleQuotes,
    TypographicMark, ///< a quotation mark, comma or colon of prose
    UnquotedKey,
    UnquotedText,
    ForeignWord, ///< True, None, NaN, undefined …
    NumberForm, ///< +1, .5, 1., 01
    RawControlCharacter, ///< a line end or the like in a text
    BadEscape,
    UnescapedQuote, ///< a quotation mark in a text
    BrokenCharacter, ///< half a surrogate pair
    TrailingText, ///< behind the end
    StrayText, ///< what is no token or stands where none of its kind can
    MissingColon,
    MissingValue, ///< a key without one
    NumberOutOfRange, ///< for a double
    CutOff, ///< the text ended within a token or a comment, or where a token was due
    TooDeep,
};

inline constexpr std::size_t jsonMendCount = std::size_t(JsonMend::TooDeep) + 1;

/// How often each mend was made.
class JsonMends {
public:
    void add(JsonMend mend)
    {
        int& count = m_counts[std::size_t(mend)];
        if (count < std::numeric_limits<int>::max())
            ++count;
    }

    [[nodiscard]] int count(JsonMend mend) const { return m_counts[std::size_t(mend)]; }
    [[nodiscard]] bool isEmpty() const { return *this == JsonMends(); }
    /// Whether the meaning of the text had to be guessed.
    [[nodiscard]] bool isDoubtful() const;
    /// For people, translated: "2 superfluous commas were left out." One a kind of mend.
    [[nodiscard]] QStringList sentences() const;

    bool operator==(const JsonMends&) const = default;

private:
    std::array<int, jsonMendCount> m_counts {};
};

} // namespace roadloom
