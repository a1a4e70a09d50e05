// SPDX-License-Identifier: Apache-2.0
#include "app/RunLog.h"

#include "core/base/LogCategories.h"
#include "core/base/Overload.h"

namespace roadloom {

namespace {

int conceptsIn(const Roadmap& roadmap)
{
    qsizetype count = 0;
    for (const Stage& stage : roadmap.stages) {
        for (const Module& module : stage.modules)
            count += module.concepts.size();
    }
    return int(count);
}

} // namespace

void RunLog::begin(const SourceChoice& choice, bool goesOn)
{
    m_run.start();
    m_isSpeaking = false;
    const char* const how = goesOn ? "goes on" : "begins";
    std::visit(
        Overload {
            [how](const OfflineChoice&) { qCInfo(logRun, "%s source=offline", how); },
            [how](const ModelChoice& model) {
                // The preset's id; the learner's own names stay out.
                qCInfo(logRun,
                    "%s source=llm provider=%s style=%s parallel=%d rounds=%d stream=%d "
                    "retries=%d",
                    how, qPrintable(presetOf(model.setup).id),
                    qPrintable(wordFor(model.setup.style, apiStyleWords)), model.setup.parallel,
                    model.setup.reviewRounds, int(model.mode == ReplyMode::Stream),
                    model.retries.mostRetries);
            },
            [how](const ServiceChoice& service) {
                qCInfo(logRun, "%s source=service retries=%d", how, service.retries.mostRetries);
            },
        },
        choice);
}

void RunLog::take(const AgentEvent& event)
{
    const auto speak = [this](AgentId agent) {
        ++m_chunks;
        if (m_isSpeaking)
            return;
        m_isSpeaking = true;
        m_chunks = 1;
        m_tries = 1;
        m_agent.start();
        qCInfo(logRun, "speaks agent=%s", qPrintable(agentName(agent)));
    };
    std::visit(Overload {
                   [&](const ChunkEvent& chunk) { speak(chunk.agent); },
                   [&](const StageChunkEvent& chunk) { speak(chunk.agent); },
                   [&](const ReasoningEvent& chunk) { speak(chunk.agent); },
                   [this](const CompleteEvent& complete) { endAgent("completed", complete.agent); },
                   [this](const AttemptFailedEvent& failed) {
                       ++m_tries;
                       qCInfo(logRun, "try failed agent=%s retry_in_ms=%lld",
                           qPrintable(agentName(failed.agent)),
                           static_cast<long long>(failed.retryIn.count()));
                   },
                   [this](const RefusedEvent& refused) { endAgent("refused", refused.agent); },
                   [this](const ErrorEvent& failure) {
                       qCInfo(logRun, "failed agent=%s kind=%s transient=%d ms=%lld",
                           qPrintable(agentName(failure.agent)),
                           qPrintable(errorKindName(failure.error.kind)),
                           int(failure.error.isTransient), static_cast<long long>(m_run.elapsed()));
                   },
                   [this](const DoneEvent& done) {
                       qCInfo(logRun, "done ms=%lld stages=%d concepts=%d",
                           static_cast<long long>(m_run.elapsed()),
                           int(done.design.framework.stages.size()),
                           conceptsIn(done.design.framework));
                   },
                   [](const auto& /*other*/) {},
               },
        event);
}

void RunLog::endAgent(const char* how, AgentId agent)
{
    qCInfo(logRun, "%s agent=%s ms=%lld chunks=%d tries=%d", how, qPrintable(agentName(agent)),
        static_cast<long long>(m_isSpeaking ? m_agent.elapsed() : 0), m_isSpeaking ? m_chunks : 0,
        m_tries);
    m_isSpeaking = false;
}

void RunLog::stop()
{
    qCInfo(logRun, "stopped ms=%lld", static_cast<long long>(m_run.elapsed()));
}

} // namespace roadloom
