// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

#include <optional>

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

    /// How much of the room the pane has below the tree (Vertical) or beside it, 0 to 1, where the
    /// learner chose it.
    [[nodiscard]] std::optional<double> chosenShare(Qt::Orientation orientation) const;
    void setChosenShare(Qt::Orientation orientation, std::optional<double> share);

Q_SIGNALS:
    /// By the learner.
    void shareChosen();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeShare();
    void shareRoom();

    QWidget& m_tree;
    ConceptPane& m_pane;
    int m_need = 0; ///< the highest row since it was opened
    std::optional<double> m_heightShare; ///< at most
    std::optional<double> m_widthShare;
};

} // namespace roadloom
