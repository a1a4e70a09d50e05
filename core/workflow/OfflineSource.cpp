// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/OfflineSource.h"

#include "core/offline/OfflinePlanner.h"
#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// An agent's answer in the one form that readers know: words, the result in a fence, complete.
void enqueueAnswer(
    QQueue<AgentEvent>& queue, AgentId agent, const QStringList& words, const AgentResult& result)
{
    for (const QString& paragraph : words)
        queue.enqueue(ChunkEvent { paragraph + "\n\n"_L1, agent });
    const json::object data = std::visit([](const auto& value) { return toJson(value); }, result);
    queue.enqueue(
        ChunkEvent { "```json\n"_L1 + QString::fromUtf8(writeJson(data)) + "\n```\n"_L1, agent });
    queue.enqueue(CompleteEvent { result, agent });
}

} // namespace

OfflineSource::OfflineSource()
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &OfflineSource::takeTurn);
}

bool OfflineSource::isRunning() const
{
    return m_turn.isActive();
}

QString OfflineSource::title() const
{
    return tr("Built-in courses, no model");
}

void OfflineSource::start(const LearnerRequest& request)
{
    Q_ASSERT(!isRunning());
    m_request = request;
    m_planned = false;
    m_clock.start();
    m_turn.start();
}

void OfflineSource::cancel()
{
    m_turn.stop();
    m_pending.clear();
}

void OfflineSource::takeTurn()
{
    if (!m_planned) {
        m_planned = true;
        plan();
        return;
    }
    const AgentEvent event = m_pending.dequeue();
    if (isTerminal(event))
        m_turn.stop();
    Q_EMIT eventEmitted(event);
}

void OfflineSource::plan()
{
    if (!m_library) {
        Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
        if (!library) {
            m_pending.enqueue(ErrorEvent { library.error(), AgentId::System });
            return;
        }
        m_library = std::move(library).value();
    }
    const OfflinePlanner planner(*m_library);
    const Result<OfflinePlan> result = planner.plan(m_request, QDate::currentDate());
    if (!result) {
        m_pending.enqueue(ErrorEvent { result.error(), AgentId::IntentAnalyzer });
        return;
    }
    const OfflinePlan& plan = result.value();
    enqueueAnswer(m_pending, AgentId::IntentAnalyzer, plan.intentWords, plan.intent);
    enqueueAnswer(m_pending, AgentId::CurriculumArchitect, plan.designWords, plan.design);
    for (const Finding& finding : plan.findings)
        m_pending.enqueue(FindingEvent { finding });
    m_pending.enqueue(DoneEvent { .intent = plan.intent,
        .design = plan.design,
        .duration = std::chrono::milliseconds(m_clock.elapsed()),
        .usage = {} });
}

} // namespace roadloom
