// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace roadloom {

/// A roadmap's rows: the columns of a RoadmapTreeModel, or of a filter's, and the keys of a list of
/// things to do. Where there is little room, only what matters most is shown.
class RoadmapTree : public QTreeView {
    Q_OBJECT
public:
    explicit RoadmapTree(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
        const QList<int>& roles = {}) override;
    /// Widths from the font and the texts of the language, but those that the learner chose.
    void fitColumns();
    /// Of each column of the model how wide the learner made it, in letters of the font; 0: they
    /// did not.
    [[nodiscard]] const QList<double>& chosenColumns() const { return m_chosen; }
    /// Too few: the others are not chosen.
    void setChosenColumns(const QList<double>& letters);

Q_SIGNALS:
    /// By the learner.
    void columnsChosen();
    /// The row is to be read: Enter.
    void openRequested(const QModelIndex& index);
    /// It was marked as done, or no longer: Space, or a click on its mark.
    void toggleRequested(const QModelIndex& index);
    /// At this place of the screen: right button, or Menu key.
    void menuRequested(const QModelIndex& index, const QPoint& place);

protected:
    void initViewItemOption(QStyleOptionViewItem* option) const override;
    void drawBranches(
        QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dropColumns(int width);
    void takeColumn(int column, int before, int width);

    QList<double> m_chosen;
    bool m_isFitting = false; ///< nobody chooses a width meanwhile
};

} // namespace roadloom
