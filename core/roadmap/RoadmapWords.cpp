// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapWords)
};

constexpr int shownDigits = 10;

} // namespace

QString hoursNumber(double hours)
{
    return QLocale().toString(std::round(hours * 100.0) / 100.0, 'g', shownDigits);
}

QString hoursText(double hours)
{
    return Translation::tr("%1 h", "hours of study").arg(hoursNumber(hours));
}

QString difficultyText(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::Easy:
        return Translation::tr("easy");
    case Difficulty::Medium:
        return Translation::tr("medium");
    case Difficulty::Hard:
        return Translation::tr("hard");
    case Difficulty::Other:
        return Translation::tr("difficulty unknown");
    }
    Q_UNREACHABLE();
}

QString totalsText(const Roadmap& roadmap)
{
    return Translation::tr("%1, %2, about %3")
        .arg(Translation::tr("%n concept(s)", nullptr, int(conceptCount(roadmap))),
            hoursText(roadmap.totalEstimatedHours),
            Translation::tr("%n week(s)", nullptr, roadmap.recommendedCompletionWeeks));
}

} // namespace roadloom
