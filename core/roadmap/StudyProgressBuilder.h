// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyProgress.h"

#include <functional>

namespace roadloom {

/// Makes the StudyProgress of a roadmap in steps, so that a window stays quick. Lets go of the
/// roadmap as it goes, since whoever has the last of a large one waits while it is given up.
class StudyProgressBuilder {
public:
    using StateOf = std::function<StudyState(const QString& conceptId)>;

    /// Done, with the progress of a roadmap without concepts.
    StudyProgressBuilder() = default;
    explicit StudyProgressBuilder(Roadmap roadmap);

    [[nodiscard]] bool isDone() const { return m_next >= m_places.size(); }
    /// Takes so many concepts more, or some more than that, in the states that they are in.
    void add(qsizetype concepts, const StateOf& stateOf);
    /// When it is done: all of it, once.
    [[nodiscard]] StudyProgress take();

private:
    [[nodiscard]] Stage& stage() { return m_roadmap.stages[m_places[m_next]]; }
    void goOn();

    Roadmap m_roadmap; ///< what of it is still to come
    QList<qsizetype> m_places; ///< of its stages, as they are read
    qsizetype m_next = 0; ///< index into m_places
    qsizetype m_module = 0; ///< of that stage
    qsizetype m_concept = 0; ///< of that module
    StudyProgress m_progress;
};

} // namespace roadloom
