// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/Validation.h"

#include "core/base/EnumWords.h"
#include "core/base/JsonReader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxDimensions = 20;
constexpr double mostPoints = 100;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

constexpr std::array dimensionWords {
    EnumWord<Dimension> { Dimension::KnowledgeCompleteness, "knowledge_completeness"_L1 },
    EnumWord<Dimension> { Dimension::KnowledgeProgression, "knowledge_progression"_L1 },
    EnumWord<Dimension> { Dimension::StageCoherence, "stage_coherence"_L1 },
    EnumWord<Dimension> { Dimension::ModuleClarity, "module_clarity"_L1 },
    EnumWord<Dimension> { Dimension::UserAlignment, "user_alignment"_L1 },
};

constexpr std::array categoryWords {
    EnumWord<IssueCategory> { IssueCategory::KnowledgeGap, "knowledge_gap"_L1 },
    EnumWord<IssueCategory> { IssueCategory::StructuralFlaw, "structural_flaw"_L1 },
    EnumWord<IssueCategory> { IssueCategory::UserMismatch, "user_mismatch"_L1 },
};

/// As models write it: "Knowledge Completeness", "user-mismatch".
QString wireWord(const QString& text)
{
    QString word = text.simplified().toLower();
    return word.replace(u' ', u'_').replace(u'-', u'_');
}

bool isScore(double number)
{
    return number >= 0 && number <= mostPoints;
}

void noteBadScore(JsonReader& reader, json::string_view key)
{
    reader.problem(key, u"a number from 0 to 100"_s);
}

DimensionScore readDimension(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    DimensionScore entry;
    const QString word = reader.requiredString("dimension");
    entry.dimension = valueFor(wireWord(word), dimensionWords).value_or(Dimension::Other);
    entry.score = reader.requiredNumber("score");
    if (!isScore(entry.score))
        noteBadScore(reader, "score");
    entry.rationale = reader.string("rationale");
    entry.extras = reader.extras();
    if (entry.dimension == Dimension::Other)
        entry.extras["dimension"] = toJsonString(word);
    return entry;
}

Severity readSeverity(JsonReader& reader)
{
    const json::value* value = reader.requiredMember("severity");
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    const auto severity = text != nullptr ? severityFromName(wireWord(toQString(*text)))
                                          : std::optional<Severity>();
    if (value != nullptr && !severity)
        reader.problem("severity", u"one of critical, warning, suggestion"_s);
    return severity.value_or(Severity::Warning);
}

/// The late form may say what to do in a part of its own, which stays among the extras.
QString suggestionInside(const json::value& value)
{
    const json::object* issue = value.if_object();
    const json::value* part
        = issue != nullptr ? issue->if_contains("structural_suggestion") : nullptr;
    const json::object* inside = part != nullptr ? part->if_object() : nullptr;
    const json::value* content = inside != nullptr ? inside->if_contains("content") : nullptr;
    const json::string* text = content != nullptr ? content->if_string() : nullptr;
    return text != nullptr ? toQString(*text) : QString();
}

ValidationIssue readIssue(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    ValidationIssue issue;
    issue.severity = readSeverity(reader);
    issue.location = reader.string("location");
    issue.issue = reader.requiredString("issue");
    issue.suggestion = suggestionInside(value);
    if (issue.suggestion.isEmpty())
        issue.suggestion = reader.requiredString("suggestion");
    else
        issue.suggestion = reader.string("suggestion", issue.suggestion);
    const std::optional<QString> word = reader.optionalString("category");
    issue.extras = reader.extras();
    if (word) {
        issue.category = valueFor(wireWord(*word), categoryWords).value_or(IssueCategory::Other);
        if (issue.category == IssueCategory::Other)
            issue.extras["category"] = toJsonString(*word);
    }
    return issue;
}

/// A text, or the text inside a suggestion that is an object of its own.
QString readSuggestion(const json::value& value, const QString& path, ReadProblems& problems)
{
    if (const json::string* text = value.if_string())
        return toQString(*text);
    if (!value.is_object()) {
        problems.add(path, u"a text"_s, &value);
        return {};
    }
    JsonReader reader(value, path, problems);
    return reader.requiredString("content");
}

void readVerdict(JsonReader& reader, Validation& validation)
{
    const bool isReckoned = std::ranges::any_of(validation.dimensionScores,
        [](const DimensionScore& entry) { return dimensionPercent(entry.dimension) > 0; });
    if (isReckoned) {
        (void)reader.member("is_valid"); // ours stand in their place
        (void)reader.member("overall_score");
        validation.isValid = isValidWith(validation.issues);
        validation.overallScore = scoreOf(validation.dimensionScores, validation.issues);
        return;
    }
    validation.isValid = reader.boolean("is_valid", true) && isValidWith(validation.issues);
    validation.overallScore = reader.requiredNumber("overall_score");
    if (!isScore(validation.overallScore))
        noteBadScore(reader, "overall_score");
}

json::object toJson(const DimensionScore& entry)
{
    json::object object;
    object["dimension"] = toJsonString(dimensionName(entry.dimension));
    if (entry.dimension == Dimension::Other) {
        if (const json::value* kept = entry.extras.if_contains("dimension"))
            object["dimension"] = *kept;
    }
    object["score"] = entry.score;
    object["rationale"] = toJsonString(entry.rationale);
    addMissing(object, entry.extras);
    return object;
}

json::object toJson(const ValidationIssue& issue)
{
    json::object object;
    object["severity"] = toJsonString(severityName(issue.severity));
    object["location"] = toJsonString(issue.location);
    object["issue"] = toJsonString(issue.issue);
    object["suggestion"] = toJsonString(issue.suggestion);
    if (issue.category && issue.category != IssueCategory::Other)
        object["category"] = toJsonString(wordFor(*issue.category, categoryWords));
    addMissing(object, issue.extras);
    return object;
}

} // namespace

QString dimensionName(Dimension dimension)
{
    return wordFor(dimension, dimensionWords);
}

Result<Validation> readValidation(const json::value& value, QStringList* mends)
{
    ReadProblems problems(mends);
    JsonReader reader(value, {}, problems);
    Validation validation;
    validation.dimensionScores = reader.list(
        "dimension_scores",
        [&](const json::value& item, const QString& at) {
            return readDimension(item, at, problems);
        },
        maxDimensions);
    validation.issues = reader.list(
        "issues",
        [&](const json::value& item, const QString& at) { return readIssue(item, at, problems); },
        maxValidationIssues);
    readVerdict(reader, validation);
    validation.improvementSuggestions = reader.list(
        "improvement_suggestions",
        [&](const json::value& item, const QString& at) {
            return readSuggestion(item, at, problems);
        },
        maxValidationIssues);
    validation.summary = reader.string("validation_summary");
    validation.extras = reader.extras();
    if (problems.isEmpty()) {
        problems.tellMends();
        return validation;
    }
    return problems.error(
        Translation::tr("The check of the roadmap is incomplete or has the wrong form."));
}

json::object toJson(const Validation& validation)
{
    json::object object;
    object["is_valid"] = validation.isValid;
    json::array& issues = object["issues"].emplace_array();
    for (const ValidationIssue& issue : validation.issues)
        issues.emplace_back(toJson(issue));
    object["overall_score"] = validation.overallScore;
    json::array& dimensions = object["dimension_scores"].emplace_array();
    for (const DimensionScore& entry : validation.dimensionScores)
        dimensions.emplace_back(toJson(entry));
    object["improvement_suggestions"] = toJsonArray(validation.improvementSuggestions);
    object["validation_summary"] = toJsonString(validation.summary);
    addMissing(object, validation.extras);
    return object;
}

} // namespace roadloom
