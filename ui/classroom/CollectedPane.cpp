// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/CollectedPane.h"

#include "ui/classroom/ClassTable.h"
#include "ui/classroom/CollectedRoadmaps.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace roadloom {

CollectedPane::CollectedPane(CollectedRoadmaps& roadmaps, QWidget* parent)
    : QWidget(parent)
    , m_roadmaps(roadmaps)
    , m_heading(new TextLabel(TextLabel::Style::Strong))
    , m_list(new ClassTable(roadmaps, CollectedRoadmaps::TitleColumn))
    , m_open(new QPushButton)
    , m_keepAll(new QPushButton)
{
    m_open->setAutoDefault(false);
    m_keepAll->setAutoDefault(false);

    auto* const head = new QHBoxLayout;
    head->setSpacing(spacingUnit);
    head->addWidget(m_heading, 1);
    head->addWidget(m_open);
    head->addWidget(m_keepAll);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addLayout(head);
    column->addWidget(m_list, 1);

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
    m_heading->setText(tr("Collected roadmaps"));
    m_list->setAccessibleName(m_heading->text());
    m_open->setText(tr("&Open"));
    m_open->setToolTip(tr("It is saved to the library, with the seat's name as its tag."));
    m_keepAll->setText(tr("Save &all to library"));
    m_keepAll->setToolTip(tr(
        "All that were handed in are saved to the library, each with its seat's name as a tag."));
    m_roadmaps.retranslate();
}

} // namespace roadloom
