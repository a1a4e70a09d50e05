// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapRules.h"

#include "core/base/JsonReader.h"
#include "core/roadmap/DataModelRules.h"
#include "core/roadmap/HardRules.h"
#include "core/roadmap/ProgressionRules.h"
#include "core/roadmap/SizeRules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr std::array severityWords {
    EnumWord<Severity> { Severity::Critical, "critical"_L1 },
    EnumWord<Severity> { Severity::Warning, "warning"_L1 },
    EnumWord<Severity> { Severity::Suggestion, "suggestion"_L1 },
};

struct Rule {
    QLatin1StringView name;
    Severity severity;
    void (*check)(const RuleInput&, RuleFindings&);
};

constexpr std::array rules {
    Rule { "S1"_L1, Severity::Critical, &checkRequiredMembers },
    Rule { "S2"_L1, Severity::Critical, &checkHasStages },
    Rule { "S4"_L1, Severity::Critical, &checkOrdersArePositive },
    Rule { "S5"_L1, Severity::Critical, &checkLeastHours },
    Rule { "S6"_L1, Severity::Critical, &checkEnumWords },
    Rule { "S7"_L1, Severity::Critical, &checkSummaryLength },
    Rule { "H1"_L1, Severity::Critical, &checkPrerequisitesExist },
    Rule { "H2"_L1, Severity::Critical, &checkNoCycles },
    Rule { "H3"_L1, Severity::Critical, &checkStagesHaveModules },
    Rule { "H4"_L1, Severity::Critical, &checkModulesHaveConcepts },
    Rule { "H5"_L1, Severity::Critical, &checkConceptIdsAreUnique },
    Rule { "W1"_L1, Severity::Warning, &checkTotalHours },
    Rule { "W2"_L1, Severity::Warning, &checkWeeks },
    Rule { "W3"_L1, Severity::Warning, &checkDeadline },
    Rule { "W4"_L1, Severity::Warning, &checkCounts },
    Rule { "W5"_L1, Severity::Warning, &checkHoursByDifficulty },
    Rule { "W6"_L1, Severity::Warning, &checkStageBalance },
    Rule { "W7"_L1, Severity::Warning, &checkNumberingAndIds },
    Rule { "W8"_L1, Severity::Warning, &checkPrerequisiteOrder },
    Rule { "W9"_L1, Severity::Warning, &checkFitsLearner },
};

} // namespace

QString severityName(Severity severity)
{
    return wordFor(severity, severityWords);
}

std::optional<Severity> severityFromName(QStringView name)
{
    return valueFor(name, severityWords);
}

QList<Finding> checkRoadmap(const Roadmap& roadmap, const RuleContext& context)
{
    const RuleInput input(roadmap, context);
    QList<RuleFindings::Entry> placed;
    for (const Rule& rule : rules) {
        // Where nothing is taught there is nothing to weigh: S2, H3 or H4 say so.
        if (rule.severity != Severity::Critical && input.order.concepts.isEmpty())
            continue;
        RuleFindings findings(rule.name, rule.severity);
        rule.check(input, findings);
        placed += findings.take();
    }
    std::ranges::stable_sort(placed, {}, [](const RuleFindings::Entry& entry) {
        return std::pair(entry.finding.severity, entry.position);
    });
    QList<Finding> all;
    all.reserve(placed.size());
    for (RuleFindings::Entry& entry : placed)
        all.append(std::move(entry.finding));
    return all;
}

bool hasCriticalFinding(const QList<Finding>& findings)
{
    return std::ranges::find(findings, Severity::Critical, &Finding::severity) != findings.end();
}

json::object toJson(const Finding& finding)
{
    json::object object;
    object["severity"] = toJsonString(severityName(finding.severity));
    object["location"] = toJsonString(finding.location);
    object["issue"] = toJsonString(finding.issue);
    object["suggestion"] = toJsonString(finding.suggestion);
    object["rule"] = toJsonString(finding.rule);
    return object;
}

Result<Finding> readFinding(const json::value& value)
{
    ReadProblems problems;
    JsonReader reader(value, {}, problems);
    Finding finding { .rule = reader.requiredString("rule"),
        .severity = reader.requiredWord("severity", severityWords),
        .location = reader.string("location"),
        .issue = reader.requiredString("issue"),
        .suggestion = reader.string("suggestion") };
    if (!problems.isEmpty())
        return problems.error(u"no finding"_s);
    return finding;
}

QDebug operator<<(QDebug debug, const Finding& finding)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << finding.rule << '(' << severityName(finding.severity) << " at "
                              << finding.location << ": " << finding.issue << ')';
    return debug;
}

} // namespace roadloom
