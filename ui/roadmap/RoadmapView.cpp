// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapView.h"

#include "core/roadmap/RoadmapWords.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"
#include "ui/roadmap/ConceptDetails.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/roadmap/RoadmapCells.h"
#include "ui/roadmap/RoadmapDelegate.h"
#include "ui/roadmap/RoadmapHeader.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/TreeGrowth.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

RoadmapView::RoadmapView(QWidget* parent)
    : QWidget(parent)
    , m_model(new RoadmapTreeModel(this))
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_totals(new TextLabel(TextLabel::Style::Muted, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new TextLabel(TextLabel::Style::Muted))
    , m_parts(new QSplitter(Qt::Vertical))
    , m_tree(new QTreeView)
    , m_details(new ConceptDetails)
    , m_findings(new FindingsPanel([this](const QString& id) { return nameOf(id); }))
    , m_growth(new TreeGrowth(*m_model, *m_tree, this))
{
    buildTree();
    buildLayout();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &RoadmapView::openDetails);
    connect(m_tree, &QTreeView::clicked, this, &RoadmapView::openDetails);
    connect(m_tree, &QTreeView::activated, this, &RoadmapView::openDetails);
    connect(m_details, &ConceptDetails::closeRequested, this, &RoadmapView::closeDetails);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RoadmapView::expandNew);
    connect(m_tree, &QTreeView::collapsed, this,
        [this](const QModelIndex& branch) { m_closed.insert(branchKey(branch)); });
    connect(m_tree, &QTreeView::expanded, this,
        [this](const QModelIndex& branch) { m_closed.remove(branchKey(branch)); });
    connect(m_growth, &TreeGrowth::grown, this, &RoadmapView::showRoadmap);
    connect(m_findings, &FindingsPanel::nodeChosen, this, &RoadmapView::showNode);
    connect(m_findings, &FindingsPanel::unfolded, this, &RoadmapView::makeRoomForFindings);
    retranslate();
}

void RoadmapView::buildTree()
{
    m_tree->setHeader(new RoadmapHeader(m_tree));
    m_tree->setModel(m_model);
    m_tree->setPalette(readableSelection(palette()));
    m_tree->setItemDelegate(new RoadmapDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setTabKeyNavigation(false);
    QHeaderView* const header = m_tree->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(6 * spacingUnit);
    header->setSectionResizeMode(RoadmapTreeModel::NameColumn, QHeaderView::Stretch);
    // Measuring every row for the widths would grow with the roadmap; a fixed width is set from the
    // font in retranslate().
    header->setSectionResizeMode(RoadmapTreeModel::HoursColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(RoadmapTreeModel::DifficultyColumn, QHeaderView::Interactive);
}

void RoadmapView::buildLayout()
{
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_tree);
    m_parts->addWidget(m_details);
    m_parts->addWidget(m_findings);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 1);
    m_parts->setStretchFactor(2, 1);
    m_details->setMinimumHeight(14 * spacingUnit);
    m_details->hide();

    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(3 * spacingUnit);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_parts);

    auto* const header = new QVBoxLayout;
    header->setContentsMargins(2 * spacingUnit, 2 * spacingUnit, 2 * spacingUnit, spacingUnit);
    header->setSpacing(spacingUnit / 2);
    header->addWidget(m_title);
    header->addWidget(m_totals);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(m_pages, 1);
}

void RoadmapView::setRoadmap(const Roadmap& roadmap)
{
    m_isGrowing = false;
    m_summary = roadmap;
    m_summary.stages.clear();
    m_growth->settle(roadmap);
}

void RoadmapView::grow(const QList<PreviewEvent>& events)
{
    if (events.isEmpty())
        return;
    if (!std::exchange(m_isGrowing, true))
        m_summary = {};
    for (const PreviewEvent& event : events) {
        if (const auto* titled = std::get_if<RoadmapTitled>(&event))
            m_summary.title = titled->title;
    }
    m_growth->add(events);
}

void RoadmapView::showPresence()
{
    m_pages->setCurrentIndex(hasRoadmap() ? 1 : 0);
    if (std::exchange(m_wasThere, hasRoadmap()) != hasRoadmap())
        Q_EMIT presenceChanged();
}

void RoadmapView::showRoadmap()
{
    showPresence();
    showHeader();
    showDetails();
}

void RoadmapView::clear()
{
    m_findings->clear();
    setRoadmap({});
    m_closed.clear();
}

void RoadmapView::clearUnfinished()
{
    m_findings->clear();
    if (m_isGrowing)
        setRoadmap({});
}

void RoadmapView::showNode(const QString& id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

QString RoadmapView::nameOf(const QString& id) const
{
    return m_model->indexOf(id).data(RoadmapTreeModel::NameRole).toString();
}

void RoadmapView::setOutlook(Outlook outlook)
{
    m_outlook = outlook;
    showOutlook();
    showHeader();
}

bool RoadmapView::hasRoadmap() const
{
    return m_model->rowCount() > 0;
}

void RoadmapView::showOutlook()
{
    switch (m_outlook) {
    case Outlook::Expected:
        m_empty->setText(tr("Your roadmap appears here as soon as it is designed."));
        break;
    case Outlook::Stopped:
        m_empty->setText(tr("You stopped before there was a roadmap."));
        break;
    case Outlook::Failed:
        m_empty->setText(tr("No roadmap: the run failed. The conversation says why."));
        break;
    }
}

/// New stages open to their modules; a new module stays closed unless the roadmap is short, or
/// grows before the reader's eyes. What the reader closed stays closed when it is designed anew.
void RoadmapView::expandNew(const QModelIndex& parent, int first, int last)
{
    constexpr int shortStage = 8; // concepts
    const bool hadNone = parent.isValid() && last - first + 1 == m_model->rowCount(parent);
    if (!hadNone || m_closed.contains(branchKey(parent)))
        return;
    const QModelIndex stage = parent.parent();
    if (!stage.isValid() || m_isGrowing || stage.row() == 0
        || stage.data(RoadmapTreeModel::ConceptCountRole).toInt() <= shortStage)
        m_tree->expand(parent);
}

/// By which a branch is known when it comes again: its id, if it has come, else its place.
QString RoadmapView::branchKey(const QModelIndex& branch)
{
    const auto kind = branch.data(RoadmapTreeModel::KindRole).value<RowKind>();
    const QString id = branch.data(RoadmapTreeModel::IdRole).toString();
    return QString::number(int(kind)) + u' '
        + (id.isEmpty() ? u"%1 %2"_s.arg(branch.parent().row()).arg(branch.row()) : id);
}

void RoadmapView::openDetails()
{
    m_closedDetails = false;
    showDetails();
}

/// Until a row is chosen again.
void RoadmapView::closeDetails()
{
    m_closedDetails = true;
    if (m_details->isAncestorOf(window()->focusWidget()))
        m_tree->setFocus();
    showDetails();
}

void RoadmapView::showDetails()
{
    const QModelIndex current = m_tree->currentIndex();
    m_details->showRow(current);
    const bool isThere = current.isValid() && !m_closedDetails;
    const bool makesRoom = m_details->isHidden() && isThere;
    m_details->setVisible(isThere);
    if (makesRoom) // the row that was chosen may lie below now
        QTimer::singleShot(0, m_tree, [this] { m_tree->scrollTo(m_tree->currentIndex()); });
}

/// A third of it, unless there is more already.
void RoadmapView::makeRoomForFindings(bool areShown)
{
    QList<int> sizes = m_parts->sizes();
    const int all = std::accumulate(sizes.begin(), sizes.end(), 0);
    const int before = sizes.last();
    sizes.last() = areShown ? std::max(before, all / 3) : m_findings->minimumSizeHint().height();
    sizes.first() += before - sizes.last();
    m_parts->setSizes(sizes);
}

void RoadmapView::showHeader()
{
    const bool isEmpty = !hasRoadmap();
    m_title->setText(isEmpty || m_summary.title.trimmed().isEmpty() ? tr("Roadmap")
                                                                    : displayLine(m_summary.title));
    m_totals->setVisible(!isEmpty);
    if (m_isGrowing) {
        m_totals->setText(growthText());
        return;
    }
    const QString totals
        = tr("%1 hours in about %n week(s)", nullptr, m_summary.recommendedCompletionWeeks)
              .arg(hoursNumber(m_summary.totalEstimatedHours));
    //: %1 is hours and weeks of a roadmap whose run was stopped or failed.
    m_totals->setText(
        m_outlook == Outlook::Expected ? totals : tr("%1 · not finished").arg(totals));
}

QString RoadmapView::growthText() const
{
    int complete = 0;
    int planned = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex stage = m_model->index(row, 0);
        complete += stage.data(RoadmapTreeModel::ConceptCountRole).toInt();
        planned += stage.data(RoadmapTreeModel::PlannedConceptsRole).toInt();
    }
    const bool isOver = m_outlook != Outlook::Expected;
    if (planned <= complete)
        return isOver ? tr("Unfinished: %n concept(s)", nullptr, complete)
                      : tr("Designed so far: %n concept(s)", nullptr, complete);
    return (isOver ? tr("Unfinished: %1 of %n concept(s)", nullptr, planned)
                   : tr("Designed so far: %1 of %n concept(s)", nullptr, planned))
        .arg(complete);
}

/// Escape stops the run, but whoever looks into the details leaves those first.
bool RoadmapView::event(QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || m_details->isHidden()
        || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Cancel))
        return QWidget::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        closeDetails();
    return true;
}

void RoadmapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        m_tree->setPalette(readableSelection(palette()));
    }
}

void RoadmapView::retranslate()
{
    showOutlook();
    m_tree->setAccessibleName(tr("Roadmap"));
    const QFontMetrics metrics = m_tree->fontMetrics();
    const auto width = [this, &metrics](int column, const QString& sample) {
        const QString title
            = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return std::max(metrics.horizontalAdvance(sample), metrics.horizontalAdvance(title))
            + 4 * spacingUnit;
    };
    m_tree->header()->resizeSection(
        RoadmapTreeModel::HoursColumn, width(RoadmapTreeModel::HoursColumn, u"999.5 h"_s));
    m_tree->header()->resizeSection(RoadmapTreeModel::DifficultyColumn,
        width(RoadmapTreeModel::DifficultyColumn, difficultyLabel(Difficulty::Medium)));
    showHeader();
}

} // namespace roadloom
