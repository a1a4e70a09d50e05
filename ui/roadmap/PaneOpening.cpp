// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/PaneOpening.h"

#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/roadmap/PaneSplitter.h"
#include "ui/roadmap/RoadmapTree.h"
#include "ui/roadmap/RoadmapTrees.h"

#include <QTimer>

namespace roadloom {

PaneOpening::PaneOpening(const Parts& parts)
    : m_parts(parts)
{
}

/// Who walks through the rows keeps them; where they have given way already, nobody walks there.
void PaneOpening::follow()
{
    m_isWanted = m_parts.treeSide.isHidden();
    reopen();
}

void PaneOpening::open()
{
    m_isWanted = true;
    if (!m_parts.reading.holdsBoth())
        m_parts.findings.fold();
    reopen();
}

void PaneOpening::enter()
{
    m_parts.trees.chooseCurrent();
    open();
    if (m_parts.pane.isHidden())
        return;
    if (m_parts.reading.isLow() && m_parts.reading.holdsBoth())
        m_parts.reading.makePaneTall(true);
    m_parts.pane.enter();
}

void PaneOpening::close()
{
    const bool hadKeyboard = m_parts.pane.isAncestorOf(m_parts.pane.window()->focusWidget());
    m_isClosed = true;
    show();
    if (hadKeyboard)
        m_parts.trees.tree().setFocus();
}

void PaneOpening::reopen()
{
    m_isClosed = false;
    show();
}

void PaneOpening::restore(const ReadingPlace& place)
{
    m_isWanted = place.isOpen;
    m_isClosed = !place.isOpen; // a row that is chosen opens it
    m_parts.reading.makePaneTall(place.isTall);
    show();
}

void PaneOpening::show()
{
    auto& [trees, treeSide, pane, reading, findings] = m_parts;
    const QModelIndex current = trees.currentRow();
    const QWidget* const keyboard = pane.window()->focusWidget();
    const bool isInTree = treeSide.isAncestorOf(keyboard);
    const bool isInPane = pane.isAncestorOf(keyboard);
    const bool givesWay = !reading.holdsBoth() && findings.isUnfolded();
    const bool isWanted = reading.holdsBoth() || (!givesWay && (m_isWanted || isInPane));
    pane.showRow(current);
    const bool isOpen = current.isValid() && trees.isChosen() && !m_isClosed && isWanted;
    Q_EMIT decided(isOpen);
    if (!isOpen)
        reading.closePane();
    else if (reading.openPane()) // the row that was chosen may lie below now
        QTimer::singleShot(0, &trees, &RoadmapTrees::scrollToCurrent);
    if (isInTree && treeSide.isHidden())
        pane.enter();
    else if (isInPane && givesWay)
        trees.tree().setFocus();
    Q_EMIT shown();
}

} // namespace roadloom
