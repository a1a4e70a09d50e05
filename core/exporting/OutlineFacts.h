// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/roadmap/Roadmap.h"

#include <optional>

namespace roadloom {

/// What a line says in brackets at its end: "(2 h, easy)", "（1.5 小时，困难）".
struct OutlineFacts {
    std::optional<double> hours {};
    std::optional<Difficulty> difficulty {};
};

/// Knows these in English and Chinese.
class OutlineFactReader {
public:
    /// Takes the brackets at the end of a line off it, if all in them is such facts.
    [[nodiscard]] OutlineFacts take(QString& line) const;

private:
    [[nodiscard]] std::optional<OutlineFacts> factsFrom(const QString& inside) const;
    [[nodiscard]] std::optional<Difficulty> difficultyFrom(const QString& text) const;

    DocumentWords m_english { Language::English };
    DocumentWords m_chinese { Language::Chinese };
};

} // namespace roadloom
