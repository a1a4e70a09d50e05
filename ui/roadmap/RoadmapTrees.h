// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPersistentModelIndex>
#include <QStackedWidget>

namespace roadloom {

class NothingFound;
class RoadmapFilterModel;
class RoadmapTree;
class RoadmapTreeModel;

/// The rows of a roadmap: all of them, or those that a filter finds, or that it finds none. Either
/// tree keeps what is unfolded, chosen and scrolled to in it.
class RoadmapTrees : public QStackedWidget {
    Q_OBJECT
public:
    /// The model is not owned.
    explicit RoadmapTrees(RoadmapTreeModel& model, QWidget* parent = nullptr);

    [[nodiscard]] RoadmapTree& whole() { return *m_whole; }
    /// The rows that are shown, or would be if any were found.
    [[nodiscard]] RoadmapTree& tree() { return isFiltered() ? *m_results : *m_whole; }
    [[nodiscard]] bool isFiltered() const;
    /// Of both; see RoadmapTree::chosenColumns().
    void setColumns(const QList<double>& letters);

    /// Of the model: what was chosen among the found rows, if any are shown and one was; else in
    /// the whole roadmap.
    [[nodiscard]] QModelIndex currentRow() const;
    /// A tree that gets the keyboard has a current row that nobody asked for.
    [[nodiscard]] bool isChosen() const;
    void chooseCurrent();
    /// A row of the model is to be in front; false if the filter does not show it.
    bool show(const QModelIndex& row);
    void scrollToCurrent();
    /// With fewer rows it is of no use.
    [[nodiscard]] int leastHeight();

    /// Gets ready for the first search.
    void prepare();
    void setPattern(const QString& typed);
    /// Gives the keyboard to what was found, its first row, or to what is said instead.
    void enter();

Q_SIGNALS:
    /// It is in front now, perhaps only on the way to another.
    void rowChosen();
    /// By a click on it, not on its mark.
    void rowClicked();
    /// The current row is to be read.
    void openRequested();
    void toggleRequested(const QModelIndex& index);
    void menuRequested(const QModelIndex& index, const QPoint& place);
    /// Of both: see RoadmapTree.
    void columnsChosen();
    /// After each search, also one that the roadmap's changes brought about.
    void searched(int count);
    /// The filter is done with.
    void allWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectTree(RoadmapTree& tree);
    void unfoldFound(const QModelIndex& branch);
    void showFound();
    void retranslate();

    RoadmapFilterModel* m_found;
    RoadmapTree* m_whole;
    RoadmapTree* m_results;
    NothingFound* m_nothing;
    QString m_typed;
    QPersistentModelIndex m_inFront; ///< of the model, while what is found is found anew
};

} // namespace roadloom
