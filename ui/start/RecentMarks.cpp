// SPDX-License-Identifier: Apache-2.0
#include "ui/start/RecentMarks.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RecentMarks)
};

constexpr qsizetype longestGoal = 120;

/// As the learner sees both: roadmaps of which this is the same look the same.
QString looksOf(const LibraryLine& line)
{
    return displayLine(line.title) + u'\n' + displayLine(line.goal, longestGoal);
}

} // namespace

QList<RecentMark> recentMarks(const QList<LibraryLine>& recents)
{
    QHash<QString, int> looks;
    for (const LibraryLine& line : recents)
        ++looks[looksOf(line)];
    QList<RecentMark> marks;
    for (const LibraryLine& line : recents) {
        RecentMark mark { .goal = displayLine(line.goal, longestGoal), .made = {} };
        if (mark.goal.compare(displayLine(line.title), Qt::CaseInsensitive) == 0)
            mark.goal.clear();
        if (looks.value(looksOf(line)) > 1)
            //: A roadmap; %1 is a day and a time.
            mark.made = Translation::tr("made %1").arg(
                QLocale().toString(line.created, QLocale::ShortFormat));
        marks.append(mark);
    }
    return marks;
}

} // namespace roadloom
