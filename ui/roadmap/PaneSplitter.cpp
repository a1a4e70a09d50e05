// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/PaneSplitter.h"

#include "ui/look/Icons.h"
#include "ui/roadmap/ConceptPane.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace roadloom {

namespace {

// In sides of an icon, which grow with the text.
constexpr int widePane = 52; // for tree and concept beside each other
constexpr int lowPane = 24; // for tree and concept, with its note, one above the other
constexpr int lowestPane = 6;
constexpr double usualShare = 0.45;
constexpr int allOfIt = std::numeric_limits<int>::max();

} // namespace

PaneSplitter::PaneSplitter(
    QWidget& tree, ConceptPane& pane, std::function<int()> leastTree, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_tree(tree)
    , m_pane(pane)
    , m_leastTree(std::move(leastTree))
{
    setChildrenCollapsible(false);
    addWidget(&m_tree);
    addWidget(&m_pane);
    m_pane.hide();
    connect(this, &QSplitter::splitterMoved, this, &PaneSplitter::takeShare);
}

bool PaneSplitter::openPane()
{
    if (m_pane.isHidden()) {
        m_need = 0;
        m_pane.setMinimumHeight(lowestPane * iconSide(font()));
        m_pane.show();
    }
    place();
    const int before = m_need;
    m_need = std::max(m_need, m_pane.neededHeight(width()));
    if (m_need == before)
        return false;
    shareRoom();
    return true;
}

void PaneSplitter::closePane()
{
    m_pane.hide();
    makePaneTall(false);
}

void PaneSplitter::makePaneTall(bool isTall)
{
    m_isTall = isTall;
    place();
}

void PaneSplitter::place()
{
    const bool isOnly = !m_pane.isHidden() && !holdsBoth();
    m_tree.setHidden(m_isTall || isOnly);
    using enum ConceptPane::Place;
    m_pane.setPlace(isOnly                  ? Only
            : m_isTall                      ? Tall
            : orientation() == Qt::Vertical ? Below
                                            : Beside);
}

bool PaneSplitter::isLow() const
{
    return orientation() == Qt::Vertical && height() < lowPane * iconSide(font());
}

/// Before it is seen, its height says nothing.
bool PaneSplitter::holdsBoth() const
{
    return !isVisible() || orientation() == Qt::Horizontal
        || height() - handleWidth() >= m_leastTree() + lowestPane * iconSide(font());
}

void PaneSplitter::noteRoom()
{
    const bool heldBoth = std::exchange(m_heldBoth, holdsBoth());
    const bool wasLow = std::exchange(m_wasLow, isLow());
    if (heldBoth != m_heldBoth || wasLow != m_wasLow)
        Q_EMIT roomChanged();
}

std::optional<double> PaneSplitter::chosenShare(Qt::Orientation orientation) const
{
    return orientation == Qt::Vertical ? m_heightShare : m_widthShare;
}

void PaneSplitter::setChosenShare(Qt::Orientation orientation, std::optional<double> share)
{
    (orientation == Qt::Vertical ? m_heightShare : m_widthShare) = share;
    shareRoom();
}

void PaneSplitter::takeShare()
{
    const QList<int> sizes = this->sizes();
    const int all = std::accumulate(sizes.begin(), sizes.end(), 0);
    if (all > 0)
        (orientation() == Qt::Vertical ? m_heightShare : m_widthShare) = double(sizes.last()) / all;
    m_need = allOfIt; // until it is opened again
    Q_EMIT shareChosen();
}

/// Whatever its share, the pane leaves enough of the tree.
void PaneSplitter::shareRoom()
{
    if (m_pane.isHidden() || m_tree.isHidden())
        return;
    const bool isBelow = orientation() == Qt::Vertical;
    const int all = (isBelow ? height() : width()) - handleWidth();
    const int most = int(chosenShare(orientation()).value_or(usualShare) * all);
    const int need = chosenShare(orientation()) ? allOfIt : m_need;
    const int own = isBelow ? std::min({ need, most, std::max(0, all - m_leastTree()) }) : most;
    setSizes({ all - own, own }); // not below its minimum
}

/// The pane beside the tree where there is room for both, else below it.
void PaneSplitter::resizeEvent(QResizeEvent* event)
{
    setOrientation(width() >= widePane * iconSide(font()) ? Qt::Horizontal : Qt::Vertical);
    QSplitter::resizeEvent(event);
    noteRoom();
    if (m_pane.isHidden())
        return;
    place();
    if (m_need != allOfIt)
        m_need = m_pane.neededHeight(width());
    shareRoom();
}

void PaneSplitter::showEvent(QShowEvent* event)
{
    QSplitter::showEvent(event);
    noteRoom();
}

} // namespace roadloom
