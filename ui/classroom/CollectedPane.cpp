// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/CollectedPane.h"

#include "ui/classroom/CollectedRoadmaps.h"
#include "ui/look/Accents.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>

namespace roadloom {

CollectedPane::CollectedPane(CollectedRoadmaps& roadmaps, QWidget* parent)
    : QWidget(parent)
    , m_roadmaps(roadmaps)
    , m_list(new QTreeView)
    , m_open(new QPushButton)
    , m_keepAll(new QPushButton)
{
    m_list->setModel(&m_roadmaps);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    QHeaderView& header = *m_list->header();
    header.setStretchLastSection(true);
    header.setSectionsMovable(false);
    header.resizeSection(CollectedRoadmaps::SeatColumn, 18 * spacingUnit);
    header.resizeSection(CollectedRoadmaps::TitleColumn, 40 * spacingUnit);
    m_open->setAutoDefault(false);
    m_keepAll->setAutoDefault(false);

    auto* const deeds = new QHBoxLayout;
    deeds->setSpacing(spacingUnit);
    deeds->addWidget(m_open);
    deeds->addWidget(m_keepAll);
    deeds->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addWidget(m_list, 1);
    column->addLayout(deeds);

    connect(m_open, &QPushButton::clicked, this, &CollectedPane::openChosen);
    connect(m_list, &QAbstractItemView::activated, this, &CollectedPane::openChosen);
    connect(m_keepAll, &QPushButton::clicked, this, &CollectedPane::keepAllRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &CollectedPane::showAll);
    for (const auto changed :
        { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(&m_roadmaps, changed, this, &CollectedPane::showAll);
    connect(&m_roadmaps, &QAbstractItemModel::dataChanged, this, &CollectedPane::showAll);
    retranslate();
    showAll();
}

void CollectedPane::setKeeping(bool canKeep)
{
    m_canKeep = canKeep;
    showAll();
}

void CollectedPane::showAll()
{
    setVisible(m_roadmaps.rowCount() > 0);
    m_open->setEnabled(m_canKeep && m_list->currentIndex().isValid());
    m_keepAll->setEnabled(m_canKeep && m_roadmaps.unkept() > 0);
}

void CollectedPane::openChosen()
{
    if (const QModelIndex chosen = m_list->currentIndex(); m_canKeep && chosen.isValid())
        Q_EMIT openRequested(chosen.row());
}

void CollectedPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CollectedPane::retranslate()
{
    m_list->setAccessibleName(tr("Collected roadmaps"));
    m_open->setText(tr("&Open"));
    m_open->setToolTip(tr("It is kept in the library, with the seat's name as its tag."));
    m_keepAll->setText(tr("&Keep all"));
    m_keepAll->setToolTip(
        tr("All that were handed in are kept in the library, each with its seat's name as a tag."));
    m_roadmaps.retranslate();
}

} // namespace roadloom
