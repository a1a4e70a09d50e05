// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>

namespace roadloom {

/// Tells from what stands behind a '{', blanks aside, whether it begins an object, so that
/// "{name}, hello" is none. JSON has '"' or '}' there. Models also write another quotation mark, a
/// comment, or a name without marks and then its colon.
class JsonOpening {
public:
    enum class Verdict {
        Open, ///< more has to be seen
        Json,
        AlmostJson, ///< for JsonMender
        Prose,
    };

    /// The next character; nothing may follow a verdict.
    [[nodiscard]] Verdict take(QChar character);

    /// Only blanks have come.
    [[nodiscard]] bool isBlank() const { return m_state == State::Blanks; }

private:
    enum class State {
        Blanks,
        Slash,
        Name,
        BehindName, ///< blanks before the colon
    };

    Verdict takeFirst(QChar character);

    State m_state = State::Blanks;
};

} // namespace roadloom
