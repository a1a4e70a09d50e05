// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Language.h"

#include <QBitArray>
#include <QStringList>

namespace roadloom {

/// The form in which goals and terms are compared: compatibility forms unified (NFKC), case folded,
/// white space collapsed, and none of it beside a Han character ("Web 开发" = "web开发").
[[nodiscard]] QString normalisedGoalText(QStringView text);

/// Whether a Latin word that names something in a curriculum means something else to most people:
/// "cookies", "rest".
[[nodiscard]] bool isEverydayWord(QStringView word);

/// Whether a term that stands at `start` of a normalised text is a word of its own there. Han
/// characters need no border; Latin ones do, and "c" ends neither in "c++" nor "js" begins in
/// "node.js".
[[nodiscard]] bool standsAlone(QStringView text, qsizetype start, qsizetype length);

/// Whether the normalised text holds the term as a word of its own.
[[nodiscard]] bool mentions(QStringView text, const QString& term);

/// What a goal says beside the covered characters, without the words of any wish ("learn", "how
/// to", "想学", …) and without punctuation: empty if everything in it is understood.
[[nodiscard]] QString unexplainedText(const QString& text, const QBitArray& covered);

/// The words by which texts are compared roughly: Latin words of three letters or more, and pairs
/// of Han characters; words of any wish are left out.
[[nodiscard]] QStringList roughWords(const QString& text);

/// A stretch of a goal.
struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] bool holds(qsizetype at) const { return at >= start && at < start + length; }
};

/// X of "from X to Y", "with X background" and "从 X 转 Y": perhaps where the learner comes from.
/// Length 0: none.
[[nodiscard]] TextSpan startingPoint(const QString& text);

/// Whether the term at `start` is named as a means: "with Python", "用 Python".
[[nodiscard]] bool isNamedAsMeans(const QString& text, qsizetype start);

/// The stretches that say what is not wanted: "without X", "but not X", "不想学 X". What the
/// learner says not to know ("without prior knowledge of X", "不会 X") is none of them.
[[nodiscard]] QList<TextSpan> exclusions(const QString& text);

} // namespace roadloom
