// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ClassWords.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ClassWords)
};

/// An estimate is no better than its minutes.
QString aboutText(std::chrono::seconds wait)
{
    const auto minutes = (wait.count() + 30) / 60;
    return minutes < 1
        ? Translation::tr("less than a minute")
        : Translation::tr("about %1 min").arg(QLocale().toString(qlonglong(minutes)));
}

QString waitingWords(const RunReport& run)
{
    const QString place = run.place <= 1
        ? Translation::tr("Next in line")
        : Translation::tr("Place %1 in line").arg(QLocale().toString(run.place));
    if (!run.wait)
        return place;
    //: %1 is a place in the queue, %2 how long until its turn.
    return Translation::tr("%1, %2").arg(place, aboutText(*run.wait));
}

QString stepWords(WorkflowStep step)
{
    switch (step) {
    case WorkflowStep::IntentAnalysis:
        return Translation::tr("Reading the goal");
    case WorkflowStep::CurriculumDesign:
        return Translation::tr("Designing");
    case WorkflowStep::StructureValidation:
        return Translation::tr("Checking");
    case WorkflowStep::RoadmapEdit:
        return Translation::tr("Mending");
    case WorkflowStep::HumanReview:
        return Translation::tr("Waiting for the learner");
    case WorkflowStep::Completed:
        return Translation::tr("Finishing");
    }
    Q_UNREACHABLE();
}

QString shortTime(std::chrono::milliseconds time)
{
    const double seconds = double(time.count()) / 1000;
    if (seconds >= 100)
        return Translation::tr("%1 min").arg(QLocale().toString(seconds / 60, 'f', 1));
    return Translation::tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 1 : 0));
}

/// The middle one, and what all but one in twenty keep to.
QString timesWords(
    const QString& pattern, std::chrono::milliseconds median, std::chrono::milliseconds p95)
{
    return pattern.arg(shortTime(median), shortTime(p95));
}

QString percentText(qint64 part, qint64 whole)
{
    return Translation::tr("%1 %").arg(
        QLocale().toString(100.0 * double(part) / double(whole), 'f', 0));
}

} // namespace

QString runWords(const RunReport& run)
{
    switch (run.state) {
    case HubRunState::Waiting:
        return waitingWords(run);
    case HubRunState::Running:
        return Translation::tr("%1, %2 %")
            .arg(stepWords(run.step), QLocale().toString(run.percent));
    case HubRunState::Done:
        return Translation::tr("Done");
    case HubRunState::Failed:
        return run.trouble.isEmpty() ? Translation::tr("Failed") : displayLine(run.trouble);
    case HubRunState::Cancelled:
        return Translation::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString countWords(const HubReport& report)
{
    const auto countOf = [&report](HubRunState state) {
        return QLocale().toString(qlonglong(std::ranges::count(
            report.runs, state, [](const RunReport& run) { return run.state; })));
    };
    const HubRates& rates = report.rates;
    //: How many roadmaps of the class are being made, are to be made, and are done.
    const QString words = Translation::tr("Running: %1, waiting: %2, made: %3")
                              .arg(countOf(HubRunState::Running), countOf(HubRunState::Waiting),
                                  QLocale().toString(rates.done));
    if (rates.failed == 0)
        return words;
    //: %1 is "Running: 1, waiting: 2, made: 9".
    return Translation::tr("%1, failed: %2").arg(words, QLocale().toString(rates.failed));
}

QStringList rateWords(const HubRates& rates)
{
    QStringList words;
    if (rates.firstWordMedian && rates.firstWordP95)
        //: %1 is the median, %2 the 95th percentile.
        words.append(timesWords(
            Translation::tr("The model's first word comes after %1 (half of the runs), %2 (95 %)."),
            *rates.firstWordMedian, *rates.firstWordP95));
    if (rates.durationMedian && rates.durationP95)
        //: %1 is the median, %2 the 95th percentile.
        words.append(timesWords(
            Translation::tr("A roadmap is made within %1 (half of the runs), %2 (95 %)."),
            *rates.durationMedian, *rates.durationP95));
    if (const qint64 ended = rates.done + rates.failed; ended > 0)
        words.append(
            Translation::tr("Failed: %1; timed out: %2.")
                .arg(percentText(rates.failed, ended), percentText(rates.timedOut, ended)));
    words.append(Translation::tr("Throughput: %1 events a second.")
                     .arg(QLocale().toString(rates.eventsPerSecond, 'f', 1)));
    return words;
}

QString seatName(const QString& name)
{
    constexpr qsizetype longest = 60; // characters
    const QString shown = displayLine(name, longest);
    return shown.isEmpty() ? Translation::tr("Without a name") : shown;
}

QString handedOutWords(const QString& title)
{
    constexpr qsizetype longest = 80; // characters
    return Translation::tr("Handed to the class: %1").arg(displayLine(title, longest));
}

QString groupedCode(const QByteArray& code)
{
    QString text = QString::fromUtf8(code);
    for (qsizetype at = text.size() - text.size() % 4; at > 0; at -= 4) {
        if (at < text.size())
            text.insert(at, u'-');
    }
    return text;
}

} // namespace roadloom
