// SPDX-License-Identifier: Apache-2.0
#include "ui/start/UnfinishedList.h"

#include "ui/look/DisplayText.h"
#include "ui/look/TabOrder.h"
#include "ui/look/TextLabel.h"
#include "ui/start/KeptRow.h"
#include "ui/start/RecentButton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype shownAtMost = 3;

QString begunText(const QDateTime& begun, const QDateTime& now)
{
    const qint64 days = begun.date().daysTo(now.date());
    if (days <= 0)
        return UnfinishedList::tr("begun today");
    if (days == 1)
        return UnfinishedList::tr("begun yesterday");
    //: %1 is a date.
    return UnfinishedList::tr("begun on %1")
        .arg(QLocale().toString(begun.date(), QLocale::ShortFormat));
}

} // namespace

QString unfinishedDetails(const RunLine& unfinished, const QDateTime& now)
{
    //: %1 is a number: how much of the design is there.
    return UnfinishedList::tr("%1% designed").arg(QLocale().toString(unfinished.percent)) + u" · "_s
        + begunText(unfinished.begun, now);
}

UnfinishedList::UnfinishedList(DayWatch::Clock clock, QWidget* parent)
    : QWidget(parent)
    , m_days(std::move(clock))
    , m_title(new TextLabel(TextLabel::Style::Muted))
    , m_rows(new QVBoxLayout)
{
    m_title->setWordWrap(false);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addWidget(m_title);
    column->addLayout(m_rows);
    m_rows->setSpacing(spacingUnit / 2);
    connect(&m_days, &DayWatch::dayBegan, this, &UnfinishedList::showDetails);
    hide();
    retranslate();
}

void UnfinishedList::setUnfinished(const QList<RunLine>& unfinished)
{
    const QList<RunLine> shown = unfinished.first(std::min(shownAtMost, unfinished.size()));
    if (std::exchange(m_unfinished, shown) != shown)
        fill();
    setVisible(!m_unfinished.isEmpty());
}

void UnfinishedList::fill()
{
    const KeptRow row(*this, m_buttons);
    while (QLayoutItem* const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its press may be what brought us here
        delete item;
    }
    m_buttons.clear();
    QList<QWidget*> inOrder;
    for (const RunLine& unfinished : std::as_const(m_unfinished)) {
        auto* const button = new RecentButton(displayLine(unfinished.goal, 120), {});
        button->setRenamable(false);
        connect(button, &RecentButton::clicked, this,
            [this, id = unfinished.id] { Q_EMIT chosen(id); });
        connect(button, &RecentButton::removalWanted, this,
            [this, unfinished] { askToRemove(unfinished); });
        m_rows->addWidget(button);
        m_buttons.append(button);
        inOrder += { button, &button->more() };
    }
    showDetails();
    placeInTabOrder(*this, inOrder);
    row.giveBack(m_buttons);
}

void UnfinishedList::showDetails()
{
    const QDateTime now = m_days.now();
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setDetails(unfinishedDetails(m_unfinished[i], now));
}

void UnfinishedList::askToRemove(const RunLine& unfinished)
{
    constexpr qsizetype longest = 80; // characters
    auto* const box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText); // a goal is none of ours
    //: %1 is a goal.
    box->setText(
        tr("Remove the unfinished design for “%1”?").arg(displayLine(unfinished.goal, longest)));
    box->setInformativeText(
        tr("What was designed and said so far goes with it. This cannot be undone."));
    auto* const agree = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    auto* const keep = box->addButton(tr("&Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(agree, &QPushButton::clicked, this,
        [this, id = unfinished.id] { Q_EMIT removalAgreed(id); });
    box->open();
}

/// A timer does not count the time that the machine sleeps.
bool UnfinishedList::event(QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowActivate)
        m_days.look();
    return QWidget::event(event);
}

void UnfinishedList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UnfinishedList::retranslate()
{
    m_title->setText(tr("Go on with a design that broke off:"));
    fill();
}

} // namespace roadloom
