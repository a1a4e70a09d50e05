// SPDX-License-Identifier: Apache-2.0
#include "ui/history/RoadmapMarks.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapMarks)
};

constexpr qsizetype longestGoal = 120;

/// As the learner sees both: roadmaps of which this is the same look the same.
QString looksOf(const LibraryLine& line)
{
    return displayLine(line.title) + u'\n' + displayLine(line.goal, longestGoal);
}

QString openedText(const QDateTime& opened, const QDateTime& now)
{
    const qint64 days = opened.date().daysTo(now.date());
    if (days <= 0)
        return Translation::tr("opened today");
    if (days == 1)
        return Translation::tr("opened yesterday");
    //: %1 is a date.
    return Translation::tr("opened on %1")
        .arg(QLocale().toString(opened.date(), QLocale::ShortFormat));
}

} // namespace

QList<RoadmapMark> roadmapMarks(const QList<LibraryLine>& lines)
{
    QHash<QString, int> looks;
    for (const LibraryLine& line : lines)
        ++looks[looksOf(line)];
    QList<RoadmapMark> marks;
    for (const LibraryLine& line : lines) {
        RoadmapMark mark { .goal = displayLine(line.goal, longestGoal), .made = {} };
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

QString roadmapDetails(const LibraryLine& line, const QDateTime& now)
{
    QString opened = openedText(line.opened, now);
    if (line.concepts <= 0)
        return opened;
    const QLocale locale;
    const QString learnt = line.learnt >= line.concepts
        ? Translation::tr("all concepts learnt")
        : Translation::tr("%1 of %n concepts learnt", nullptr, line.concepts)
              .arg(locale.toString(line.learnt));
    return learnt + u" · "_s + opened;
}

} // namespace roadloom
