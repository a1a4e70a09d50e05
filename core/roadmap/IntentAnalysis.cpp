// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/IntentAnalysis.h"

#include "core/base/EnumWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(IntentAnalysis)
};

constexpr std::array pathTypeNames {
    EnumWord<LearningPathType> { LearningPathType::QuickStart, "quick_start"_L1 },
    EnumWord<LearningPathType> { LearningPathType::DeepDive, "deep_dive"_L1 },
    EnumWord<LearningPathType> { LearningPathType::CareerTransition, "career_transition"_L1 },
    EnumWord<LearningPathType> { LearningPathType::SkillUpgrade, "skill_upgrade"_L1 },
};

void readPathType(JsonReader& reader, IntentAnalysis& analysis, json::object& unknown)
{
    const auto name = reader.optionalString("estimated_learning_path_type");
    if (!name)
        return;
    analysis.estimatedLearningPathType = valueFor(*name, pathTypeNames);
    if (!analysis.estimatedLearningPathType)
        unknown["estimated_learning_path_type"] = toJsonString(*name);
}

std::optional<ContentFormatWeights> readWeights(JsonReader& parent)
{
    const json::value* value = parent.member("content_format_weights");
    if (value == nullptr || value->is_null())
        return std::nullopt;
    JsonReader reader(*value, parent.pathOf("content_format_weights"), parent.problems());
    ContentFormatWeights weights;
    weights.visual = reader.optionalNumber("visual").value_or(weights.visual);
    weights.text = reader.optionalNumber("text").value_or(weights.text);
    weights.audio = reader.optionalNumber("audio").value_or(weights.audio);
    weights.handsOn = reader.optionalNumber("hands_on").value_or(weights.handsOn);
    weights.extras = reader.extras();
    return weights;
}

std::optional<LanguagePreferences> readLanguages(JsonReader& parent)
{
    const json::value* value = parent.member("language_preferences");
    if (value == nullptr || value->is_null())
        return std::nullopt;
    JsonReader reader(*value, parent.pathOf("language_preferences"), parent.problems());
    LanguagePreferences languages;
    languages.primaryLanguage = reader.string("primary_language", languages.primaryLanguage);
    languages.secondaryLanguage = reader.string("secondary_language");
    const json::value* ratio = reader.member("resource_ratio");
    if (ratio != nullptr && !ratio->is_null()) {
        JsonReader shares(*ratio, reader.pathOf("resource_ratio"), parent.problems());
        languages.resourceRatio = LanguagePreferences::ResourceRatio {
            .primary = shares.optionalNumber("primary").value_or(1.0),
            .secondary = shares.optionalNumber("secondary").value_or(0.0),
            .extras = shares.extras(),
        };
    }
    languages.extras = reader.extras();
    return languages;
}

json::object toJson(const ContentFormatWeights& weights)
{
    json::object object { { "visual", weights.visual }, { "text", weights.text },
        { "audio", weights.audio }, { "hands_on", weights.handsOn } };
    addMissing(object, weights.extras);
    return object;
}

json::object toJson(const LanguagePreferences& languages)
{
    json::object object;
    object["primary_language"] = toJsonString(languages.primaryLanguage);
    if (!languages.secondaryLanguage.isEmpty())
        object["secondary_language"] = toJsonString(languages.secondaryLanguage);
    if (const auto& ratio = languages.resourceRatio) {
        json::object shares { { "primary", ratio->primary }, { "secondary", ratio->secondary } };
        addMissing(shares, ratio->extras);
        object["resource_ratio"] = std::move(shares);
    }
    addMissing(object, languages.extras);
    return object;
}

} // namespace

Result<IntentAnalysis> readIntentAnalysis(const json::value& value, QStringList* mends)
{
    ReadProblems problems(mends);
    JsonReader reader(value, {}, problems);
    IntentAnalysis analysis;
    json::object unknownWords;
    analysis.parsedGoal = reader.requiredString("parsed_goal");
    analysis.keyTechnologies = reader.requiredStrings("key_technologies");
    analysis.difficultyProfile = reader.requiredString("difficulty_profile");
    analysis.timeConstraint = reader.requiredString("time_constraint");
    analysis.recommendedFocus = reader.requiredStrings("recommended_focus");
    analysis.userProfileSummary = reader.string("user_profile_summary");
    analysis.skillGapAnalysis = reader.strings("skill_gap_analysis");
    analysis.personalizedSuggestions = reader.strings("personalized_suggestions");
    readPathType(reader, analysis, unknownWords);
    analysis.contentFormatWeights = readWeights(reader);
    analysis.languagePreferences = readLanguages(reader);
    analysis.roadmapId = reader.string("roadmap_id");
    analysis.extras = reader.extras();
    addMissing(analysis.extras, unknownWords);
    if (problems.isEmpty()) {
        problems.tellMends();
        return analysis;
    }
    return problems.error(
        Translation::tr("The analysis of the goal is incomplete or has the wrong form."));
}

json::object toJson(const IntentAnalysis& analysis)
{
    json::object object;
    object["parsed_goal"] = toJsonString(analysis.parsedGoal);
    object["key_technologies"] = toJsonArray(analysis.keyTechnologies);
    object["difficulty_profile"] = toJsonString(analysis.difficultyProfile);
    object["time_constraint"] = toJsonString(analysis.timeConstraint);
    object["recommended_focus"] = toJsonArray(analysis.recommendedFocus);
    if (!analysis.userProfileSummary.isEmpty())
        object["user_profile_summary"] = toJsonString(analysis.userProfileSummary);
    if (!analysis.skillGapAnalysis.isEmpty())
        object["skill_gap_analysis"] = toJsonArray(analysis.skillGapAnalysis);
    if (!analysis.personalizedSuggestions.isEmpty())
        object["personalized_suggestions"] = toJsonArray(analysis.personalizedSuggestions);
    if (analysis.estimatedLearningPathType)
        object["estimated_learning_path_type"]
            = toJsonString(wordFor(*analysis.estimatedLearningPathType, pathTypeNames));
    if (analysis.contentFormatWeights)
        object["content_format_weights"] = toJson(*analysis.contentFormatWeights);
    if (analysis.languagePreferences)
        object["language_preferences"] = toJson(*analysis.languagePreferences);
    if (!analysis.roadmapId.isEmpty())
        object["roadmap_id"] = toJsonString(analysis.roadmapId);
    addMissing(object, analysis.extras);
    return object;
}

QDebug operator<<(QDebug debug, const IntentAnalysis& analysis)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString::fromUtf8(writeJson(toJson(analysis)));
    return debug;
}

} // namespace roadloom
