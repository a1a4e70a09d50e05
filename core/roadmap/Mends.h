// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapMender.h"

#include <QHash>

/// What the parts of the mender share among themselves; others use RoadmapMender.h.
namespace roadloom {

/// Collects what was mended.
class Mends {
public:
    /// makeSentence() is called only for what will be listed, so that a roadmap with a million
    /// faults costs no million sentences.
    template <class MakeSentence>
    void add(QLatin1StringView rule, const QString& location, MakeSentence makeSentence)
    {
        if (isListed(rule))
            append(rule, location, makeSentence());
    }

    [[nodiscard]] QList<Mend> take();

private:
    struct Tally {
        qsizetype count = 0;
        qsizetype last = -1; ///< index of the last one listed
    };

    [[nodiscard]] bool isListed(QLatin1StringView rule);
    void append(QLatin1StringView rule, const QString& location, const QString& sentence);

    QList<Mend> m_mends;
    QHash<QString, Tally> m_tallies;
};

/// All concepts in reading order, to be changed in place.
[[nodiscard]] QList<Concept*> conceptsInOrder(Roadmap& roadmap);
[[nodiscard]] QList<Stage*> stagesInOrder(Roadmap& roadmap);

} // namespace roadloom
