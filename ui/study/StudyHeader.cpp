// SPDX-License-Identifier: Apache-2.0
#include "ui/study/StudyHeader.h"

#include "core/roadmap/RoadmapWords.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"
#include "ui/study/PaceButton.h"
#include "ui/study/ShareBar.h"
#include "ui/study/StudyBook.h"
#include "ui/study/StudyElsewhere.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace roadloom {

StudyHeader::StudyHeader(StudyBook& book, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_elsewhere(new StudyElsewhere(book, this))
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_totals(new TextLabel(TextLabel::Style::Muted, this))
    , m_pace(new PaceButton(book))
    , m_progressRow(new QWidget(this))
    , m_bar(new ShareBar)
    , m_progress(new TextLabel(TextLabel::Style::Small))
{
    auto* const row = new QVBoxLayout(m_progressRow);
    row->setContentsMargins(0, spacingUnit / 2, 0, 0);
    row->setSpacing(spacingUnit / 2);
    row->addWidget(m_bar);
    row->addWidget(m_progress);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, 2 * spacingUnit, 2 * spacingUnit, spacingUnit);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    auto* const line = new QHBoxLayout;
    line->addWidget(m_totals, 1);
    line->addWidget(m_pace);
    column->addLayout(line);
    column->addWidget(m_progressRow);
    connect(&book, &StudyBook::tallyChanged, this, &StudyHeader::showStudy);
    connect(m_elsewhere, &StudyElsewhere::tallyChanged, this, &StudyHeader::showStudy);
    showStudy();
}

void StudyHeader::setTitle(const QString& title)
{
    m_title->setText(displayLine(title));
}

void StudyHeader::setTotals(const QString& totals)
{
    m_ownTotals = totals;
    showTotals();
}

void StudyHeader::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    const int above = isCompact ? spacingUnit : 2 * spacingUnit;
    layout()->setContentsMargins(2 * spacingUnit, above, 2 * spacingUnit, spacingUnit / 2);
    m_progress->setVisible(!isCompact);
    showTotals();
}

/// What is left counts once something is learnt; and where there is little room, only that.
void StudyHeader::showTotals()
{
    const StudyTotals& totals = m_book.progress().totals();
    m_totals->setVisible(!m_ownTotals.isEmpty());
    const QString progress = m_progress->text();
    m_totals->setText(m_isCompact && totals.concepts > 0 ? progress : m_ownTotals);
    fitPace();
}

/// The totals come first.
void StudyHeader::fitPace()
{
    const QMargins margins = layout()->contentsMargins();
    m_pace->fitInto(width() - margins.left() - margins.right() - layout()->spacing()
        - m_totals->fontMetrics().horizontalAdvance(m_totals->text()));
}

void StudyHeader::showStudy()
{
    const StudyTotals& totals = m_book.progress().totals();
    m_progressRow->setVisible(totals.concepts > 0);
    m_pace->showPace();
    if (totals.concepts == 0) {
        showTotals();
        return;
    }
    const bool hasHours = totals.hours > 0.0;
    m_bar->setShare(
        hasHours ? totals.learntHours / totals.hours : double(totals.learnt) / totals.concepts);
    QStringList parts { tr("%1 of %n concept(s)", "learnt", totals.concepts).arg(totals.learnt),
        //: Hours of study, of those of the whole roadmap.
        tr("%1 of %2 hours", "learnt")
            .arg(hoursNumber(totals.learntHours), hoursNumber(totals.hours)) };
    if (totals.learnt == totals.concepts)
        parts.append(tr("all learnt"));
    parts += tallyTexts();
    const QString text = parts.join(u" · "_s);
    m_progress->setText(text);
    m_bar->setAccessibleName(tr("Progress of the roadmap"));
    m_bar->setAccessibleDescription(text);
    showTotals();
}

/// The day's work, whatever roadmap it was for: who learns two things has one day.
QStringList StudyHeader::tallyTexts() const
{
    const StudyTally here = m_book.tally();
    const StudyTally elsewhere = m_elsewhere->tally();
    const double week = here.week + elsewhere.week;
    if (week <= 0.0)
        return {};
    const QString today = hoursText(here.today + elsewhere.today);
    if (elsewhere.week <= 0.0)
        return { tr("today %1").arg(today), tr("this week %1").arg(hoursText(week)) };
    //: Hours of study: %1 today, %2 this week, this roadmap's and others' together.
    return { tr("in all roadmaps today %1, this week %2").arg(today, hoursText(week)) };
}

void StudyHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitPace();
}

void StudyHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showStudy();
    else if (event->type() == QEvent::FontChange)
        fitPace();
}

} // namespace roadloom
