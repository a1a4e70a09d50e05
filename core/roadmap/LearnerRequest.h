// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/Language.h"

#include <QDate>
#include <QList>
#include <QLocale>

#include <optional>

namespace roadloom {

enum class LearnerLevel { Beginner, Intermediate, Advanced };

/// How the learner likes to learn: the union of the two vocabularies that servers use.
enum class ContentPreference { Visual, Text, Audio, HandsOn, Video, Interactive, Project };

/// Limits of a request, shared by every place that takes one.
namespace requestLimits {
inline constexpr qsizetype goalCharacters = 2000;
inline constexpr qsizetype otherTextCharacters = 20000;
inline constexpr qsizetype idCharacters = 200;
inline constexpr int minHoursPerWeek = 1;
inline constexpr int maxHoursPerWeek = 168;
inline constexpr qsizetype requestBytes = qsizetype(1024) * 1024;
} // namespace requestLimits

/// What the learner wants and brings along.
struct LearningPreferences {
    QString learningGoal;
    int availableHoursPerWeek = 10;
    QString motivation;
    LearnerLevel currentLevel = LearnerLevel::Beginner;
    QString careerBackground;
    QList<ContentPreference> contentPreference { ContentPreference::Text,
        ContentPreference::Interactive };
    std::optional<QDate> targetDeadline; ///< the last day of learning
    QString language; ///< BCP 47 code the roadmap is to be written in; empty: the goal's language
    json::object extras; ///< unknown members, kept and written back

    bool operator==(const LearningPreferences&) const = default;
};

/// The whole request, as POSTed to generate-stream.
struct LearnerRequest {
    QString userId; ///< random id of the installation
    QString sessionId; ///< random id of the run
    LearningPreferences preferences;
    QString additionalContext;
    json::object extras;

    bool operator==(const LearnerRequest&) const = default;
};

/// The wire words: "beginner", "hands_on".
[[nodiscard]] QString levelName(LearnerLevel level);
[[nodiscard]] std::optional<LearnerLevel> levelFromName(QStringView name);
[[nodiscard]] QString contentPreferenceName(ContentPreference kind);
[[nodiscard]] std::optional<ContentPreference> contentPreferenceFromName(QStringView name);

/// Which of our languages answers this request: the asked one, else the goal's.
[[nodiscard]] Language answerLanguage(const LearningPreferences& preferences);

/// Where no language was asked for: the user's, unless the goal is in Chinese and so tells by
/// itself.
void chooseLanguage(LearningPreferences& preferences, const QLocale& users);

/// Checks what a type cannot: goal blank, texts too long or with control characters, hours out of
/// range, deadline before `today`, a language that is no code. Nothing if the request is fine; else
/// ErrorKind::InvalidInput with a sentence that names the field.
[[nodiscard]] std::optional<Error> findRequestError(
    const LearnerRequest& request, const QDate& today);

/// Reads the request JSON of generate-stream. Tolerant of unknown members; ErrorKind::InvalidInput
/// with the path otherwise. Does not call findRequestError.
[[nodiscard]] Result<LearnerRequest> readLearnerRequest(const json::value& value);

/// Key order of the contract's example. Texts left empty are written as "", absent options not at
/// all; the deadline is written as a date and time without a zone.
[[nodiscard]] json::object toJson(const LearnerRequest& request);

QDebug operator<<(QDebug debug, const LearnerRequest& request);

} // namespace roadloom
