// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/LlmSource.h"

namespace roadloom {

LlmSource::LlmSource(const AgentSetup& setup, ReplyMode mode, QString title)
    : m_setup(setup)
    , m_mode(mode)
    , m_title(std::move(title))
{
}

bool LlmSource::isRunning() const
{
    return m_task != nullptr;
}

QString LlmSource::title() const
{
    return m_title;
}

void LlmSource::start(const LearnerRequest& request)
{
    Q_ASSERT(!isRunning());
    ++m_run;
    m_request = request;
    m_usage = {};
    m_clock.start();
    const IntentAnalyzer analyzer(m_setup);
    std::unique_ptr<IntentTask> task
        = m_mode == ReplyMode::Stream ? analyzer.analyzeStream(request) : analyzer.analyze(request);
    connect(task.get(), &IntentTask::completed, this, &LlmSource::startDesign);
    follow(std::move(task), AgentId::IntentAnalyzer);
}

void LlmSource::cancel()
{
    ++m_run;
    dropTask();
}

void LlmSource::retryNow()
{
    if (m_task != nullptr)
        m_task->retryNow();
}

void LlmSource::follow(std::unique_ptr<AgentTask> task, AgentId agent)
{
    dropTask();
    m_task = task.release();
    m_task->setParent(this);
    connect(m_task, &AgentTask::chunk, this, [this, agent](const QString& text) {
        Q_EMIT eventEmitted(ChunkEvent { text, agent });
    });
    connect(m_task, &AgentTask::reasoning, this, [this, agent](const QString& text) {
        Q_EMIT eventEmitted(ReasoningEvent { text, agent });
    });
    connect(m_task, &AgentTask::attemptFailed, this,
        [this, agent](const QString& reason, std::chrono::milliseconds delay) {
            Q_EMIT eventEmitted(
                AttemptFailedEvent { .agent = agent, .reason = reason, .retryIn = delay });
        });
    connect(m_task, &AgentTask::waitChanged, this, &RoadmapSource::waitChanged);
    connect(m_task, &AgentTask::failed, this,
        [this, agent](const Error& error) { fail(error, agent); });
}

void LlmSource::dropTask()
{
    if (m_task == nullptr)
        return;
    // It may be one of its own signals that brought us here.
    m_task->disconnect();
    m_task->deleteLater();
    m_task = nullptr;
}

void LlmSource::startDesign(const IntentAnalysis& intent)
{
    const quint64 run = m_run;
    m_intent = intent;
    m_usage += m_task->usage();
    emitInRun(CompleteEvent { intent, AgentId::IntentAnalyzer }, run);
    if (run != m_run)
        return;
    const CurriculumArchitect architect(m_setup);
    std::unique_ptr<DesignTask> task = m_mode == ReplyMode::Stream
        ? architect.designStream(m_request, m_intent)
        : architect.design(m_request, m_intent);
    connect(task.get(), &DesignTask::completed, this, &LlmSource::finish);
    connect(task.get(), &DesignTask::refused, this, &LlmSource::passOnRefused);
    follow(std::move(task), AgentId::CurriculumArchitect);
}

void LlmSource::finish(const CurriculumDesign& design, const QList<Finding>& findings)
{
    const quint64 run = m_run;
    emitInRun(CompleteEvent { design, AgentId::CurriculumArchitect }, run);
    for (const Finding& finding : findings)
        emitInRun(FindingEvent { finding }, run);
    if (run != m_run)
        return;
    m_usage += m_task->usage();
    dropTask();
    emitInRun(DoneEvent { .intent = m_intent,
                  .design = design,
                  .duration = std::chrono::milliseconds(m_clock.elapsed()),
                  .usage = m_usage },
        run);
}

void LlmSource::passOnRefused(const CurriculumDesign& design, const QList<Finding>& findings)
{
    const quint64 run = m_run;
    emitInRun(RefusedEvent { design, AgentId::CurriculumArchitect }, run);
    for (const Finding& finding : findings)
        emitInRun(FindingEvent { finding }, run);
}

void LlmSource::fail(const Error& error, AgentId agent)
{
    dropTask();
    Q_EMIT eventEmitted(ErrorEvent { error, agent });
}

void LlmSource::emitInRun(const AgentEvent& event, quint64 run)
{
    if (run == m_run)
        Q_EMIT eventEmitted(event);
}

} // namespace roadloom
