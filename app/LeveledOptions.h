// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace roadloom {

/// An option that the administrator's policy or the environment may say as well.
struct LeveledOption {
    enum class About {
        WhoAnswers, ///< names somebody
        TheirModel, ///< says more of whoever is named at that level or below
        TheRun,
    };

    std::string_view name;
    About about;
    std::string_view variable {}; ///< empty: none
};

/// All that OptionLevels reads.
inline constexpr std::array leveledOptions {
    LeveledOption { "source", LeveledOption::About::WhoAnswers, "ROADLOOM_SOURCE" },
    LeveledOption { "provider", LeveledOption::About::WhoAnswers, "ROADLOOM_PROVIDER" },
    LeveledOption { "base-url", LeveledOption::About::WhoAnswers, "ROADLOOM_BASE_URL" },
    LeveledOption { "service-url", LeveledOption::About::WhoAnswers, "ROADLOOM_SERVICE_URL" },
    LeveledOption { "model", LeveledOption::About::TheirModel, "ROADLOOM_MODEL" },
    LeveledOption { "api-style", LeveledOption::About::TheirModel, "ROADLOOM_API_STYLE" },
    LeveledOption { "timeout", LeveledOption::About::TheRun, "ROADLOOM_TIMEOUT" },
    LeveledOption { "retries", LeveledOption::About::TheRun, "ROADLOOM_RETRIES" },
    LeveledOption { "parallel", LeveledOption::About::TheRun, "ROADLOOM_PARALLEL" },
    LeveledOption { "rounds", LeveledOption::About::TheRun, "ROADLOOM_ROUNDS" },
    LeveledOption { "hours", LeveledOption::About::TheRun, "ROADLOOM_HOURS" },
    LeveledOption { "no-stream", LeveledOption::About::TheRun },
    LeveledOption { "review", LeveledOption::About::TheRun },
    LeveledOption { "runs", LeveledOption::About::TheRun },
    LeveledOption { "runs-per-hour", LeveledOption::About::TheRun },
    LeveledOption { "tokens-per-day", LeveledOption::About::TheRun },
};

/// The name of one of them. Any other does not compile: asked for, it would never count as said.
class LeveledName {
public:
    consteval LeveledName(const char* name) // NOLINT(google-explicit-constructor): a literal
        : m_name(name)
    {
        if (std::ranges::none_of(
                leveledOptions, [this](const LeveledOption& one) { return one.name == m_name; }))
            throw std::invalid_argument("no such option");
    }

    [[nodiscard]] QString text() const
    {
        return QString::fromLatin1(m_name.data(), qsizetype(m_name.size()));
    }

    bool operator==(const LeveledName&) const = default;

private:
    std::string_view m_name;
};

} // namespace roadloom
