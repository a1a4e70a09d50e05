// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/AgentTask.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"

namespace roadloom {

/// The analysis of one request in progress.
class IntentTask final : public AgentTask {
    Q_OBJECT
public:
    IntentTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request);

Q_SIGNALS:
    void completed(const roadloom::IntentAnalysis& analysis);

private:
    std::optional<Error> accept(const json::value& answer, QStringList& mends) override;
    void deliver() override;

    IntentAnalysis m_analysis;
};

/// The first agent: understands what the learner wants and brings along.
class IntentAnalyzer {
public:
    explicit IntentAnalyzer(const AgentSetup& setup);

    /// The whole answer comes as one chunk, at the end, unless the server streams all the same.
    [[nodiscard]] std::unique_ptr<IntentTask> analyze(const LearnerRequest& request) const;
    /// Words come as the model speaks.
    [[nodiscard]] std::unique_ptr<IntentTask> analyzeStream(const LearnerRequest& request) const;

private:
    AgentSetup m_setup;
};

} // namespace roadloom
