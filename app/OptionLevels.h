// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/LeveledOptions.h"
#include "core/base/Result.h"
#include "core/storage/Policy.h"

#include <QHash>
#include <QProcessEnvironment>

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace roadloom {

/// What is said about a run above the learner's settings: by the administrator's policy, on the
/// command line, in the environment (ROADLOOM_TIMEOUT says what --timeout does), the first of them
/// that says something. Who answers is one matter: the first that names somebody says all of it, so
/// that no model is asked for at another's server; a source alone ("--source service") names
/// nobody. Plain data.
class OptionLevels {
public:
    OptionLevels(const QCommandLineParser& parser, const Policy& policy,
        const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

    [[nodiscard]] bool isSet(LeveledName option) const { return m_said.contains(option.text()); }
    [[nodiscard]] QString value(LeveledName option) const
    {
        return m_said.value(option.text()).value;
    }
    /// It counts, and the command line says so.
    [[nodiscard]] bool isTyped(LeveledName option) const;
    /// It counts, and does not come from the policy.
    [[nodiscard]] bool isChosen(LeveledName option) const;
    /// A whole number, if one is said; ErrorKind::InvalidInput names where.
    [[nodiscard]] Result<std::optional<int>> number(LeveledName option, int least, int most) const;
    /// As whoever said it calls it: --timeout, ROADLOOM_TIMEOUT.
    [[nodiscard]] QString nameOf(LeveledName option) const;

    [[nodiscard]] const Policy& policy() const { return m_policy; }
    /// A translated sentence about each option of the command line that does not count.
    [[nodiscard]] QStringList remarks() const;

private:
    enum class Level { Policy, CommandLine, Environment };
    struct Said {
        QString value;
        Level level = Level::Environment;
    };

    Policy m_policy;
    QHash<QString, Said> m_said;
    QStringList m_overruled;
};

} // namespace roadloom
