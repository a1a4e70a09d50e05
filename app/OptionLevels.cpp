// SPDX-License-Identifier: Apache-2.0
#include "app/OptionLevels.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(OptionLevels)
};

using About = LeveledOption::About;

QString text(std::string_view word)
{
    return QString::fromLatin1(word.data(), qsizetype(word.size()));
}

/// The variable that says what an option does, e.g. ROADLOOM_BASE_URL; empty: none does.
QString variableFor(LeveledName option)
{
    const auto* const found = std::ranges::find_if(leveledOptions,
        [&option](const LeveledOption& one) { return option.text() == text(one.name); });
    return found != leveledOptions.end() ? text(found->variable) : QString();
}

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
    const bool bringsNew
        = option.name == "base-url" || option.name == "service-url" || option.name == "api-style";
    return bringsNew && !policy.allowsAdding();
}

using Values = QHash<QString, QString>;

Values typedIn(const QCommandLineParser& parser)
{
    const QStringList given = parser.optionNames();
    Values typed;
    for (const LeveledOption& option : leveledOptions) {
        if (const QString name = text(option.name); given.contains(name))
            typed.insert(name, parser.value(name));
    }
    return typed;
}

Values setIn(const QProcessEnvironment& environment)
{
    Values set;
    for (const LeveledOption& option : leveledOptions) {
        const QString value = environment.value(text(option.variable));
        if (!option.variable.empty() && !value.isEmpty())
            set.insert(text(option.name), value);
    }
    return set;
}

/// A source says of which kind whoever answers is, and leaves open who.
bool namesSomebody(const Values& values)
{
    return std::ranges::any_of(leveledOptions, [&values](const LeveledOption& option) {
        return option.about == About::WhoAnswers && option.name != "source"
            && values.contains(text(option.name));
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
        const QString name = text(option.name);
        const std::optional<int> fixed = fixedNumber(policy, name);
        if (fixed)
            m_said.insert(name, { QString::number(*fixed), Level::Policy });
        if (!fixed && !isForbidden(policy, option))
            continue;
        set.remove(name);
        const auto at = typed.constFind(name);
        const bool saysTheSame = fixed && at != typed.cend() && *at == QString::number(*fixed);
        if (typed.remove(name) > 0 && !saysTheSame)
            m_overruled.append(name);
    }
    const bool isNamed = namesSomebody(typed);
    for (const LeveledOption& option : leveledOptions) {
        const QString name = text(option.name);
        if (typed.contains(name))
            m_said.insert(name, { typed.value(name), Level::CommandLine });
        else if (set.contains(name) && (!isNamed || option.about == About::TheRun))
            m_said.insert(name, { set.value(name), Level::Environment });
    }
}

bool OptionLevels::isTyped(LeveledName option) const
{
    const auto said = m_said.constFind(option.text());
    return said != m_said.cend() && said->level == Level::CommandLine;
}

bool OptionLevels::isChosen(LeveledName option) const
{
    const auto said = m_said.constFind(option.text());
    return said != m_said.cend() && said->level != Level::Policy;
}

Result<std::optional<int>> OptionLevels::number(LeveledName option, int least, int most) const
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

QString OptionLevels::nameOf(LeveledName option) const
{
    const auto said = m_said.constFind(option.text());
    const bool isVariable = said != m_said.cend() && said->level == Level::Environment;
    return isVariable ? variableFor(option) : "--"_L1 + option.text();
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

} // namespace roadloom
