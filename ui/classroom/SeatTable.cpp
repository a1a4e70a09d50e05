// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/SeatTable.h"

#include "ui/classroom/ClassTable.h"
#include "ui/classroom/ClassWords.h"
#include "ui/look/Accents.h"
#include "ui/look/ButtonLine.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace roadloom {

SeatTable::SeatTable(QWidget* parent)
    : QWidget(parent)
    , m_counts(new FoldButton)
    , m_rates(new TextLabel(TextLabel::Style::Muted))
    , m_list(new ClassTable(m_model, SeatListModel::GoalColumn))
    , m_nobody(new TextLabel(TextLabel::Style::Muted))
{
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_nobody->setAlignment(Qt::AlignCenter);
    m_list->hide();

    m_favour = makeAction(
        [this] {
            if (const auto* const row = chosen(); row != nullptr && row->canFavour())
                Q_EMIT favourRequested(row->run->task);
        },
        Qt::CTRL | Qt::Key_Up);
    m_cancel = makeAction([this] {
        if (const auto* const row = chosen(); row != nullptr && row->canCancel())
            Q_EMIT cancelRequested(row->run->task);
    });
    m_remove = makeAction([this] { askToRemove(); }, QKeySequence::Delete);

    auto* const deeds = new ButtonLine;
    for (QAction* const action : { m_favour, m_cancel, m_remove }) {
        auto* const button = new QPushButton;
        button->setAutoDefault(false);
        deeds->add(*action, *button);
    }
    auto* const head = new QHBoxLayout;
    head->setSpacing(2 * spacingUnit);
    head->addWidget(m_counts);
    head->addStretch();
    head->addWidget(deeds);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addLayout(head);
    column->addWidget(m_rates);
    column->addWidget(m_nobody, 1);
    column->addWidget(m_list, 1);
    m_rates->hide();

    connect(m_counts, &FoldButton::toggled, m_rates, &QWidget::setVisible);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SeatTable::enable);
    connect(m_list, &QWidget::customContextMenuRequested, this, &SeatTable::showMenu);
    retranslate();
    enable();
}

/// Its key works in the list.
QAction* SeatTable::makeAction(const std::function<void()>& act, const QKeySequence& key)
{
    auto* const action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void SeatTable::take(const HubReport& report)
{
    m_model.take(report);
    m_counts->setText(countWords(report));
    m_rates->setText(rateWords(report.rates).join(u'\n'));
    m_nobody->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
    enable();
}

const SeatListModel::Row* SeatTable::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model.row(index.row()) : nullptr;
}

void SeatTable::askToRemove()
{
    const SeatListModel::Row* const row = chosen();
    if (row == nullptr)
        return;
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText); // a name is none of ours
    box->setText(tr("Remove “%1” from the class?").arg(seatName(row->seat.name)));
    box->setInformativeText(
        tr("Its runs end. Who knows the class code can join again: start sharing anew to have "
           "another code."));
    QPushButton* const remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    QPushButton* const keep = box->addButton(tr("&Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(remove, &QPushButton::clicked, this,
        [this, seat = row->seat.id] { Q_EMIT removalAgreed(seat); });
    box->open();
}

void SeatTable::enable()
{
    const SeatListModel::Row* const row = chosen();
    m_favour->setEnabled(row != nullptr && row->canFavour());
    m_cancel->setEnabled(row != nullptr && row->canCancel());
    m_remove->setEnabled(row != nullptr);
}

void SeatTable::showMenu(const QPoint& place)
{
    if (!m_list->indexAt(place).isValid())
        return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({ m_favour, m_cancel, m_remove });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

void SeatTable::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SeatTable::retranslate()
{
    m_list->setAccessibleName(tr("Seats"));
    m_counts->setToolTip(tr("Shows how fast the hub is, and how much fails"));
    m_counts->setAccessibleDescription(m_counts->toolTip());
    m_nobody->setText(
        tr("Nobody has joined yet.\nAt each seat: scan the QR code, or open the join link. Or "
           "choose File › Join a class…, this class or its address, and type the class code. Then "
           "each learner writes a goal, as always."));
    m_favour->setText(tr("Move to &front"));
    m_favour->setStatusTip(tr("The run is the next one that the model makes."));
    m_cancel->setText(tr("&Cancel run"));
    m_remove->setText(tr("&Remove from class…"));
    m_model.retranslate();
}

} // namespace roadloom
