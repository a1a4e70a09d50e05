// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace roadloom {

/// Streaming words of a model on their way to a view: taken in any pieces, handed out in slices
/// that are safe to show and the same whatever the pieces were. Linear.
class WordQueue {
public:
    void append(QStringView words) { m_words += words; }
    /// At most `most` characters (at least 2), through displayText(). Empty when nothing is left
    /// that can be shown yet.
    [[nodiscard]] QString take(qsizetype most);
    /// Forgets all but the last `most` characters, or up to twice as many, so that each costs
    /// little to forget. True if it forgot any.
    bool keepLast(qsizetype most);

    /// Something is left to take. A last character that only means something with the next one
    /// (half a surrogate pair, a carriage return) does not count.
    [[nodiscard]] bool hasWords() const;

private:
    QString m_words;
    qsizetype m_taken = 0; ///< characters of m_words
};

} // namespace roadloom
