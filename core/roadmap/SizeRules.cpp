// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/SizeRules.h"

#include "core/roadmap/RoadmapNorms.h"
#include "core/roadmap/RoadmapWords.h"
#include "core/roadmap/StudyTime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

using namespace norms;

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRules)
};

QString countText(qsizetype count)
{
    return QLocale().toString(count);
}

void checkHoursOfConcept(const Placed<Concept>& item, RuleFindings& findings)
{
    const auto norm
        = std::ranges::find(difficulties, item->difficulty, &DifficultyNorm::difficulty);
    if (norm == difficulties.end() || !areHoursUsable(item->estimatedHours)
        || norm->holdsHours(item->estimatedHours))
        return;
    findings.add(item, [&] {
        return RuleFindings::Words {
            Translation::tr(
                "The concept “%1” takes %2 hours; at its difficulty %3 to %4 are usual.")
                .arg(nameFor(item), hoursNumber(item->estimatedHours),
                    hoursNumber(norm->leastHours), hoursNumber(norm->mostHours)),
            Translation::tr("Change the hours or the difficulty, or divide the concept.")
        };
    });
}

void checkMix(const ReadingOrder& order, RuleFindings& findings)
{
    std::array<double, difficulties.size()> shares {};
    double known = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] = double(std::ranges::count_if(order.concepts, [i](const Placed<Concept>& item) {
            return item->difficulty == difficulties[i].difficulty;
        }));
        known += shares[i];
    }
    if (known == 0)
        return;
    bool isNear = true;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] /= known;
        isNear = isNear
            && std::abs(shares[i] - difficulties[i].share) <= shareTolerance + roundingSlack;
    }
    if (isNear)
        return;
    const auto percent
        = [&shares](std::size_t i) { return QString::number(qRound(shares[i] * 100)); };
    findings.addForWhole([&] {
        return RuleFindings::Words {
            Translation::tr("Of the concepts %1% are easy, %2% medium and %3% hard; about 30%, 50% "
                            "and 20% make a steady climb.")
                .arg(percent(0), percent(1), percent(2)),
            Translation::tr("Balance easy, medium and hard concepts.")
        };
    });
}

void checkStageCount(const ReadingOrder& order, RuleFindings& findings)
{
    if (stages.holds(order.stages.size()))
        return;
    findings.addForWhole([&] {
        return RuleFindings::Words {
            Translation::tr("The number of stages is %1; 3 to 5 are easiest to follow.")
                .arg(countText(order.stages.size())),
            Translation::tr("Merge or divide stages.")
        };
    });
}

/// An empty stage is H3's to report, as an empty module is H4's.
void checkModuleCount(const Placed<Stage>& stage, RuleFindings& findings)
{
    const qsizetype count = stage->modules.size();
    if (count == 0 || modulesOfStage.holds(count))
        return;
    findings.add(stage, [&] {
        return RuleFindings::Words {
            Translation::tr("The number of modules in the stage “%1” is %2; 2 to 4 are usual.")
                .arg(nameFor(stage), countText(count)),
            Translation::tr("Merge or divide modules, or move one to another stage.")
        };
    });
}

void checkConceptCount(const Placed<Module>& module, RuleFindings& findings)
{
    const qsizetype count = module->concepts.size();
    if (count == 0 || conceptsOfModule.holds(count))
        return;
    findings.add(module, [&] {
        return RuleFindings::Words {
            Translation::tr("The number of concepts in the module “%1” is %2; 3 to 6 are usual.")
                .arg(nameFor(module), countText(count)),
            Translation::tr("Merge or divide concepts, or move one to another module.")
        };
    });
}

void checkKeywordCount(const Placed<Concept>& item, RuleFindings& findings)
{
    if (keywordsOfConcept.holds(item->keywords.size()))
        return;
    findings.add(item, [&] {
        return RuleFindings::Words {
            Translation::tr(
                "The number of keywords of the concept “%1” is %2; 2 to 5 help to find it.")
                .arg(nameFor(item), countText(item->keywords.size())),
            Translation::tr("Give it 2 to 5 keywords.")
        };
    });
}

} // namespace

void checkTotalHours(const RuleInput& input, RuleFindings& findings)
{
    const double stated = input.roadmap.totalEstimatedHours;
    if (!std::isfinite(stated) || !std::isfinite(input.hours)
        || std::abs(stated - input.hours) <= totalHoursTolerance + roundingSlack)
        return;
    findings.addForWhole([&] {
        return RuleFindings::Words {
            Translation::tr("The roadmap states %1 hours in total, but its concepts add up to %2.")
                .arg(hoursNumber(stated), hoursNumber(input.hours)),
            Translation::tr("State the sum of the hours of all concepts.")
        };
    });
}

void checkWeeks(const RuleInput& input, RuleFindings& findings)
{
    if (!std::isfinite(input.hours))
        return;
    const double perWeek = hoursPerWeekOf(input.context.request);
    const double expected = weeksNeeded(input.hours, perWeek);
    const int stated = input.roadmap.recommendedCompletionWeeks;
    if (std::abs(double(stated) - expected) <= weeksTolerance)
        return;
    findings.addForWhole([&] {
        return RuleFindings::Words {
            Translation::tr(
                "At %1 hours a week, %2 hours take about %3 weeks; the roadmap says %4.")
                .arg(hoursNumber(perWeek), hoursNumber(input.hours), hoursNumber(expected),
                    QString::number(stated)),
            Translation::tr("Divide the total hours by the hours a week and round up.")
        };
    });
}

void checkDeadline(const RuleInput& input, RuleFindings& findings)
{
    const LearnerRequest* request = input.context.request;
    if (request == nullptr || !std::isfinite(input.hours))
        return;
    const std::optional<double> available
        = hoursUntilDeadline(request->preferences, input.context.today);
    if (!available || input.hours <= *available + roundingSlack)
        return;
    const QDate deadline = *request->preferences.targetDeadline;
    findings.addForWhole([&] {
        return RuleFindings::Words {
            Translation::tr("The roadmap takes %1 hours, but until %2 there is time for %3.")
                .arg(hoursNumber(input.hours), QLocale().toString(deadline, QLocale::ShortFormat),
                    hoursNumber(*available)),
            Translation::tr("Leave something out, study more hours a week or move the deadline.")
        };
    });
}

void checkCounts(const RuleInput& input, RuleFindings& findings)
{
    checkStageCount(input.order, findings);
    qsizetype nextModule = 0;
    qsizetype nextConcept = 0;
    for (const Placed<Stage>& stage : input.order.stages) {
        checkModuleCount(stage, findings);
        for (const Module& module : stage->modules) {
            checkConceptCount(input.order.modules[nextModule++], findings);
            for (qsizetype i = 0; i < module.concepts.size(); ++i)
                checkKeywordCount(input.order.concepts[nextConcept++], findings);
        }
    }
}

void checkHoursByDifficulty(const RuleInput& input, RuleFindings& findings)
{
    checkMix(input.order, findings);
    for (const Placed<Concept>& item : input.order.concepts)
        checkHoursOfConcept(item, findings);
}

} // namespace roadloom
