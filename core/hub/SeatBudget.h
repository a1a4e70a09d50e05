// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <QHash>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace roadloom {

/// What each seat may use of the model: so many runs within an hour, so many tokens within a day.
/// Both slide along, so that nobody waits for midnight. Times are those of a clock that never
/// jumps.
class SeatBudget {
public:
    struct Limits {
        int runsPerHour = 0; ///< 0: any number
        qint64 tokensPerDay = 0; ///< 0: any number

        bool operator==(const Limits&) const = default;
    };

    explicit SeatBudget(const Limits& limits)
        : m_limits(limits)
    {
    }

    /// ErrorKind::RateLimit, with the time to wait, if the seat may begin no run now.
    [[nodiscard]] std::optional<Error> refusal(const QString& seat, std::chrono::seconds now) const;
    void noteRun(const QString& seat, std::chrono::seconds now);
    void noteTokens(const QString& seat, qint64 tokens, std::chrono::seconds now);
    /// Within the last day.
    [[nodiscard]] qint64 tokens(const QString& seat, std::chrono::seconds now) const;

private:
    struct Use {
        std::chrono::seconds time { 0 };
        qint64 amount = 0;
    };
    using Uses = QHash<QString, QList<Use>>; ///< by seat, the oldest first
    static void note(Uses& uses, const QString& seat, const Use& use, std::chrono::seconds span);

    Limits m_limits;
    Uses m_runs;
    Uses m_tokens;
};

} // namespace roadloom
