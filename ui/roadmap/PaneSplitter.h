// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

#include <functional>
#include <optional>

namespace roadloom {

class ConceptPane;

/// A roadmap's tree and the pane of the row in front: beside each other where there is room for
/// both, else one above the other, and where there is too little even for that, one of them alone.
///
/// Below the tree the pane is as high as its row needs, up to its usual share of the height. While
/// it stays open it only grows, so that nothing jumps under whoever walks through stages and
/// concepts. Where the learner moves the border, it stays.
class PaneSplitter : public QSplitter {
    Q_OBJECT
public:
    /// `leastTree` tells the height below which the tree is of no use.
    PaneSplitter(QWidget& tree, ConceptPane& pane, std::function<int()> leastTree,
        QWidget* parent = nullptr);

    /// With the row that it shows by now; true if that left less of the tree.
    bool openPane();
    void closePane();
    /// All of the height, or no longer.
    void makePaneTall(bool isTall);
    [[nodiscard]] bool isTall() const { return m_isTall; }
    /// There is too little height to read below the tree.
    [[nodiscard]] bool isLow() const;
    /// There is room for the tree and the pane: else an open pane has all of it.
    [[nodiscard]] bool holdsBoth() const;

    /// How much of the room the pane has below the tree (Vertical) or beside it, 0 to 1, where the
    /// learner chose it.
    [[nodiscard]] std::optional<double> chosenShare(Qt::Orientation orientation) const;
    void setChosenShare(Qt::Orientation orientation, std::optional<double> share);

Q_SIGNALS:
    /// By the learner.
    void shareChosen();
    /// holdsBoth() or isLow() are others now.
    void roomChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void takeShare();
    void shareRoom();
    void place();
    void noteRoom();

    QWidget& m_tree;
    ConceptPane& m_pane;
    std::function<int()> m_leastTree;
    int m_need = 0; ///< the highest row since it was opened
    std::optional<double> m_heightShare; ///< chosen by the learner
    std::optional<double> m_widthShare;
    bool m_isTall = false; ///< as the learner wants it
    bool m_heldBoth = true;
    bool m_wasLow = false;
};

} // namespace roadloom
