// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace roadloom {

/// A value of an enum and the word for it on the wire. A table of these is an enum's vocabulary.
template <class Enum>
struct EnumWord {
    Enum value;
    QLatin1StringView word;
};

/// The word for a value; empty if the table has none.
template <class Enum, std::size_t count>
[[nodiscard]] QString wordFor(Enum value, const std::array<EnumWord<Enum>, count>& words)
{
    const auto found = std::ranges::find(words, value, &EnumWord<Enum>::value);
    return found != words.end() ? QString(found->word) : QString();
}

/// The value that a word stands for, if it stands for any.
template <class Enum, std::size_t count>
[[nodiscard]] std::optional<Enum> valueFor(
    QStringView word, const std::array<EnumWord<Enum>, count>& words)
{
    const auto found = std::ranges::find_if(
        words, [word](const EnumWord<Enum>& entry) { return word == entry.word; });
    return found != words.end() ? std::optional(found->value) : std::nullopt;
}

} // namespace roadloom
