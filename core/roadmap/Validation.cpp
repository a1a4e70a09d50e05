// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/Validation.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr double pointsPerCritical = 10;
constexpr double pointsPerWarning = 5;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

double pointsLost(const ValidationIssue& issue)
{
    switch (issue.severity) {
    case Severity::Critical:
        return pointsPerCritical;
    case Severity::Warning:
        return pointsPerWarning;
    case Severity::Suggestion:
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace

QString dimensionTitle(Dimension dimension)
{
    switch (dimension) {
    case Dimension::KnowledgeCompleteness:
        return Translation::tr("Completeness of the knowledge");
    case Dimension::KnowledgeProgression:
        return Translation::tr("Order of the knowledge");
    case Dimension::StageCoherence:
        return Translation::tr("Coherence of the stages");
    case Dimension::ModuleClarity:
        return Translation::tr("Clarity of the modules");
    case Dimension::UserAlignment:
        return Translation::tr("Fit to the learner");
    case Dimension::Other:
        return Translation::tr("Something else");
    }
    Q_UNREACHABLE();
}

int dimensionPercent(Dimension dimension)
{
    switch (dimension) {
    case Dimension::KnowledgeCompleteness:
        return 30;
    case Dimension::KnowledgeProgression:
        return 25;
    case Dimension::StageCoherence:
        return 20;
    case Dimension::ModuleClarity:
        return 15;
    case Dimension::UserAlignment:
        return 10;
    case Dimension::Other:
        return 0;
    }
    Q_UNREACHABLE();
}

double scoreOf(const QList<DimensionScore>& dimensions, const QList<ValidationIssue>& issues)
{
    double weighted = 0;
    double percents = 0;
    QSet<Dimension> seen;
    for (const DimensionScore& entry : dimensions) {
        if (seen.contains(entry.dimension))
            continue;
        seen.insert(entry.dimension);
        const int percent = dimensionPercent(entry.dimension);
        weighted += percent * entry.score;
        percents += percent;
    }
    double score = percents > 0 ? weighted / percents : 0;
    for (const ValidationIssue& issue : issues)
        score -= pointsLost(issue);
    return std::round(std::max(0.0, score) * 10) / 10;
}

bool isValidWith(const QList<ValidationIssue>& issues)
{
    return std::ranges::find(issues, Severity::Critical, &ValidationIssue::severity)
        == issues.end();
}

Validation failedHardChecks(const QList<Finding>& findings)
{
    Validation validation;
    validation.isValid = false;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::Critical)
            continue;
        if (validation.issues.size() == maxValidationIssues)
            break;
        validation.issues.append({ .severity = Severity::Critical,
            .location = finding.location,
            .issue = finding.issue,
            .suggestion = finding.suggestion,
            .category = IssueCategory::StructuralFlaw });
    }
    validation.summary = Translation::tr(
        "The roadmap breaks rules that every roadmap must keep, so it was not looked at further.");
    return validation;
}

QString scoreWord(double score)
{
    constexpr double excellent = 90;
    constexpr double good = 70;
    constexpr double fair = 50;
    if (score >= excellent)
        return Translation::tr("excellent", "a score");
    if (score >= good)
        return Translation::tr("good", "a score");
    if (score >= fair)
        return Translation::tr("fair", "a score");
    return Translation::tr("poor", "a score");
}

QDebug operator<<(QDebug debug, const Validation& validation)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString::fromUtf8(writeJson(toJson(validation)));
    return debug;
}

} // namespace roadloom
