// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatModel.h"

#include <QQueue>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <optional>

namespace roadloom {

/// What a scripted model says in one exchange.
struct ScriptedSpeech {
    QStringList deltas {};
    QString reasoning {}; ///< before the deltas
    std::optional<Error> failure {}; ///< after the deltas, instead of finishing
    FinishReason finishReason = FinishReason::Stop;
    qsizetype unmarkedReasoning = 0; ///< so many deltas turn out to have been reasoning
    bool endless = false; ///< repeats the last delta for ever
};

/// Says one scripted delta a turn of the event loop.
class ScriptedReply final : public ChatReply {
    Q_OBJECT
public:
    ScriptedReply(ScriptedSpeech answer, ReplyMode mode, int* alive)
        : m_answer(std::move(answer))
        , m_alive(alive)
    {
        ++*m_alive;
        if (mode == ReplyMode::Whole)
            m_answer.deltas = { m_answer.deltas.join(QString()) };
        connect(&m_turn, &QTimer::timeout, this, &ScriptedReply::takeTurn);
        m_turn.start(0);
    }
    ~ScriptedReply() override { --*m_alive; }

private:
    void takeTurn()
    {
        if (!m_answer.reasoning.isEmpty()) {
            Q_EMIT reasoningDelta(std::exchange(m_answer.reasoning, {}));
            return;
        }
        if (m_next < m_answer.deltas.size()) {
            if (m_answer.unmarkedReasoning > 0 && m_next == m_answer.unmarkedReasoning) {
                m_answer.unmarkedReasoning = 0;
                m_text.clear();
                Q_EMIT textWasReasoning();
            }
            const QString delta = m_answer.deltas[m_next];
            if (!m_answer.endless || m_next + 1 < m_answer.deltas.size())
                ++m_next;
            m_text += delta;
            if (!delta.isEmpty())
                Q_EMIT textDelta(delta);
            return;
        }
        m_turn.stop();
        if (m_answer.failure)
            Q_EMIT failed(*m_answer.failure);
        else
            Q_EMIT finished({ .text = m_text,
                .finishReason = m_answer.finishReason,
                .model = QStringLiteral("scripted"),
                .usage = { .inputTokens = 10, .outputTokens = 20 } });
    }

    ScriptedSpeech m_answer;
    int* m_alive;
    QTimer m_turn;
    qsizetype m_next = 0;
    QString m_text;
};

/// Gives its scripted answers in order, then those of its responder, and remembers what it was
/// asked.
class ScriptedModel final : public ChatModel {
public:
    explicit ScriptedModel(const QList<ScriptedSpeech>& answers = {}) { script(answers); }

    void script(const QList<ScriptedSpeech>& answers) { m_answers.append(answers); }

    std::unique_ptr<ChatReply> send(const ChatQuestion& question) override
    {
        questions.append(question.messages);
        modes.append(question.mode);
        schemaNames.append(question.schema ? question.schema->name : QString());
        mostAlive = std::max(mostAlive, aliveReplies + 1);
        ScriptedSpeech answer;
        if (!m_answers.isEmpty())
            answer = m_answers.dequeue();
        else if (responder)
            answer = responder(question);
        return std::make_unique<ScriptedReply>(answer, question.mode, &aliveReplies);
    }

    /// Chooses by question, where questions come in no fixed order.
    std::function<ScriptedSpeech(const ChatQuestion&)> responder;

    QList<QList<ChatMessage>> questions;
    QList<ReplyMode> modes;
    QStringList schemaNames; ///< empty: none was sent
    int aliveReplies = 0; ///< replies that have not been destroyed
    int mostAlive = 0; ///< at the same time, so far

private:
    QQueue<ScriptedSpeech> m_answers;
};

} // namespace roadloom
