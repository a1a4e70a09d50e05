// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/JsonReader.h"

#include <optional>

namespace roadloom {

enum class LearningPathType { QuickStart, DeepDive, CareerTransition, SkillUpgrade };

/// Shares of the ways of learning, each 0..1.
struct ContentFormatWeights {
    double visual = 0.25;
    double text = 0.25;
    double audio = 0.25;
    double handsOn = 0.25;
    json::object extras {}; ///< unknown members, written back

    bool operator==(const ContentFormatWeights&) const = default;
};

struct LanguagePreferences {
    QString primaryLanguage = QStringLiteral("zh");
    QString secondaryLanguage; ///< empty: none
    /// Share of resources in each language, 0..1 each; absent when not told.
    struct ResourceRatio {
        double primary = 1.0;
        double secondary = 0.0;
        json::object extras {}; ///< unknown members, written back

        bool operator==(const ResourceRatio&) const = default;
    };
    std::optional<ResourceRatio> resourceRatio;
    json::object extras {}; ///< unknown members, written back

    bool operator==(const LanguagePreferences&) const = default;
};

/// What the intent analyzer understood of the wish: `complete.data` of `intent_analyzer`.
struct IntentAnalysis {
    QString parsedGoal;
    QStringList keyTechnologies;
    QString difficultyProfile;
    QString timeConstraint;
    QStringList recommendedFocus;

    // Written only when told.
    QString userProfileSummary;
    QStringList skillGapAnalysis;
    QStringList personalizedSuggestions;
    std::optional<LearningPathType> estimatedLearningPathType;
    std::optional<ContentFormatWeights> contentFormatWeights;
    std::optional<LanguagePreferences> languagePreferences;
    QString roadmapId;

    json::object extras; ///< unknown members (and enum words we do not know), written back

    bool operator==(const IntentAnalysis&) const = default;
};

/// Reads `complete.data`; on failure an ErrorKind::BadOutput whose details name each path.
/// With `mends`, as for a model's answer, a text may stand where a list of texts is due; what was
/// accepted so is added to `mends`, in sentences for people.
[[nodiscard]] Result<IntentAnalysis> readIntentAnalysis(
    const json::value& value, QStringList* mends = nullptr);

[[nodiscard]] json::object toJson(const IntentAnalysis& analysis);

QDebug operator<<(QDebug debug, const IntentAnalysis& analysis);

} // namespace roadloom
