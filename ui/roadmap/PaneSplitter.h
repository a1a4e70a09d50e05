// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace roadloom {

class ConceptPane;

/// A roadmap's tree and the pane of the row in front: beside each other where there is room for
/// both, else one above the other.
///
/// Below the tree the pane is as high as its row needs, up to its share of the height. While it
/// stays open it only grows, so that nothing jumps under whoever walks through stages and concepts.
/// Where the learner moves the border, that is its share.
class PaneSplitter : public QSplitter {
    Q_OBJECT
public:
    PaneSplitter(QWidget& tree, ConceptPane& pane, QWidget* parent = nullptr);

    /// With the row that it shows by now; true if that left less of the tree.
    bool openPane();
    void closePane();
    /// All of the height, or no longer.
    void makePaneTall(bool isTall);
    /// There is too little height to read below the tree.
    [[nodiscard]] bool isLow() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeShare();
    void shareRoom();
    [[nodiscard]] double& share();

    QWidget& m_tree;
    ConceptPane& m_pane;
    int m_need = 0; ///< the highest row since it was opened
    double m_heightShare; ///< at most
    double m_widthShare;
};

} // namespace roadloom
