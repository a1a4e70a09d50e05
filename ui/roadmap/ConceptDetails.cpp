// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/ConceptDetails.h"

#include "ui/look/DisplayText.h"
#include "ui/look/ListText.h"
#include "ui/look/TextLabel.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestList = 1000;

void showText(TextLabel* label, const QString& text)
{
    label->setForeignText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ConceptDetails::ConceptDetails(QWidget* parent)
    : QScrollArea(parent)
    , m_name(new TextLabel(TextLabel::Style::Heading))
    , m_close(new QToolButton)
    , m_facts(new TextLabel(TextLabel::Style::Small))
    , m_description(new TextLabel(TextLabel::Style::Body))
    , m_prerequisites(new TextLabel(TextLabel::Style::Body))
    , m_keywords(new TextLabel(TextLabel::Style::Small))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(2 * spacingUnit, spacingUnit, 2 * spacingUnit, spacingUnit);
    column->setSpacing(spacingUnit / 2);
    m_close->setText(u"×"_s); // in every font, and in the colour of the text
    m_close->setFont(scaledFont(m_close->font(), 1.3));
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &ConceptDetails::closeRequested);
    auto* const top = new QHBoxLayout;
    top->setSpacing(spacingUnit);
    top->addWidget(m_name, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(top);
    for (TextLabel* const label : { m_facts, m_description, m_prerequisites, m_keywords })
        column->addWidget(label);
    column->addStretch();
    setWidget(page);
    retranslate();
}

void ConceptDetails::showRow(const QModelIndex& index)
{
    m_index = index.isValid() ? index.siblingAtColumn(RoadmapTreeModel::NameColumn) : index;
    fill();
}

void ConceptDetails::fill()
{
    const QModelIndex row = m_index;
    if (!row.isValid()) {
        for (TextLabel* const label :
            { m_name, m_facts, m_description, m_prerequisites, m_keywords })
            showText(label, {});
        return;
    }
    const auto cell = [&row](int column) {
        return row.siblingAtColumn(column).data(Qt::DisplayRole).toString();
    };
    const int concepts = row.data(RoadmapTreeModel::ConceptCountRole).toInt();
    const bool isConcept = row.data(RoadmapTreeModel::DifficultyRole).isValid();
    const QString hours = cell(RoadmapTreeModel::HoursColumn);
    const QStringList before = row.data(RoadmapTreeModel::PrerequisiteNamesRole).toStringList();
    const QStringList keywords = row.data(RoadmapTreeModel::KeywordsRole).toStringList();

    showText(m_name, cell(RoadmapTreeModel::NameColumn));
    showText(m_facts,
        hours + u"  ·  "_s
            + (isConcept ? cell(RoadmapTreeModel::DifficultyColumn)
                         : tr("%n concept(s)", nullptr, concepts)));
    showText(m_description, row.data(RoadmapTreeModel::DescriptionRole).toString());
    showText(m_prerequisites,
        before.isEmpty()
            ? QString()
            : tr("Builds on, so learn first: %1").arg(displayLine(listText(before), longestList)));
    showText(m_keywords,
        keywords.isEmpty() ? QString()
                           : tr("Keywords: %1").arg(displayLine(listText(keywords), longestList)));
}

void ConceptDetails::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConceptDetails::retranslate()
{
    setAccessibleName(tr("Details"));
    m_close->setAccessibleName(tr("Close the details"));
    m_close->setToolTip(tr("Close the details (Esc)"));
    fill();
}

} // namespace roadloom
