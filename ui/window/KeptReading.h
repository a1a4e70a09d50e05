// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/RoadmapView.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace roadloom {

class WindowMemory;

/// How the learner reads their roadmaps, from one start to the next: which row is in front, whether
/// it is open, where the border of its pane is, and how wide the columns are. Who comes back goes
/// on there.
class KeptReading : public QObject {
    Q_OBJECT
public:
    /// It may outlive the view, not the memory.
    KeptReading(RoadmapView& view, WindowMemory& memory, QObject* parent = nullptr);
    ~KeptReading() override;

private:
    void goBack();
    void note();
    void noteBorder();
    void noteColumns();
    void write();

    RoadmapView& m_view;
    WindowMemory& m_memory;
    QString m_roadmap; ///< in which the reader has been brought back
    ReadingPlace m_place; ///< in it, that is not written yet
    std::optional<double> m_shareBelow; ///< of the pane, if the learner moved its border
    std::optional<double> m_shareBeside;
    QList<double> m_columns; ///< if the learner moved one of theirs
    QTimer m_pause; ///< rather than a file written with each key
};

} // namespace roadloom
