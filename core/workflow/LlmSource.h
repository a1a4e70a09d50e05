// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/CurriculumArchitect.h"
#include "core/agents/IntentAnalyzer.h"
#include "core/workflow/RoadmapSource.h"

#include <QElapsedTimer>

namespace roadloom {

/// A roadmap from a model: the intent analyzer, then the curriculum architect.
class LlmSource final : public RoadmapSource {
    Q_OBJECT
public:
    /// `title` is what title() says.
    LlmSource(const AgentSetup& setup, ReplyMode mode, QString title);

    void start(const LearnerRequest& request) override;
    void cancel() override;
    void retryNow() override;
    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] QString title() const override;

private:
    void follow(std::unique_ptr<AgentTask> task, AgentId agent);
    void dropTask();
    void startDesign(const IntentAnalysis& intent);
    void finish(const CurriculumDesign& design, const QList<Finding>& findings);
    void passOnRefused(const CurriculumDesign& design, const QList<Finding>& findings);
    void fail(const Error& error, AgentId agent);
    /// Emits unless a slot of an earlier event has cancelled the run.
    void emitInRun(const AgentEvent& event, quint64 run);

    AgentSetup m_setup;
    ReplyMode m_mode;
    QString m_title;
    AgentTask* m_task = nullptr; ///< a child; the agent at work, if any
    quint64 m_run = 0; ///< grows with each start and cancel, so that stale work knows itself
    LearnerRequest m_request;
    IntentAnalysis m_intent;
    ChatUsage m_usage;
    QElapsedTimer m_clock;
};

} // namespace roadloom
