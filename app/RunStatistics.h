// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/WordCount.h"
#include "core/stream/AnswerSplitter.h"
#include "core/workflow/RunPreview.h"

#include <QElapsedTimer>
#include <QHash>

#include <optional>

namespace roadloom {

/// What --stats tells about a run, gathered from its events as they pass.
class RunStatistics {
public:
    /// Starts the clock.
    RunStatistics();

    void observe(const AgentEvent& event);

    /// One figure a line, translated; ends with a line break.
    [[nodiscard]] QString report() const;

private:
    void observeWords(const QString& text);
    void observeBackground(const StageChunkEvent& chunk);
    /// These words came before, while the stage was not in front.
    [[nodiscard]] bool isRepetition(const ChunkEvent& chunk);
    void endAgent(AgentId agent);
    [[nodiscard]] QString modelFigures() const;

    QElapsedTimer m_clock; ///< milliseconds
    std::optional<qint64> m_firstWord;
    std::optional<qint64> m_firstConcept;
    RunPreview m_preview; ///< until the first concept
    /// What a stage that is not in front has said.
    struct Background {
        AnswerSplitter splitter;
        bool hasProse = false;
    };
    QHash<QString, Background> m_background; ///< by the stage's id
    qint64 m_lastWord = 0;
    qint64 m_agentStart = 0;
    bool m_hasAgentSpoken = false; ///< since then
    QList<std::pair<AgentId, qint64>> m_agentTimes;
    qint64 m_chunks = 0;
    qint64 m_bytes = 0;
    WordCount m_words;
    int m_tries = 1;
    ChatUsage m_usage;
    QString m_totals;
};

} // namespace roadloom
