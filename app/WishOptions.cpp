// SPDX-License-Identifier: Apache-2.0
#include "app/WishOptions.h"

#include "app/OptionLevels.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(WishOptions)
};

const auto smallestRequest = R"({"preferences": {"learning_goal": "Learn SQL"}})"_L1;

Error invalid(const QString& message, const QString& details = {})
{
    return { ErrorKind::InvalidInput, message, details };
}

Result<QByteArray> readBounded(const QString& path)
{
    QFile file;
    bool opened = false;
    if (path == "-"_L1) {
        opened = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        opened = file.open(QIODevice::ReadOnly);
    }
    if (!opened)
        return invalid(Translation::tr("The request file %1 cannot be read: %2")
                           .arg(path, file.errorString()));
    QByteArray bytes;
    while (bytes.size() <= requestLimits::requestBytes) {
        const QByteArray piece = file.read(requestLimits::requestBytes + 1 - bytes.size());
        if (piece.isEmpty())
            return bytes;
        bytes += piece;
    }
    return invalid(Translation::tr("The request is larger than 1 MiB. Shorten its texts."));
}

Result<LearnerRequest> readRequestFile(const QString& path)
{
    const Result<QByteArray> bytes = readBounded(path);
    if (!bytes)
        return bytes.error();
    const Result<json::value> value = parseJson(bytes.value());
    if (!value)
        return invalid(Translation::tr("The request is not usable. %1 It must be one JSON "
                                       "object, for example %2")
                           .arg(value.error().message, smallestRequest),
            value.error().details);
    Result<LearnerRequest> request = readLearnerRequest(value.value());
    if (request)
        return request;
    Error problem = request.error();
    if (!problem.details.contains(u'\n'))
        problem.details.clear(); // the message quotes the first
    problem.message
        = Translation::tr("%1 The smallest request is %2").arg(problem.message, smallestRequest);
    return problem;
}

using Apply = std::optional<Error> (*)(const QString& text, LearningPreferences& wish);

std::optional<Error> applyLevel(const QString& text, LearningPreferences& wish)
{
    const std::optional<LearnerLevel> level = levelFromName(text);
    if (!level)
        return invalid(Translation::tr("--level needs beginner, intermediate or advanced; "
                                       "\"%1\" is none of them.")
                           .arg(text));
    wish.currentLevel = *level;
    return std::nullopt;
}

std::optional<Error> applyDeadline(const QString& text, LearningPreferences& wish)
{
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        return invalid(
            Translation::tr("--deadline needs a date as YYYY-MM-DD; \"%1\" is none.").arg(text));
    wish.targetDeadline = date;
    return std::nullopt;
}

std::optional<Error> applyGoal(const QString& text, LearningPreferences& wish)
{
    wish.learningGoal = text;
    return std::nullopt;
}

std::optional<Error> applyMotivation(const QString& text, LearningPreferences& wish)
{
    wish.motivation = text;
    return std::nullopt;
}

std::optional<Error> applyBackground(const QString& text, LearningPreferences& wish)
{
    wish.careerBackground = text;
    return std::nullopt;
}

std::optional<Error> applyLanguage(const QString& text, LearningPreferences& wish)
{
    if (text.isEmpty())
        return invalid(Translation::tr("--language needs a language code such as zh or en."));
    wish.language = text;
    return std::nullopt;
}

std::optional<Error> applyContent(const QStringList& names, LearningPreferences& wish)
{
    wish.contentPreference.clear();
    for (const QString& name : names) {
        const std::optional<ContentPreference> kind = contentPreferenceFromName(name);
        if (!kind)
            return invalid(Translation::tr("--prefer needs visual, text, audio or hands_on; "
                                           "\"%1\" is none of them.")
                               .arg(name));
        if (!wish.contentPreference.contains(*kind))
            wish.contentPreference.append(*kind);
    }
    return std::nullopt;
}

struct OptionEffect {
    QLatin1StringView option;
    Apply apply;
};

constexpr OptionEffect effects[] = {
    { "goal"_L1, applyGoal },
    { "level"_L1, applyLevel },
    { "motivation"_L1, applyMotivation },
    { "background"_L1, applyBackground },
    { "deadline"_L1, applyDeadline },
    { "language"_L1, applyLanguage },
};

/// A request in a file has hours of its own, which only an option or the administrator changes.
std::optional<Error> readHours(
    const QCommandLineParser& parser, const OptionLevels& levels, LearningPreferences& wish)
{
    constexpr LeveledName option = "hours";
    const bool isFromEnvironment = levels.isChosen(option) && !levels.isTyped(option);
    if (isFromEnvironment && parser.isSet(u"request"_s))
        return std::nullopt;
    const Result<std::optional<int>> hours
        = levels.number(option, requestLimits::minHoursPerWeek, requestLimits::maxHoursPerWeek);
    if (!hours)
        return hours.error();
    wish.availableHoursPerWeek = hours.value().value_or(wish.availableHoursPerWeek);
    return std::nullopt;
}

} // namespace

void addWishOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        { { u"g"_s, u"goal"_s }, Translation::tr("What you want to learn, 1 to 2000 characters."),
            u"TEXT"_s },
        { u"hours"_s, Translation::tr("Hours a week, 1 to 168; default 10."), u"N"_s },
        { u"level"_s, Translation::tr("beginner (default), intermediate or advanced."),
            u"LEVEL"_s },
        { u"motivation"_s, Translation::tr("Why you want to learn it."), u"TEXT"_s },
        { u"background"_s, Translation::tr("Where you come from, for example marketing."),
            u"TEXT"_s },
        { u"prefer"_s,
            Translation::tr(
                "How you like to learn; repeatable: visual, text, audio, hands_on (older words: "
                "video, interactive, project)."),
            u"KIND"_s },
        { u"deadline"_s, Translation::tr("Day by which you want to be done."), u"YYYY-MM-DD"_s },
        { u"language"_s,
            Translation::tr("Language of the roadmap, for example zh or en; default: Chinese for a "
                            "goal in Chinese, else your own."),
            u"CODE"_s },
        { u"request"_s,
            Translation::tr("The whole request as JSON, from a file or (-) standard input."),
            u"FILE"_s },
    });
}

Result<LearnerRequest> readWish(const QCommandLineParser& parser, const OptionLevels& levels)
{
    LearnerRequest request;
    if (parser.isSet(u"request"_s)) {
        Result<LearnerRequest> fromFile = readRequestFile(parser.value(u"request"_s));
        if (!fromFile)
            return fromFile.error();
        request = std::move(fromFile).value();
    }
    LearningPreferences& wish = request.preferences;
    for (const OptionEffect& effect : effects) {
        const QString option(effect.option);
        if (!parser.isSet(option))
            continue;
        if (const auto error = effect.apply(parser.value(option), wish))
            return *error;
    }
    if (const auto error = readHours(parser, levels, wish))
        return *error;
    if (parser.isSet(u"prefer"_s)) {
        if (const auto error = applyContent(parser.values(u"prefer"_s), wish))
            return *error;
    }
    return request;
}

} // namespace roadloom
