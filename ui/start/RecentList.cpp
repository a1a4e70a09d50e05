// SPDX-License-Identifier: Apache-2.0
#include "ui/start/RecentList.h"

#include "ui/history/RoadmapMarks.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TabOrder.h"
#include "ui/look/TextLabel.h"
#include "ui/start/KeptRow.h"
#include "ui/start/RecentButton.h"
#include "ui/start/RoadmapQuestions.h"
#include "ui/study/RoadmapShelf.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeySequence>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype shownAtFirst = 4;

} // namespace

RecentList::RecentList(DayWatch::Clock clock, QWidget* parent)
    : QWidget(parent)
    , m_days(std::move(clock))
    , m_title(new TextLabel(TextLabel::Style::Muted))
    , m_rows(new QVBoxLayout)
    , m_rest(new QPushButton)
    , m_all(new QPushButton)
    , m_questions(new RoadmapQuestions(*this))
{
    connect(m_questions, &RoadmapQuestions::removalAgreed, this, &RecentList::removalAgreed);
    connect(m_questions, &RoadmapQuestions::titleChosen, this, &RecentList::titleChosen);
    m_title->setWordWrap(false);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    auto* const more = new QHBoxLayout;
    more->setSpacing(spacingUnit);
    more->addWidget(m_rest);
    more->addWidget(m_all);
    more->addStretch();
    column->addLayout(more);
    for (QPushButton* const button : { m_rest, m_all })
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_all, &QPushButton::clicked, this, [this] {
        Q_EMIT allWanted(m_recents.isEmpty() ? HistoryPlace::Archive : HistoryPlace::Kept);
    });
    connect(m_rest, &QPushButton::clicked, this, [this] { unfold(!m_isUnfolded); });
    m_rows->setSpacing(spacingUnit / 2);
    connect(&m_days, &DayWatch::dayBegan, this, &RecentList::showDetails);
    hide();
    retranslate();
}

void RecentList::setRecents(const QList<LibraryLine>& recents)
{
    const QList<LibraryLine> before = shown();
    m_recents = recents;
    if (shown() != before)
        fill();
    showRest();
    showPresence();
}

void RecentList::setArchived(int count)
{
    m_archived = count;
    showPresence();
}

/// Whoever has archived all would else take them for lost.
void RecentList::showPresence()
{
    const bool areAllArchived = m_recents.isEmpty() && m_archived > 0;
    m_title->setText(areAllArchived ? tr("All %n roadmap(s) are archived.", nullptr, m_archived)
                                    : tr("Go on with a roadmap:"));
    m_all->setText(areAllArchived ? tr("Show them") : tr("All roadmaps…"));
    m_all->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_H).toString(QKeySequence::NativeText));
    setVisible(!m_recents.isEmpty() || areAllArchived);
}

QList<LibraryLine> RecentList::shown() const
{
    return m_isUnfolded ? m_recents : m_recents.first(std::min(shownAtFirst, m_recents.size()));
}

/// The keyboard goes on with the first of those that came.
void RecentList::unfold(bool isUnfolded)
{
    m_isUnfolded = isUnfolded;
    const bool hadKeyboard = m_rest->hasFocus();
    fill();
    showRest();
    if (!isUnfolded || !hadKeyboard || m_buttons.size() <= shownAtFirst)
        return;
    m_buttons[shownAtFirst]->show(); // a layout would do it later
    m_buttons[shownAtFirst]->setFocus(Qt::OtherFocusReason);
}

void RecentList::showRest()
{
    const qsizetype count = m_recents.size();
    const QString number = QLocale().toString(count);
    m_rest->setVisible(count > shownAtFirst);
    if (m_isUnfolded)
        m_rest->setText(tr("Show fewer"));
    else if (count < RoadmapShelf::most)
        //: %1 is how many roadmaps there are.
        m_rest->setText(tr("Show all (%1)").arg(number));
    else // there may be more
        //: %1 is a number of roadmaps, of perhaps more: those that were open lately.
        m_rest->setText(tr("Show the last %1").arg(number));
}

void RecentList::fill()
{
    const KeptRow row(*this, m_buttons);
    while (QLayoutItem* const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its press may be what brought us here
        delete item;
    }
    m_buttons.clear();
    const QList<LibraryLine> lines = shown();
    for (const LibraryLine& recent : lines) {
        auto* const button = new RecentButton(displayLine(recent.title, 120), {});
        connect(
            button, &RecentButton::clicked, this, [this, id = recent.id] { Q_EMIT chosen(id); });
        connect(button, &RecentButton::renameWanted, m_questions,
            [this, recent] { m_questions->askForTitle(recent.id, recent.title); });
        connect(button, &RecentButton::removalWanted, m_questions,
            [this, recent] { m_questions->askToRemove(recent.id, recent.title); });
        m_rows->addWidget(button);
        button->show(); // at once in the place of the others: a layout would do it later
        m_buttons.append(button);
    }
    showDetails();
    QList<QWidget*> inOrder;
    for (RecentButton* const button : std::as_const(m_buttons)) {
        inOrder.append(button);
        inOrder.append(&button->more());
    }
    inOrder << m_rest << m_all;
    placeInTabOrder(*this, inOrder);
    row.giveBack(m_buttons);
}

void RecentList::setBeingMade(const QString& id)
{
    m_questions->setBeingMade(id);
}

void RecentList::showDetails()
{
    const QDateTime now = m_days.now();
    const QList<LibraryLine> lines = shown();
    const QList<RoadmapMark> marks = roadmapMarks(lines);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QStringList details { roadmapDetails(lines[i], now) };
        if (!marks[i].made.isEmpty())
            details.append(marks[i].made);
        // What does not fit is cut, and goals are long.
        if (!marks[i].goal.isEmpty())
            details.append(tr("goal: %1").arg(marks[i].goal));
        m_buttons[i]->setDetails(details.join(u" · "_s));
    }
}

/// A timer does not count the time that the machine sleeps.
bool RecentList::event(QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowActivate)
        m_days.look();
    return QWidget::event(event);
}

void RecentList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecentList::retranslate()
{
    showPresence();
    fill();
    showRest();
}

} // namespace roadloom
