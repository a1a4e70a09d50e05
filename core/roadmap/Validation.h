// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"
#include "core/roadmap/RoadmapRules.h"

#include <optional>

/// The structure validator's result: what a reviewer thinks of a roadmap. Names, ranges and the
/// score rule are those of the wire contract's section "Validation, editing"; both its forms are
/// read.
namespace roadloom {

/// What is judged; `Other` stands for a word we do not know, which is kept in the extras.
enum class Dimension {
    KnowledgeCompleteness,
    KnowledgeProgression,
    StageCoherence,
    ModuleClarity,
    UserAlignment,
    Other,
};

/// The wire words: "knowledge_completeness"; empty for Other.
[[nodiscard]] QString dimensionName(Dimension dimension);
/// Translated, for people: "Completeness of the knowledge".
[[nodiscard]] QString dimensionTitle(Dimension dimension);
/// What it counts in the overall score, in percent; all together 100, Other 0.
[[nodiscard]] int dimensionPercent(Dimension dimension);

struct DimensionScore {
    Dimension dimension = Dimension::Other;
    double score = 0.0; ///< 0..100
    QString rationale {}; ///< may be empty
    json::object extras {}; ///< unknown members (and words), written back

    bool operator==(const DimensionScore&) const = default;
};

enum class IssueCategory { KnowledgeGap, StructuralFlaw, UserMismatch, Other };

/// One objection.
struct ValidationIssue {
    Severity severity = Severity::Warning;
    QString location {}; ///< as the validator wrote it: an id, a path, a name; may be empty
    QString issue {};
    QString suggestion {};
    std::optional<IssueCategory> category {};
    json::object extras {}; ///< unknown members (and words), written back

    bool operator==(const ValidationIssue&) const = default;
};

struct Validation {
    bool isValid = true;
    double overallScore = 0.0; ///< 0..100, one decimal
    QList<DimensionScore> dimensionScores; ///< may be empty: the early form has none
    QList<ValidationIssue> issues;
    QStringList improvementSuggestions;
    QString summary;
    json::object extras; ///< unknown members, written back

    bool operator==(const Validation&) const = default;
};

/// Most objections, and most improvement suggestions, that one validation may hold.
inline constexpr qsizetype maxValidationIssues = 200;

/// Reads either form; on failure an ErrorKind::BadOutput whose details name each path. Where scores
/// of our dimensions are given, validity and overall score are reckoned from them and the issues,
/// whatever the text says; without any the text's own overall_score is required, and a critical
/// issue makes the roadmap invalid all the same. With `mends` as in readCurriculumDesign().
[[nodiscard]] Result<Validation> readValidation(
    const json::value& value, QStringList* mends = nullptr);
[[nodiscard]] json::object toJson(const Validation& validation);

/// Weighted mean of the dimensions (of those that are given; one given twice counts as it came
/// first), less 10 for each critical issue and 5 for each warning, not below 0, to one decimal.
/// Without a dimension of ours the mean is 0.
[[nodiscard]] double scoreOf(
    const QList<DimensionScore>& dimensions, const QList<ValidationIssue>& issues);
/// Whether none of them is critical.
[[nodiscard]] bool isValidWith(const QList<ValidationIssue>& issues);

/// What a roadmap that breaks hard rules gets without anybody looking at it: score 0, not valid,
/// the critical findings as issues (at most maxValidationIssues).
[[nodiscard]] Validation failedHardChecks(const QList<Finding>& findings);

/// The score in a word: "excellent" from 90, "good" from 70, "fair" from 50, else "poor".
/// Translated.
[[nodiscard]] QString scoreWord(double score);

QDebug operator<<(QDebug debug, const Validation& validation);

} // namespace roadloom
