// SPDX-License-Identifier: Apache-2.0
#include "ui/window/RecentMenu.h"

#include "ui/look/DisplayText.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace roadloom {

RecentMenu::RecentMenu(QMenu& menu, QObject* parent)
    : QObject(parent)
    , m_menu(menu)
{
}

void RecentMenu::setRecents(const QList<LibraryLine>& recents)
{
    m_menu.clear();
    for (const LibraryLine& line : recents) {
        QAction* const action
            = m_menu.addAction(displayLine(line.title, 80).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, id = line.id] { Q_EMIT chosen(id); });
    }
    m_menu.setEnabled(!recents.isEmpty());
}

} // namespace roadloom
