// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/SourceChoice.h"
#include "core/workflow/AgentEvent.h"

#include <QElapsedTimer>

namespace roadloom {

/// Tells the log of runs: who answers, when agents began and completed, with what counts, and what
/// went wrong. No word of the learner's or the agents'.
class RunLog {
public:
    void begin(const SourceChoice& choice, bool goesOn);
    void take(const AgentEvent& event);
    /// It was stopped.
    void stop();

private:
    void endAgent(const char* how, AgentId agent);

    QElapsedTimer m_run;
    QElapsedTimer m_agent; ///< since the one that speaks began
    int m_chunks = 0; ///< of that one
    int m_tries = 1;
    bool m_isSpeaking = false;
};

} // namespace roadloom
