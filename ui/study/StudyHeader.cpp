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

namespace {

QString joined(const QStringList& texts)
{
    return texts.join(u" · "_s);
}

/// A figure and what it counts stay on one line.
QString unbroken(QString text)
{
    return text.replace(u' ', QChar::Nbsp);
}

} // namespace

StudyHeader::StudyHeader(StudyBook& book, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_elsewhere(new StudyElsewhere(book, this))
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_line(new TextLabel(TextLabel::Style::Muted, this))
    , m_pace(new PaceButton(book))
    , m_bar(new ShareBar(this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, 2 * spacingUnit, 2 * spacingUnit, spacingUnit);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    auto* const line = new QHBoxLayout;
    line->addWidget(m_line, 1);
    line->addWidget(m_pace);
    column->addLayout(line);
    column->addWidget(m_bar);
    connect(&book, &StudyBook::tallyChanged, this, &StudyHeader::showStudy);
    connect(m_elsewhere, &StudyElsewhere::tallyChanged, this, &StudyHeader::showStudy);
    showStudy();
}

void StudyHeader::setTitle(const QString& title)
{
    m_title->setText(displayLine(title));
}

void StudyHeader::setStanding(const QString& standing)
{
    m_standing = standing;
    showLine();
}

void StudyHeader::setRunOver(bool isOver)
{
    if (isOver == m_isRunOver)
        return;
    m_isRunOver = isOver;
    showStudy();
}

void StudyHeader::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    const int above = isCompact ? spacingUnit : 2 * spacingUnit;
    layout()->setContentsMargins(2 * spacingUnit, above, 2 * spacingUnit, spacingUnit / 2);
    showLine();
}

void StudyHeader::chooseHours()
{
    if (m_pace->isVisible())
        m_pace->choose();
}

/// Where there is little height, as much as a line holds.
void StudyHeader::showLine()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - layout()->spacing();
    const int forText = room - (m_pace->isHidden() ? 0 : m_pace->minimumSizeHint().width());
    QStringList texts = m_progressTexts;
    if (!m_standing.isEmpty())
        texts.prepend(m_standing);
    while (m_isCompact && texts.size() > 1 && widthOf(joined(texts)) > forText)
        texts.removeLast();
    const QString text = joined(texts);
    if (text != m_line->text())
        m_line->setText(text);
    m_line->setVisible(!text.isEmpty());
    m_pace->fitInto(room - widthOf(text)); // the text comes first
}

int StudyHeader::widthOf(const QString& text) const
{
    return m_line->fontMetrics().horizontalAdvance(text);
}

void StudyHeader::showStudy()
{
    const StudyTotals& totals = m_book.progress().totals();
    const bool isStudied = totals.concepts > 0 && m_isRunOver;
    m_bar->setVisible(isStudied);
    m_pace->showPace();
    m_progressTexts.clear();
    if (!isStudied) {
        explainTally(false);
        showLine();
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
    const QStringList tally = tallyTexts();
    parts += tally;
    explainTally(!tally.isEmpty());
    m_progressTexts = parts;
    const QString text = joined(parts);
    m_bar->setAccessibleName(tr("Progress of the roadmap"));
    m_bar->setAccessibleDescription(text);
    showLine();
}

/// The day's work, whatever roadmap it was for: who learns two things has one day.
QStringList StudyHeader::tallyTexts() const
{
    const StudyTally here = m_book.tally();
    const StudyTally elsewhere = m_elsewhere->tally();
    const double week = here.week + elsewhere.week;
    if (week <= 0.0)
        return {};
    //: %1 are hours of study: those planned for what was learnt on this day, not those it took.
    const QString today = unbroken(tr("%1 today").arg(hoursText(here.today + elsewhere.today)));
    //: %1 are hours of study, as in "%1 today", behind which it stands.
    const QString thisWeek = unbroken(tr("%1 this week").arg(hoursText(week)));
    if (elsewhere.week <= 0.0)
        //: %1 is "2 h today".
        return { tr("learnt: %1").arg(today), thisWeek };
    //: %1 is "2 h today": in this roadmap and others together.
    return { tr("learnt in all roadmaps: %1").arg(today), thisWeek };
}

void StudyHeader::explainTally(bool isThere)
{
    const QString sentence = isThere
        ? tr("These are the planned hours of the concepts that you marked as done. What you knew "
             "before does not count.")
        : QString();
    m_line->setAccessibleDescription(sentence);
    m_line->setToolTip(isThere ? u"<p>"_s + sentence + u"</p>"_s : QString());
}

void StudyHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showLine();
}

void StudyHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showStudy();
    else if (event->type() == QEvent::FontChange)
        showLine();
}

} // namespace roadloom
