// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/ReadingOrder.h"

#include <QHash>

namespace roadloom {

/// Which concept needs which other, by index into ReadingOrder::concepts. An id that several
/// concepts share means the first of them, and a circle through any of them is a circle. Time and
/// memory are linear in the number of concepts and prerequisites, whatever their shape; nothing
/// here recurses, so a chain may be as long as a roadmap can be.
class PrerequisiteGraph {
public:
    using Path = QList<qsizetype>;

    explicit PrerequisiteGraph(const ReadingOrder& order);

    /// The distinct prerequisites of a concept that exist, in their order.
    [[nodiscard]] const Path& known(qsizetype item) const { return m_known[item]; }
    /// The distinct prerequisite ids of a concept that no concept has, in their order.
    [[nodiscard]] const QStringList& unknown(qsizetype item) const { return m_unknown[item]; }

    /// The first concept with the same id, which is itself for most; blank ids are never the same.
    [[nodiscard]] qsizetype firstWithSameId(qsizetype item) const { return m_canonical[item]; }

    /// The circles: each concept needs the next one and the last needs the first, which is the
    /// earliest in reading order. A concept that needs itself is a circle of one. Every group of
    /// concepts that are entangled has at least one circle here, and no concept is in two.
    [[nodiscard]] const QList<Path>& cycles() const { return m_cycles; }
    /// Whether both concepts are in the same of these circles.
    [[nodiscard]] bool shareCycle(qsizetype left, qsizetype right) const;

private:
    void resolve(const ReadingOrder& order);
    void findCycles();

    QList<qsizetype> m_canonical; ///< for each concept the first one with the same id
    QList<Path> m_known;
    QList<QStringList> m_unknown;
    QList<Path> m_cycles;
    QHash<qsizetype, qsizetype> m_cycleOf;
};

} // namespace roadloom
