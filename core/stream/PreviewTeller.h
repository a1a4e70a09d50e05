// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/RoadmapDraft.h"
#include "core/stream/RoadmapPreview.h"

#include <QList>

#include <array>

namespace roadloom {

enum class NodeLevel : quint8 { Stage, Module, Concept };

/// Tells what is read of a roadmap in events, and knows what has been told: that each node is
/// opened once and below open ones, and that no name is told twice. At most one node of each level
/// is being read, the last that began.
class PreviewTeller {
public:
    /// Where events go from now on; must outlive their sending.
    void setOut(QList<PreviewEvent>* out) { m_out = out; }

    /// How many nodes of this level have begun below the node that is being read.
    [[nodiscard]] int count(NodeLevel level) const { return m_counts[std::size_t(level)]; }
    /// A node begins. Nothing is told of it yet.
    void begin(NodeLevel level);
    /// Nodes of this level are about to come. If such a list has been there, they replace it.
    void restart(NodeLevel level);

    /// The title so far; one that cannot be seen is none.
    void tellTitle(const QString& title);
    /// The name so far of the node that is being read. One that is empty opens no node.
    void tellName(NodeLevel level, const QString& name, bool isWhole, RoadmapDraft& draft);
    /// Takes the node out of the draft.
    void tellClosing(NodeLevel level, RoadmapDraft& draft);

private:
    /// Of the node that is being read.
    struct Told {
        bool isOpen = false;
        bool isWhole = false;
        QString name;
    };

    template <class Event>
    Event& add();
    [[nodiscard]] NodePlace placeOf(NodeLevel level) const;
    [[nodiscard]] Told& told(NodeLevel level) { return m_told[std::size_t(level)]; }
    void open(NodeLevel level, const QString& name, bool isWhole, RoadmapDraft& draft);

    QList<PreviewEvent>* m_out = nullptr;
    std::array<Told, 3> m_told;
    std::array<int, 3> m_counts {};
    QString m_title;
};

} // namespace roadloom
