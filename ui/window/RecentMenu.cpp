// SPDX-License-Identifier: Apache-2.0
#include "ui/window/RecentMenu.h"

#include "ui/history/RoadmapMarks.h"
#include "ui/look/DisplayText.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

RecentMenu::RecentMenu(QMenu& menu, QObject* parent)
    : QObject(parent)
    , m_menu(menu)
{
    m_menu.installEventFilter(this);
}

void RecentMenu::setRecents(const QList<LibraryLine>& recents)
{
    constexpr qsizetype most = 10; // a menu is not for searching
    m_recents = recents.first(std::min(most, recents.size()));
    fill();
    m_menu.setEnabled(!recents.isEmpty());
}

/// Days and times are written as the language does.
bool RecentMenu::eventFilter(QObject* menu, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    return QObject::eventFilter(menu, event);
}

void RecentMenu::fill()
{
    constexpr qsizetype longestTitle = 80;
    constexpr qsizetype longestGoal = 40;
    m_menu.clear();
    const QList<RoadmapMark> marks = roadmapMarks(m_recents);
    for (qsizetype i = 0; i < m_recents.size(); ++i) {
        const LibraryLine& line = m_recents[i];
        QString name = displayLine(line.title, longestTitle);
        if (!marks[i].goal.isEmpty())
            name += u" – "_s + displayLine(marks[i].goal, longestGoal);
        if (!marks[i].made.isEmpty())
            name += u" · "_s + marks[i].made;
        QAction* const action = m_menu.addAction(name.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, id = line.id] { Q_EMIT chosen(id); });
    }
}

} // namespace roadloom
