// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatBudget.h"

#include <QCoreApplication>

#include <algorithm>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(SeatBudget)
};

constexpr std::chrono::seconds hour = 1h;
constexpr std::chrono::seconds day = 24h;
constexpr qsizetype mostSeats = 10'000; ///< that are remembered

Error refusalFor(const QString& sentence, std::chrono::seconds wait)
{
    const auto minutes = std::max<qint64>(1, (wait.count() + 59) / 60);
    const QString when = minutes < 120
        ? Translation::tr("Try again in %n minutes.", nullptr, int(minutes))
        : Translation::tr("Try again in %n hours.", nullptr, int((minutes + 59) / 60));
    return { .kind = ErrorKind::RateLimit,
        .message
        = Translation::tr("%1 %2", "what is used up, and when to come again").arg(sentence, when),
        .details = {},
        .isTransient = false,
        .retryAfter = wait };
}

} // namespace

std::optional<Error> SeatBudget::refusal(const QString& seat, std::chrono::seconds now) const
{
    // The first of them is the first that counts no more.
    QList<Use> runs = m_runs.value(seat);
    runs.removeIf([now](const Use& use) { return now - use.time >= hour; });
    if (m_limits.runsPerHour > 0 && runs.size() >= m_limits.runsPerHour)
        return refusalFor(Translation::tr("You have had your %n runs of this hour.", nullptr,
                              m_limits.runsPerHour),
            hour - (now - runs.at(runs.size() - m_limits.runsPerHour).time));
    if (m_limits.tokensPerDay <= 0 || tokens(seat, now) < m_limits.tokensPerDay)
        return std::nullopt;
    qint64 left = tokens(seat, now);
    std::chrono::seconds wait = day;
    for (const Use& use : m_tokens.value(seat)) {
        if (now - use.time >= day)
            continue;
        left -= use.amount;
        wait = day - (now - use.time);
        if (left < m_limits.tokensPerDay)
            break;
    }
    return refusalFor(
        Translation::tr("You have used up what the model may say to you in a day."), wait);
}

void SeatBudget::noteRun(const QString& seat, std::chrono::seconds now)
{
    if (m_limits.runsPerHour > 0)
        note(m_runs, seat, { .time = now, .amount = 1 }, hour);
}

void SeatBudget::noteTokens(const QString& seat, qint64 tokens, std::chrono::seconds now)
{
    if (tokens > 0)
        note(m_tokens, seat, { .time = now, .amount = tokens }, day);
}

qint64 SeatBudget::tokens(const QString& seat, std::chrono::seconds now) const
{
    qint64 sum = 0;
    for (const Use& use : m_tokens.value(seat)) {
        if (now - use.time < day)
            sum += use.amount;
    }
    return sum;
}

/// With what counts no more, of any seat, forgotten once there are too many.
void SeatBudget::note(Uses& uses, const QString& seat, const Use& use, std::chrono::seconds span)
{
    const auto isOld = [&use, span](const Use& each) { return use.time - each.time >= span; };
    if (uses.size() >= mostSeats)
        uses.removeIf([&isOld](const auto& entry) { return isOld(entry.value().last()); });
    if (uses.size() >= mostSeats)
        uses.erase(uses.begin()); // whoever makes up so many seats has no budget to keep
    QList<Use>& of = uses[seat];
    of.removeIf(isOld);
    of.append(use);
}

} // namespace roadloom
