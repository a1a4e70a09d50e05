// SPDX-License-Identifier: Apache-2.0
#include "ui/start/KeptRow.h"

#include "ui/start/RecentButton.h"

#include <algorithm>

namespace roadloom {

KeptRow::KeptRow(QWidget& list, const QList<RecentButton*>& before)
{
    const QWidget* const keyboard = list.window()->focusWidget();
    const auto row = std::ranges::find_if(before, [keyboard](const RecentButton* each) {
        return each == keyboard || each->isAncestorOf(keyboard);
    });
    if (keyboard == nullptr || row == before.end())
        return;
    m_row = row - before.begin();
    list.setFocus(Qt::OtherFocusReason);
}

void KeptRow::giveBack(const QList<RecentButton*>& now) const
{
    if (m_row < 0 || now.isEmpty())
        return;
    RecentButton* const row = now[std::min(m_row, now.size() - 1)];
    row->show(); // a layout would do it later
    row->setFocus(Qt::OtherFocusReason);
}

} // namespace roadloom
