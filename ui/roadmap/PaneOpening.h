// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/ReadingPlace.h"

#include <QObject>

class QWidget;

namespace roadloom {

class ConceptPane;
class FindingsPanel;
class PaneSplitter;
class RoadmapTrees;

/// When the concept in front is open. Its pane comes with the row that is chosen, until the reader
/// closes it. Where there is too little height for all, it takes that of the rows if the reader
/// wants it, and gives way to the findings while they are unfolded. The keyboard goes along.
class PaneOpening : public QObject {
    Q_OBJECT
public:
    struct Parts {
        RoadmapTrees& trees;
        QWidget& treeSide; ///< the trees and what is above them
        ConceptPane& pane;
        PaneSplitter& reading; ///< tree side and pane
        FindingsPanel& findings;
    };
    /// The parts must outlive it.
    explicit PaneOpening(const Parts& parts);

    /// Somebody walks through the rows.
    void follow();
    /// Even instead of the rows, or the findings.
    void open();
    /// Opens it for whoever works with keys: Tab goes on from there. Where there is little height,
    /// it gets all.
    void enter();
    /// Until a row is chosen again.
    void close();
    /// If there is room, also after close().
    void reopen();
    void restore(const ReadingPlace& place);
    /// As it is to be now, with the row in front.
    void show();

Q_SIGNALS:
    /// By show(), before the pane takes its room: whether it will.
    void decided(bool isOpen);
    /// By show(), and all that ends with it: the pane may have come, gone or another concept in it.
    void shown();

private:
    Parts m_parts;
    bool m_isClosed = false; ///< by the reader
    bool m_isWanted = false; ///< even instead of the rows
};

} // namespace roadloom
