// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/StudyPlan.h"

#include "core/roadmap/PrerequisiteGraph.h"
#include "core/roadmap/StableOrder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(StudyPlan)
};

constexpr int secondsPerMinute = 60;
constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * minutesPerHour;
constexpr int daysPerWeek = 7;
constexpr int leastSession = 15; ///< minutes

/// What is not learnt, in the order in which it can be.
QList<const Concept*> conceptsLeft(const RoadmapDocument& document)
{
    const ReadingOrder order(document.roadmap());
    const PrerequisiteGraph graph(order);
    Needs needs;
    for (qsizetype i = 0; i < order.concepts.size(); ++i)
        needs.append(graph.known(i));
    QList<const Concept*> left;
    for (const qsizetype index : orderByNeeds(needs)) {
        const Concept* item = order.concepts[index].node;
        if (!isLearnt(studyOf(document, item->id).state))
            left.append(item);
    }
    return left;
}

Error tooLong()
{
    return { ErrorKind::TooLarge,
        Translation::tr("The plan would have more than %L1 sessions. Study more hours a week, or "
                        "shorten the roadmap.")
            .arg(maxStudySessions),
        {} };
}

/// Deals out the minutes of one day after the other.
class DayPlanner {
public:
    DayPlanner(const StudyTimes& times, int hoursPerWeek)
        : m_times(times)
        , m_share(double(hoursPerWeek) * minutesPerHour / double(times.days.size()))
        , m_day(times.firstDay)
    {
        while (!m_times.days.contains(m_day.dayOfWeek()))
            m_day = m_day.addDays(1);
        beginDay();
    }

    /// False if there would be too many.
    [[nodiscard]] bool add(const Concept& item)
    {
        const qsizetype first = m_sessions.size();
        double left = item.estimatedHours * minutesPerHour;
        if (!(left > 0.0))
            return true;
        if (left / m_share > double(maxStudySessions))
            return false;
        int minutes = std::max(1, int(std::lround(left)));
        while (minutes > 0) {
            while (isTooShort(minutes))
                goToNextDay();
            const int taken = piece(minutes);
            m_sessions.append({ .item = &item,
                .day = m_day,
                .start = m_times.start.addSecs(m_used * secondsPerMinute),
                .minutes = taken,
                .number = int(m_sessions.size() - first) + 1 });
            m_used += taken;
            m_left -= taken;
            minutes -= taken;
            if (m_sessions.size() > maxStudySessions)
                return false;
        }
        for (qsizetype i = first; i < m_sessions.size(); ++i)
            m_sessions[i].count = int(m_sessions.size() - first);
        return true;
    }

    [[nodiscard]] QList<StudySession> take() { return std::move(m_sessions); }

private:
    /// Whether the day has no room for a session of so many minutes, or of part of them, so that
    /// what is left of it is better had on a later one.
    [[nodiscard]] bool isTooShort(int minutes) const
    {
        if (m_left < std::min(minutes, leastSession))
            return true;
        const int rest = minutes - m_left;
        const bool leavesCrumb = rest > 0 && rest < leastSession;
        return leavesCrumb && m_left < 2 * leastSession && m_left < m_mostOfDay;
    }

    /// Of the day, leaving no crumb for another one.
    [[nodiscard]] int piece(int minutes) const
    {
        const int most = std::min(minutes, m_left);
        const int rest = minutes - most;
        const bool leavesCrumb = rest > 0 && rest < leastSession;
        return leavesCrumb && most >= 2 * leastSession ? most - (leastSession - rest) : most;
    }

    void goToNextDay()
    {
        do {
            m_day = m_day.addDays(1);
        } while (!m_times.days.contains(m_day.dayOfWeek()));
        beginDay();
    }

    void beginDay()
    {
        // Rounded over all days, so that no minute of a week goes astray.
        m_given += m_share;
        const int untilNow = int(std::floor(m_given));
        m_mostOfDay = minutesPerDay - 1 - QTime(0, 0).secsTo(m_times.start) / secondsPerMinute;
        m_left = std::min(untilNow - m_handedOut + m_left, m_mostOfDay);
        m_handedOut = untilNow;
        m_used = 0;
    }

    const StudyTimes& m_times;
    double m_share; ///< minutes a day
    QDate m_day;
    double m_given = 0.0; ///< minutes of all days so far
    int m_handedOut = 0; ///< of these
    int m_left = 0; ///< of the day
    int m_used = 0; ///< of the day
    int m_mostOfDay = 0; ///< until midnight
    QList<StudySession> m_sessions;
};

std::optional<Error> findTimesError(const StudyTimes& times, int hoursPerWeek)
{
    const auto wrong = [](const QString& message) {
        return Error { ErrorKind::InvalidInput, message, {} };
    };
    if (!times.firstDay.isValid())
        return wrong(Translation::tr("The plan needs a day on which it begins."));
    const bool hasOnlyDays
        = std::ranges::all_of(times.days, [](int day) { return day >= 1 && day <= daysPerWeek; });
    if (times.days.isEmpty() || !hasOnlyDays)
        return wrong(Translation::tr("The plan needs days of the week on which to study."));
    if (!times.start.isValid())
        return wrong(Translation::tr("The plan needs a time of day at which to begin."));
    // A quarter of an hour more, for what was left over on the day before.
    const double minutes = double(hoursPerWeek) * minutesPerHour / double(times.days.size());
    const double last = QTime(0, 0).secsTo(times.start) / double(secondsPerMinute) + minutes;
    if (last + leastSession >= minutesPerDay)
        return wrong(
            Translation::tr("So many hours do not fit between the start and midnight. Choose "
                            "more days of the week, an earlier start or fewer hours."));
    return std::nullopt;
}

} // namespace

Result<QList<StudySession>> planStudy(const RoadmapDocument& document, const StudyTimes& times)
{
    const int hoursPerWeek
        = std::max(1, times.hoursPerWeek > 0 ? times.hoursPerWeek : document.hoursPerWeek);
    if (auto error = findTimesError(times, hoursPerWeek))
        return *std::move(error);
    DayPlanner planner(times, hoursPerWeek);
    for (const Concept* item : conceptsLeft(document)) {
        if (!planner.add(*item))
            return tooLong();
    }
    return planner.take();
}

} // namespace roadloom
