// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/SeatTable.h"

#include "ui/classroom/ClassWords.h"
#include "ui/classroom/SeatDelegate.h"
#include "ui/look/Accents.h"
#include "ui/look/ButtonLine.h"
#include "ui/look/TextLabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

namespace roadloom {

SeatTable::SeatTable(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeView)
    , m_middle(new QStackedWidget)
    , m_nobody(new TextLabel(TextLabel::Style::Muted))
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SeatDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setTabKeyNavigation(false);
    QHeaderView& header = *m_list->header();
    header.setStretchLastSection(true);
    header.setSectionsMovable(false);
    header.resizeSection(SeatListModel::SeatColumn, 18 * spacingUnit);
    header.resizeSection(SeatListModel::GoalColumn, 40 * spacingUnit);
    m_nobody->setAlignment(Qt::AlignCenter);
    m_middle->addWidget(m_nobody);
    m_middle->addWidget(m_list);

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
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addWidget(m_middle, 1);
    column->addWidget(deeds);

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
    m_middle->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
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
    m_nobody->setText(
        tr("Nobody has joined yet.\nAt each seat: File › Join a class, choose this class or type "
           "the address, and type the class code. Then each learner writes a goal, as always."));
    m_favour->setText(tr("Comes &next"));
    m_favour->setToolTip(tr("The run is the next one that the model makes."));
    m_cancel->setText(tr("&Cancel run"));
    m_remove->setText(tr("&Remove from class…"));
    m_model.retranslate();
}

} // namespace roadloom
