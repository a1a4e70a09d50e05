// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"

#include <QList>

#include <optional>

/// The structural rules of a roadmap as a pure function: S1–S7 (what the data model demands),
/// H1–H5 (hard checks) and W1–W9 (asked of a designer, so worth a warning). Time and memory grow
/// linearly with the roadmap. "Reading order" is by stage `order`, ties by position.
///
/// How the rules are read where their wording leaves it open:
/// - One fault, one rule. S3 is reported as H4 and an empty stage as H3 only (S2 is the roadmap
///   without stages). Hours that S5 refuses are not judged by W5, an order that S4 refuses not by
///   W7, a circle not by W8. A roadmap without any concept gets no W at all.
/// - H2 gives one circle for each group of entangled concepts, as ids: "a → b → a".
/// - W1–W3 reckon with the sum of the concepts' hours. W2 may be off by one week. W3 counts the
///   first and the last day, hours a week spread evenly over its seven days.
/// - W5: each share may be 15 percentage points from 30/50/20 % of the number of concepts.
/// - W6: no stage takes more than 1.3 times the hours of another; mean difficulty (easy 1 to hard
///   3) may fall by 0.05; the last stage has a concept that calls itself a project.
/// - W8: "sparingly" means at most two prerequisites from other modules.
/// - W9: a beginner begins with something easy, an intermediate learner with nothing hard; a
///   technology is mentioned if its name is in any name, description or keyword, whatever the case.
namespace roadloom {

enum class Severity { Critical, Warning, Suggestion };

/// "critical", "warning", "suggestion".
[[nodiscard]] QString severityName(Severity severity);
[[nodiscard]] std::optional<Severity> severityFromName(QStringView name);

/// One broken rule at one place.
struct Finding {
    QString rule; ///< "S1" … "W9"; "V": the structure validator said so
    Severity severity = Severity::Warning; ///< S and H: Critical; W: Warning
    QString location; ///< id of the stage, module or concept; empty: the whole roadmap
    QString issue; ///< translated: what is wrong
    QString suggestion; ///< translated: what to do

    bool operator==(const Finding&) const = default;
};

/// What some rules need besides the roadmap. A rule whose part is missing is not checked:
/// W2 without a request assumes 10 hours a week, W3 needs request and today, W9 request or intent.
struct RuleContext {
    const LearnerRequest* request = nullptr; ///< not owned
    const IntentAnalysis* intent = nullptr; ///< not owned
    QDate today; ///< first day of learning; invalid: W3 is not checked
};

/// All findings, critical ones first, each group in reading order. Bounded: of one rule at most 50
/// are listed, the last of them saying how many more there are.
[[nodiscard]] QList<Finding> checkRoadmap(const Roadmap& roadmap, const RuleContext& context = {});

[[nodiscard]] bool hasCriticalFinding(const QList<Finding>& findings);

[[nodiscard]] json::object toJson(const Finding& finding);
[[nodiscard]] Result<Finding> readFinding(const json::value& value);

QDebug operator<<(QDebug debug, const Finding& finding);

} // namespace roadloom
