// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/JsonExtent.h"

#include <QString>

namespace roadloom {

/// Finds where the JSON in a fenced block ends, while it streams: where its brackets are balanced,
/// or, cut, at a line that begins with a run like the one that opened the fence. Such a run within
/// a string does not count, nor does any elsewhere in a line: comments and quotation marks that are
/// not escaped bring backquotes outside of what JsonExtent takes for strings.
///
/// Linear; any split of the input yields the same.
class FencedExtent {
public:
    FencedExtent() = default;
    /// `open` is '{' or '[' and the first character of the text. A fence of length 0 is none: only
    /// the brackets end the JSON.
    FencedExtent(QChar open, QChar fence, qsizetype length);

    struct Step {
        qsizetype taken = 0; ///< from the front of the text; none if it only changed the state
        QStringView json; ///< what is now known to be JSON; valid until the next step
    };
    /// The text is not empty and the end has not come yet.
    [[nodiscard]] Step take(QStringView text);

    [[nodiscard]] bool isOver() const { return isComplete() || m_hasFenceClosed; }
    /// The brackets are balanced.
    [[nodiscard]] bool isComplete() const { return m_brackets.isComplete(); }

private:
    Step takeRun(QChar character);
    void followLine(QStringView json);

    JsonExtent m_brackets;
    QChar m_fence;
    qsizetype m_length = 0;
    bool m_isAtLineStart = false; ///< but for blanks
    bool m_isInRun = false; ///< at a line start
    QString m_run; ///< that may close the fence; once it has turned out not to, what is JSON of it
    bool m_hasFenceClosed = false;
};

} // namespace roadloom
