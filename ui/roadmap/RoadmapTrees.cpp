// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapTrees.h"

#include "ui/look/Accents.h"
#include "ui/roadmap/NothingFound.h"
#include "ui/roadmap/RoadmapFilterModel.h"
#include "ui/roadmap/RoadmapTree.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

RoadmapTrees::RoadmapTrees(RoadmapTreeModel& model, QWidget* parent)
    : QStackedWidget(parent)
    , m_found(new RoadmapFilterModel(model, this))
    , m_whole(new RoadmapTree)
    , m_results(new RoadmapTree)
    , m_nothing(new NothingFound)
{
    m_whole->setObjectName(u"roadmap"_s);
    m_whole->setModel(&model);
    m_results->setModel(m_found);
    for (RoadmapTree* const tree : { m_whole, m_results }) {
        addWidget(tree);
        connectTree(*tree);
    }
    addWidget(m_nothing);
    connect(m_nothing, &NothingFound::allWanted, this, &RoadmapTrees::allWanted);
    // The concept in front stays in front while what is found is found anew.
    connect(m_found, &QAbstractItemModel::modelAboutToBeReset, this,
        [this] { m_inFront = m_found->sourceOf(m_results->currentIndex()); });
    connect(m_found, &RoadmapFilterModel::searched, this, &RoadmapTrees::showFound);
    retranslate();
}

void RoadmapTrees::connectTree(RoadmapTree& tree)
{
    connect(tree.selectionModel(), &QItemSelectionModel::currentChanged, this,
        &RoadmapTrees::rowChosen);
    // A row is current before it is chosen.
    connect(tree.selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &RoadmapTrees::rowChosen);
    connect(&tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == RoadmapTreeModel::StateColumn)
            Q_EMIT rowChosen();
        else
            Q_EMIT rowClicked();
    });
    connect(&tree, &RoadmapTree::columnsChosen, this, [this, &tree] {
        setColumns(tree.chosenColumns());
        Q_EMIT columnsChosen();
    });
    connect(&tree, &RoadmapTree::openRequested, this, &RoadmapTrees::openRequested);
    connect(&tree, &RoadmapTree::toggleRequested, this, &RoadmapTrees::toggleRequested);
    connect(&tree, &RoadmapTree::menuRequested, this, &RoadmapTrees::menuRequested);
}

void RoadmapTrees::setColumns(const QList<double>& letters)
{
    for (RoadmapTree* const tree : { m_whole, m_results })
        tree->setChosenColumns(letters);
}

bool RoadmapTrees::isFiltered() const
{
    return m_found->isActive();
}

QModelIndex RoadmapTrees::currentRow() const
{
    const QModelIndex found = m_found->sourceOf(m_results->currentIndex());
    return isFiltered() && found.isValid() ? found : m_whole->currentIndex();
}

bool RoadmapTrees::isChosen() const
{
    const QModelIndex found = m_results->currentIndex();
    return isFiltered() && found.isValid()
        ? m_results->selectionModel()->isSelected(found)
        : m_whole->selectionModel()->isSelected(m_whole->currentIndex());
}

void RoadmapTrees::chooseCurrent()
{
    tree().selectionModel()->select(
        tree().currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

bool RoadmapTrees::show(const QModelIndex& row)
{
    const QModelIndex shown = isFiltered() ? m_found->shownOf(row) : row;
    if (!shown.isValid())
        return false;
    tree().setCurrentIndex(shown);
    tree().scrollTo(shown);
    return true;
}

void RoadmapTrees::scrollToCurrent()
{
    tree().scrollTo(tree().currentIndex());
}

int RoadmapTrees::leastHeight()
{
    constexpr int fewestRows = 3;
    const int row = std::max(m_whole->sizeHintForRow(0), m_whole->fontMetrics().height());
    return m_whole->header()->sizeHint().height() + fewestRows * row;
}

void RoadmapTrees::prepare()
{
    m_found->prepare();
}

void RoadmapTrees::setPattern(const QString& typed)
{
    m_typed = typed;
    m_found->setPattern(typed);
}

/// A tree that gets the keyboard chooses its first row, which is a branch.
void RoadmapTrees::enter()
{
    if (isFiltered() && !m_results->currentIndex().isValid())
        m_results->setCurrentIndex(m_found->firstMatch());
    currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// What leads to a match is unfolded; what else is below a branch that matches is as folded as in
/// the whole roadmap.
void RoadmapTrees::unfoldFound(const QModelIndex& branch)
{
    for (int row = 0; row < m_found->rowCount(branch); ++row) {
        const QModelIndex each = m_found->index(row, 0, branch);
        if (m_found->rowCount(each) == 0)
            continue;
        const bool isUnfolded = each.data(RoadmapFilterModel::LeadsToMatchRole).toBool()
            || m_whole->isExpanded(m_found->sourceOf(each));
        m_results->setExpanded(each, isUnfolded);
        unfoldFound(each);
    }
}

void RoadmapTrees::showFound()
{
    const int count = m_found->matchCount();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    unfoldFound({});
    if (const QModelIndex found = m_found->shownOf(m_inFront); found.isValid())
        m_results->setCurrentIndex(found);
    const bool hasNothing = isFiltered() && count == 0;
    if (hasNothing)
        m_nothing->tell(m_typed);
    else
        m_nothing->forget();
    setCurrentWidget(hasNothing ? static_cast<QWidget*>(m_nothing) : &tree());
    if (hadFocus)
        currentWidget()->setFocus();
    Q_EMIT searched(count);
}

void RoadmapTrees::changeEvent(QEvent* event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RoadmapTrees::retranslate()
{
    m_whole->setAccessibleName(tr("Roadmap"));
    m_results->setAccessibleName(tr("Concepts found"));
}

} // namespace roadloom
