// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/RetryCards.h"

#include "core/base/Overload.h"
#include "ui/chat/RetryCard.h"

#include <algorithm>

namespace roadloom {

RetryCard* RetryCards::countDown(const AttemptFailedEvent& attempt, const SpokenStage& stage)
{
    QPointer<RetryCard>& card = m_cards[attempt.stage];
    if (card) {
        card->noteFailedAgain(attempt.reason, attempt.retryIn);
        return card;
    }
    card = new RetryCard(attempt.reason, attempt.retryIn);
    card->setStage(stage);
    connect(card, &RetryCard::retryNowRequested, this, [this] {
        endAll(); // the run ends all its pauses
        Q_EMIT retryNowRequested();
    });
    connect(card, &RetryCard::stopRequested, this, &RetryCards::stopRequested);
    connect(card, &RetryCard::countdownEnded, this, &RetryCards::countdownEnded);
    return card;
}

bool RetryCards::isCountingDown() const
{
    return std::ranges::any_of(
        m_cards, [](const auto& card) { return card && card->isCountingDown(); });
}

void RetryCards::take(const AgentEvent& event)
{
    std::visit(Overload {
                   [this](const ChunkEvent& chunk) { end(chunk.stage); },
                   [this](const StageChunkEvent& chunk) { end(chunk.stage); },
                   [this](const ReasoningEvent& reasoning) { end(reasoning.stage); },
                   [this](const AttemptFailedEvent& attempt) { end(attempt.stage); },
                   [](const ProgressEvent& /*progress*/) {},
                   [](const MendedEvent& /*mended*/) {},
                   [](const FindingEvent& /*finding*/) {},
                   [this](const auto& /*other*/) { endAll(); },
               },
        event);
}

void RetryCards::end(const QString& stage)
{
    if (RetryCard* const card = m_cards.value(stage))
        card->noteTriedAgain();
}

void RetryCards::endAll()
{
    for (const QPointer<RetryCard>& card : std::as_const(m_cards)) {
        if (card)
            card->noteTriedAgain();
    }
}

void RetryCards::stopAll()
{
    for (const QPointer<RetryCard>& card : std::as_const(m_cards)) {
        if (card)
            card->noteStopped();
    }
}

void RetryCards::withdraw(const QString& reason)
{
    for (const QPointer<RetryCard>& card : std::as_const(m_cards)) {
        if (card && reason.startsWith(card->reason())) {
            card->hide(); // else the same would stand there twice
            card->deleteLater();
        }
    }
}

} // namespace roadloom
