// SPDX-License-Identifier: Apache-2.0
#include "app/OptionLevels.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(OptionLevels)
};

enum class About {
    WhoAnswers, ///< names somebody
    TheirModel, ///< says more of whoever is named at that level or below
    TheRun,
};

struct LeveledOption {
    QLatin1StringView name;
    About about;
    QLatin1StringView variable {}; ///< empty: none
};

constexpr std::array leveledOptions {
    LeveledOption { "source"_L1, About::WhoAnswers, "ROADLOOM_SOURCE"_L1 },
    LeveledOption { "provider"_L1, About::WhoAnswers, "ROADLOOM_PROVIDER"_L1 },
    LeveledOption { "base-url"_L1, About::WhoAnswers, "ROADLOOM_BASE_URL"_L1 },
    LeveledOption { "service-url"_L1, About::WhoAnswers, "ROADLOOM_SERVICE_URL"_L1 },
    LeveledOption { "model"_L1, About::TheirModel, "ROADLOOM_MODEL"_L1 },
    LeveledOption { "api-style"_L1, About::TheirModel, "ROADLOOM_API_STYLE"_L1 },
    LeveledOption { "timeout"_L1, About::TheRun, "ROADLOOM_TIMEOUT"_L1 },
    LeveledOption { "retries"_L1, About::TheRun, "ROADLOOM_RETRIES"_L1 },
    LeveledOption { "parallel"_L1, About::TheRun, "ROADLOOM_PARALLEL"_L1 },
    LeveledOption { "rounds"_L1, About::TheRun, "ROADLOOM_ROUNDS"_L1 },
    LeveledOption { "hours"_L1, About::TheRun, "ROADLOOM_HOURS"_L1 },
    LeveledOption { "no-stream"_L1, About::TheRun },
    LeveledOption { "review"_L1, About::TheRun },
    LeveledOption { "runs"_L1, About::TheRun },
    LeveledOption { "runs-per-hour"_L1, About::TheRun },
    LeveledOption { "tokens-per-day"_L1, About::TheRun },
};

/// What the policy says in the words of that option.
std::optional<int> fixedNumber(const Policy& policy, QStringView option)
{
    if (option == "timeout"_L1)
        return policy.timeoutSeconds;
    if (option == "retries"_L1)
        return policy.retries;
    if (option == "parallel"_L1)
        return policy.parallel;
    if (option == "rounds"_L1)
        return policy.rounds;
    if (option == "hours"_L1)
        return policy.hoursPerWeek;
    return std::nullopt;
}

bool isForbidden(const Policy& policy, const LeveledOption& option)
{
    if (policy.answerer)
        return option.about != About::TheRun;
    const bool bringsNew = option.name == "base-url"_L1 || option.name == "service-url"_L1
        || option.name == "api-style"_L1;
    return bringsNew && !policy.allowsAdding();
}

using Values = QHash<QString, QString>;

Values typedIn(const QCommandLineParser& parser)
{
    const QStringList given = parser.optionNames();
    Values typed;
    for (const LeveledOption& option : leveledOptions) {
        if (given.contains(option.name))
            typed.insert(option.name, parser.value(QString(option.name)));
    }
    return typed;
}

Values setIn(const QProcessEnvironment& environment)
{
    Values set;
    for (const LeveledOption& option : leveledOptions) {
        const QString value = environment.value(option.variable);
        if (!option.variable.isEmpty() && !value.isEmpty())
            set.insert(option.name, value);
    }
    return set;
}

bool namesSomebody(const Values& values)
{
    return std::ranges::any_of(leveledOptions, [&values](const LeveledOption& option) {
        return option.about == About::WhoAnswers && values.contains(option.name);
    });
}

} // namespace

OptionLevels::OptionLevels(
    const QCommandLineParser& parser, const Policy& policy, const QProcessEnvironment& environment)
    : m_policy(policy)
{
    Values typed = typedIn(parser);
    Values set = setIn(environment);
    for (const LeveledOption& option : leveledOptions) {
        const std::optional<int> fixed = fixedNumber(policy, QString(option.name));
        if (fixed)
            m_said.insert(option.name, { QString::number(*fixed), Level::Policy });
        if (!fixed && !isForbidden(policy, option))
            continue;
        set.remove(option.name);
        const auto at = typed.constFind(option.name);
        const bool saysTheSame = fixed && at != typed.cend() && *at == QString::number(*fixed);
        if (typed.remove(option.name) > 0 && !saysTheSame)
            m_overruled.append(option.name);
    }
    const bool isNamed = namesSomebody(typed);
    for (const LeveledOption& option : leveledOptions) {
        if (typed.contains(option.name))
            m_said.insert(option.name, { typed.value(option.name), Level::CommandLine });
        else if (set.contains(option.name) && (!isNamed || option.about == About::TheRun))
            m_said.insert(option.name, { set.value(option.name), Level::Environment });
    }
}

bool OptionLevels::isTyped(const QString& option) const
{
    const auto said = m_said.constFind(option);
    return said != m_said.cend() && said->level == Level::CommandLine;
}

bool OptionLevels::isChosen(const QString& option) const
{
    const auto said = m_said.constFind(option);
    return said != m_said.cend() && said->level != Level::Policy;
}

Result<std::optional<int>> OptionLevels::number(const QString& option, int least, int most) const
{
    if (!isSet(option))
        return std::optional<int>();
    bool isNumber = false;
    const int number = value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return Error { ErrorKind::InvalidInput,
            Translation::tr("%1 needs a whole number from %2 to %3, not \"%4\".")
                .arg(nameOf(option))
                .arg(least)
                .arg(most)
                .arg(value(option)),
            {} };
    return std::optional(number);
}

QString OptionLevels::nameOf(const QString& option) const
{
    const auto said = m_said.constFind(option);
    const bool isVariable = said != m_said.cend() && said->level == Level::Environment;
    return isVariable ? variableFor(option) : "--"_L1 + option;
}

QStringList OptionLevels::remarks() const
{
    QStringList sentences;
    for (const QString& option : m_overruled) {
        const std::optional<int> fixed = fixedNumber(m_policy, option);
        if (fixed)
            sentences.append(
                Translation::tr("--%1 does not count: your administrator has set it to %2.")
                    .arg(option)
                    .arg(*fixed));
        else if (m_policy.answerer)
            sentences.append(
                Translation::tr("--%1 does not count: your administrator has set who answers.")
                    .arg(option));
        else
            sentences.append(Translation::tr("--%1 does not count: your administrator allows "
                                             "nobody to be added who answers.")
                                 .arg(option));
    }
    return sentences;
}

QString variableFor(const QString& option)
{
    const auto found = std::ranges::find_if(
        leveledOptions, [&option](const LeveledOption& one) { return option == one.name; });
    return found != leveledOptions.end() ? QString(found->variable) : QString();
}

} // namespace roadloom
