// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace roadloom {

/// Tells reasoning from the answer where a model writes both into one text: what stands between
/// <think> and </think> (or <thinking>) at its very beginning, blanks aside. A tag that is never
/// closed makes all of it reasoning; a tag anywhere else is text.
///
/// Where the prompt's template has opened the reasoning already, only the closing tag comes: one at
/// the beginning or the end of its line, with no opening tag before it. What was handed out as text
/// before it turns out to have been reasoning.
///
/// Linear; any split of the text yields the same.
class ThinkSplitter {
public:
    struct Parts {
        bool textWasReasoning = false; ///< all of it, so far
        QString reasoning; ///< comes before the text
        QString text;
    };

    /// Whether the next piece comes out as it is, as text; take() need not be asked then. So it is
    /// with most pieces.
    [[nodiscard]] bool passes(QStringView piece);
    /// What the next piece lets out: what may yet become a tag is held back.
    [[nodiscard]] Parts take(QString piece);
    /// The text has ended: what was held back.
    [[nodiscard]] Parts finish();

private:
    enum class State {
        Start, ///< only blanks, and perhaps the beginning of a tag
        Reasoning,
        Between, ///< blanks behind the closing tag, which belong to neither
        Text, ///< where a closing tag may yet come that was never opened
        OnlyText,
    };

    void takeStart();
    void takeReasoning(Parts& parts);
    void takeBetween();
    void takeText(Parts& parts);
    void endReasoning(Parts& parts, qsizetype tagAt, qsizetype tagSize);
    void noteText(QStringView text);
    [[nodiscard]] QString release(qsizetype size);

    State m_state = State::Start;
    QString m_held;
    QString m_closingTag;
    bool m_hasText = false; ///< some was let out
    bool m_lineIsBlank = true; ///< so far, the line that the text let out ends in
};

} // namespace roadloom
