// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace roadloom {

/// Tells reasoning from the answer where a model writes both into one text: what stands between
/// <think> and </think> (or <thinking>) at its very beginning, blanks aside. A tag that is never
/// closed makes all of it reasoning; a tag anywhere else is text. Linear; any split of the text
/// yields the same.
class ThinkSplitter {
public:
    struct Parts {
        QString reasoning; ///< comes before the text
        QString text;
    };

    /// What the next piece lets out: what may yet become a tag is held back.
    [[nodiscard]] Parts take(QString piece);
    /// The text has ended: what was held back.
    [[nodiscard]] Parts finish();

private:
    enum class State {
        Start, ///< only blanks, and perhaps the beginning of a tag
        Reasoning,
        Between, ///< blanks behind the closing tag, which belong to neither
        Text,
    };

    void takeStart();
    void takeReasoning(Parts& parts);
    void takeBetween();

    State m_state = State::Start;
    QString m_held;
    QString m_closingTag;
};

} // namespace roadloom
