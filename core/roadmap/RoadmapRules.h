// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"

#include <QList>

/// The structural rules of a roadmap as a pure function: S1–S7 (what the data model demands),
/// H1–H5 (hard checks) and W1–W9 (asked of a designer, so worth a warning). Time and memory grow
/// linearly with the roadmap.
namespace roadloom {

enum class Severity { Critical, Warning, Suggestion };

/// "critical", "warning", "suggestion".
[[nodiscard]] QString severityName(Severity severity);

/// One broken rule at one place.
struct Finding {
    QString rule; ///< "S1" … "W9"
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

QDebug operator<<(QDebug debug, const Finding& finding);

} // namespace roadloom
