// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/LearnerRequest.h"

#include "core/base/EnumWords.h"
#include "core/base/JsonReader.h"
#include "core/base/PlainText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(LearnerRequest)
};

constexpr std::array levelNames {
    EnumWord<LearnerLevel> { LearnerLevel::Beginner, "beginner"_L1 },
    EnumWord<LearnerLevel> { LearnerLevel::Intermediate, "intermediate"_L1 },
    EnumWord<LearnerLevel> { LearnerLevel::Advanced, "advanced"_L1 },
};

constexpr std::array contentPreferenceNames {
    EnumWord<ContentPreference> { ContentPreference::Visual, "visual"_L1 },
    EnumWord<ContentPreference> { ContentPreference::Text, "text"_L1 },
    EnumWord<ContentPreference> { ContentPreference::Audio, "audio"_L1 },
    EnumWord<ContentPreference> { ContentPreference::HandsOn, "hands_on"_L1 },
    EnumWord<ContentPreference> { ContentPreference::Video, "video"_L1 },
    EnumWord<ContentPreference> { ContentPreference::Interactive, "interactive"_L1 },
    EnumWord<ContentPreference> { ContentPreference::Project, "project"_L1 },
};

/// A carriage return is text here: files from Windows hold it.
bool isForbidden(char32_t character)
{
    return character != U'\r' && isUnsafeCharacter(character);
}

bool hasForbiddenCharacter(QStringView text)
{
    // Halves of characters would be replaced on the way to UCS-4.
    return !text.isValidUtf16() || std::ranges::any_of(text.toUcs4(), isForbidden);
}

/// The shape of a BCP 47 tag; "zh_CN", as locales are named, is taken too.
bool isLanguageTag(const QString& code)
{
    static const QRegularExpression shape(u"^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}$"_s);
    return shape.match(code).hasMatch();
}

Error invalid(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

std::optional<QDate> readDeadline(JsonReader& reader)
{
    const std::optional<QString> text = reader.optionalString("target_deadline");
    if (!text || text->isEmpty())
        return std::nullopt;
    const QDateTime moment = QDateTime::fromString(*text, Qt::ISODateWithMs);
    const QDate date = moment.isValid() ? moment.date() : QDate::fromString(*text, u"yyyy-MM-dd"_s);
    if (!date.isValid()) {
        reader.problem("target_deadline", u"a date as YYYY-MM-DD"_s);
        return std::nullopt;
    }
    return date;
}

QList<ContentPreference> readContentPreference(JsonReader& reader)
{
    QList<ContentPreference> kinds;
    const json::value* value = reader.member("content_preference");
    if (value == nullptr || value->is_null())
        return LearningPreferences().contentPreference;
    for (const QString& name : reader.strings("content_preference")) {
        if (const auto kind = contentPreferenceFromName(name))
            kinds.append(*kind);
        else
            reader.problem("content_preference",
                u"visual, text, audio, hands_on, video, interactive or project"_s);
    }
    return kinds;
}

LearningPreferences readPreferences(const json::value& value, ReadProblems& problems)
{
    JsonReader reader(value, u"preferences"_s, problems);
    LearningPreferences preferences;
    preferences.learningGoal = reader.requiredString("learning_goal");
    preferences.availableHoursPerWeek
        = reader.integer("available_hours_per_week", preferences.availableHoursPerWeek);
    preferences.motivation = reader.string("motivation");
    if (const auto name = reader.optionalString("current_level")) {
        if (const auto level = levelFromName(*name))
            preferences.currentLevel = *level;
        else
            reader.problem("current_level", u"beginner, intermediate or advanced"_s);
    }
    preferences.careerBackground = reader.string("career_background");
    preferences.contentPreference = readContentPreference(reader);
    preferences.targetDeadline = readDeadline(reader);
    preferences.language = reader.string("primary_language");
    preferences.extras = reader.extras();
    return preferences;
}

} // namespace

QString levelName(LearnerLevel level)
{
    return wordFor(level, levelNames);
}

std::optional<LearnerLevel> levelFromName(QStringView name)
{
    return valueFor(name, levelNames);
}

QString contentPreferenceName(ContentPreference kind)
{
    return wordFor(kind, contentPreferenceNames);
}

std::optional<ContentPreference> contentPreferenceFromName(QStringView name)
{
    return valueFor(name, contentPreferenceNames);
}

Language answerLanguage(const LearningPreferences& preferences)
{
    return preferences.language.isEmpty() ? languageOfText(preferences.learningGoal)
                                          : languageForCode(preferences.language);
}

void chooseLanguage(LearningPreferences& preferences, const QLocale& users)
{
    const bool goalTells = languageOfText(preferences.learningGoal) == Language::Chinese;
    if (preferences.language.isEmpty() && !goalTells && users.language() != QLocale::C)
        preferences.language = users.bcp47Name();
}

std::optional<Error> findRequestError(const LearnerRequest& request, const QDate& today)
{
    const LearningPreferences& wish = request.preferences;
    if (wish.learningGoal.trimmed().isEmpty())
        return invalid(Translation::tr(
            "The learning goal is empty. Say in a few words what you want to learn."));
    if (characterCount(wish.learningGoal) > requestLimits::goalCharacters)
        return invalid(Translation::tr("The learning goal has %L1 characters; at most %L2 are "
                                       "possible. Shorten it to what you want to learn.")
                           .arg(characterCount(wish.learningGoal))
                           .arg(requestLimits::goalCharacters));
    if (hasForbiddenCharacter(wish.learningGoal))
        return invalid(Translation::tr("The learning goal holds control characters, perhaps from "
                                       "copying. Type it again as plain text."));
    if (wish.availableHoursPerWeek < requestLimits::minHoursPerWeek
        || wish.availableHoursPerWeek > requestLimits::maxHoursPerWeek)
        return invalid(Translation::tr("%L1 hours a week are not possible. Choose a whole number "
                                       "from %L2 to %L3.")
                           .arg(wish.availableHoursPerWeek)
                           .arg(requestLimits::minHoursPerWeek)
                           .arg(requestLimits::maxHoursPerWeek));
    if (wish.targetDeadline && *wish.targetDeadline < today)
        return invalid(Translation::tr("The deadline %1 is in the past. Choose today or a later "
                                       "day, or leave it out.")
                           .arg(wish.targetDeadline->toString(Qt::ISODate)));
    for (const QString* text :
        { &wish.motivation, &wish.careerBackground, &request.additionalContext }) {
        if (characterCount(*text) > requestLimits::otherTextCharacters)
            return invalid(Translation::tr("Motivation, background and context may have at most "
                                           "%L1 characters each. Shorten the longest one.")
                               .arg(requestLimits::otherTextCharacters));
        if (hasForbiddenCharacter(*text))
            return invalid(Translation::tr("Motivation, background or context holds control "
                                           "characters, perhaps from copying. Type it again as "
                                           "plain text."));
    }
    if (!wish.language.isEmpty() && !isLanguageTag(wish.language))
        return invalid(
            Translation::tr("The language of the roadmap must be a language code such as zh or "
                            "en."));
    for (const QString* id : { &request.userId, &request.sessionId }) {
        if (characterCount(*id) > requestLimits::idCharacters || hasForbiddenCharacter(*id))
            return invalid(Translation::tr("user_id and session_id may have at most %L1 characters "
                                           "and no control characters.")
                               .arg(requestLimits::idCharacters));
    }
    return std::nullopt;
}

Result<LearnerRequest> readLearnerRequest(const json::value& value)
{
    ReadProblems problems;
    JsonReader reader(value, {}, problems);
    LearnerRequest request;
    request.userId = reader.string("user_id");
    request.sessionId = reader.string("session_id");
    if (const json::value* preferences = reader.requiredMember("preferences"))
        request.preferences = readPreferences(*preferences, problems);
    request.additionalContext = reader.string("additional_context");
    request.extras = reader.extras();
    if (problems.isEmpty())
        return request;
    return Error { ErrorKind::InvalidInput,
        Translation::tr("The request cannot be used as it stands. %1")
            .arg(problems.lines().constFirst()),
        problems.lines().join(u'\n') };
}

json::object toJson(const LearnerRequest& request)
{
    const LearningPreferences& wish = request.preferences;
    json::object preferences;
    preferences["learning_goal"] = toJsonString(wish.learningGoal);
    preferences["available_hours_per_week"] = wish.availableHoursPerWeek;
    preferences["motivation"] = toJsonString(wish.motivation);
    preferences["current_level"] = toJsonString(levelName(wish.currentLevel));
    preferences["career_background"] = toJsonString(wish.careerBackground);
    json::array& kinds = preferences["content_preference"].emplace_array();
    for (const ContentPreference kind : wish.contentPreference)
        kinds.emplace_back(toJsonString(contentPreferenceName(kind)));
    if (wish.targetDeadline)
        preferences["target_deadline"]
            = toJsonString(QString(wish.targetDeadline->toString(Qt::ISODate) + "T00:00:00"_L1));
    if (!wish.language.isEmpty())
        preferences["primary_language"] = toJsonString(wish.language);
    addMissing(preferences, wish.extras);

    json::object object;
    object["user_id"] = toJsonString(request.userId);
    object["session_id"] = toJsonString(request.sessionId);
    object["preferences"] = std::move(preferences);
    if (!request.additionalContext.isEmpty())
        object["additional_context"] = toJsonString(request.additionalContext);
    addMissing(object, request.extras);
    return object;
}

QDebug operator<<(QDebug debug, const LearnerRequest& request)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString::fromUtf8(writeJson(toJson(request)));
    return debug;
}

} // namespace roadloom
