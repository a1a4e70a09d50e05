// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RunPreview.h"

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

bool isDesigner(AgentId agent)
{
    // A service may leave out who speaks.
    return agent == AgentId::CurriculumArchitect || agent == AgentId::System;
}

/// Which of the answer's stages it is about.
int stageIn(const PreviewEvent& event)
{
    return std::visit(Overload {
                          [](const RoadmapTitled& /*titled*/) { return 0; },
                          [](const Restarted& restarted) { return restarted.below.stage; },
                          [](const auto& node) { return node.place.stage; },
                      },
        event);
}

bool isRoadmap(const AgentResult& result)
{
    return std::holds_alternative<CurriculumDesign>(result)
        || std::holds_alternative<RoadmapEdit>(result);
}

} // namespace

void RunPreview::take(const AgentEvent& event, QList<PreviewEvent>& out)
{
    std::visit(Overload {
                   [&](const ChunkEvent& chunk) {
                       if (isDesigner(chunk.agent))
                           takeChunk(chunk.content, chunk.stage, out);
                   },
                   [&](const StageChunkEvent& chunk) {
                       if (isDesigner(chunk.agent))
                           takeChunk(chunk.content, chunk.stage, out);
                   },
                   [&](const AttemptFailedEvent& attempt) {
                       if (isDesigner(attempt.agent))
                           withdraw(attempt.stage, out);
                   },
                   [&](const CompleteEvent& complete) {
                       if (isRoadmap(complete.result))
                           forget();
                   },
                   [](const auto& /*other*/) {},
               },
        event);
}

void RunPreview::takeChunk(const QString& text, const QString& stage, QList<PreviewEvent>& out)
{
    if (stage.isEmpty()) {
        const qsizetype before = out.size();
        static_cast<void>(m_whole.feed(text, out));
        m_hasTold = m_hasTold || out.size() > before;
        for (qsizetype i = before; i < out.size(); ++i)
            learn(out[i]);
        return;
    }
    const int index = stageOf(stage);
    if (index < 0)
        return;
    Expansion& expansion = m_expansions[stage];
    QList<PreviewEvent> events;
    static_cast<void>(expansion.heard.feed(text, events));
    for (PreviewEvent& event : events) {
        // What more stages an answer holds is for others to say.
        if (stageIn(event) <= 0)
            place(std::move(event), index, expansion, out);
    }
}

void RunPreview::withdraw(const QString& stage, QList<PreviewEvent>& out)
{
    if (stage.isEmpty()) {
        // What is shown may be an earlier try's: not ours to take back.
        if (m_hasTold)
            out.append(Restarted {});
        forget();
        return;
    }
    const int index = stageOf(stage);
    if (index < 0 || m_expansions.erase(stage) == 0)
        return;
    const qsizetype modules = m_stages[std::size_t(index)].modules.size();
    for (int module = 0; module < modules; ++module)
        out.append(Restarted { { .stage = index, .module = module } });
}

void RunPreview::keepStages(const QStringList& ids, QList<PreviewEvent>& out)
{
    // Only a stage that has spoken has brought anything, and it is forgotten meanwhile.
    QStringList begun;
    for (const auto& [stage, expansion] : m_expansions)
        begun.append(stage);
    for (const QString& stage : std::as_const(begun)) {
        if (!ids.contains(stage))
            withdraw(stage, out);
    }
}

void RunPreview::learn(const PreviewEvent& event)
{
    std::visit(Overload {
                   [this](const NodeOpened& opened) { learnId(opened.place, opened.id); },
                   [this](const StageClosed& closed) { learnId(closed.place, closed.stage.id); },
                   [this](const ModuleClosed& closed) { learnId(closed.place, closed.module.id); },
                   [this](const Restarted& restarted) { unlearn(restarted.below); },
                   [](const auto& /*other*/) {},
               },
        event);
}

void RunPreview::unlearn(const NodePlace& below)
{
    if (below.stage < 0)
        m_stages.clear();
    else if (below.module < 0 && std::size_t(below.stage) < m_stages.size())
        m_stages[std::size_t(below.stage)].modules.clear();
}

void RunPreview::learnId(const NodePlace& place, const QString& id)
{
    if (place.item >= 0)
        return;
    const auto stage = std::size_t(place.stage);
    if (stage >= m_stages.size())
        m_stages.resize(stage + 1);
    if (place.module < 0) {
        m_stages[stage].id = id.trimmed(); // as the outline is read
        return;
    }
    QStringList& modules = m_stages[stage].modules;
    if (place.module >= modules.size())
        modules.resize(place.module + 1);
    modules[place.module] = id.trimmed();
}

/// From a place in one stage's answer to the place in the roadmap. The outline has named the stage
/// and its modules already.
void RunPreview::place(
    PreviewEvent event, int stage, Expansion& expansion, QList<PreviewEvent>& out)
{
    const auto moved = [&](const NodePlace& place, const QString& id = {}) {
        return NodePlace { .stage = stage,
            .module = place.module < 0 ? -1 : moduleAt(place, id, stage, expansion),
            .item = place.item };
    };
    std::visit(Overload {
                   [](RoadmapTitled& /*titled*/) {},
                   [&](NodeOpened& opened) {
                       const qsizetype known = m_stages[std::size_t(stage)].modules.size();
                       opened.place = moved(opened.place, opened.id);
                       if (opened.place.item >= 0 || opened.place.module >= known)
                           out.append(opened);
                   },
                   [&](NodeRenamed& renamed) {
                       renamed.place = moved(renamed.place);
                       if (renamed.place.item >= 0)
                           out.append(renamed);
                   },
                   [&](ModuleClosed& closed) {
                       closed.place = moved(closed.place, closed.module.id);
                       closed.plannedConcepts = 0;
                       out.append(closed);
                   },
                   [&](auto& closed) {
                       closed.place = moved(closed.place);
                       out.append(closed);
                   },
                   [&](Restarted& restarted) { restart(restarted.below, stage, expansion, out); },
               },
        event);
}

/// What follows gives the stage, or the concepts of that module, anew. The modules are the
/// outline's, which stands.
void RunPreview::restart(
    const NodePlace& below, int stage, Expansion& expansion, QList<PreviewEvent>& out)
{
    const auto empty
        = [&](int module) { out.append(Restarted { { .stage = stage, .module = module } }); };
    if (below.module < 0)
        std::ranges::for_each(std::exchange(expansion.modules, {}), empty);
    else if (std::size_t(below.module) < expansion.modules.size())
        empty(expansion.modules[std::size_t(below.module)]);
}

int RunPreview::moduleAt(const NodePlace& place, const QString& id, int stage, Expansion& expansion)
{
    QStringList& known = m_stages[std::size_t(stage)].modules;
    while (expansion.modules.size() <= std::size_t(place.module)) {
        const auto next = int(expansion.modules.size());
        const auto byId = id.isEmpty() ? -1 : int(known.indexOf(id.trimmed()));
        const auto isTaken = [&expansion](int at) {
            return std::ranges::find(expansion.modules, at) != expansion.modules.end();
        };
        if (byId >= 0 && !isTaken(byId))
            expansion.modules.push_back(byId);
        else if (next < known.size() && !isTaken(next))
            expansion.modules.push_back(next);
        else {
            expansion.modules.push_back(int(known.size()));
            known.append(id);
        }
    }
    return expansion.modules[std::size_t(place.module)];
}

int RunPreview::stageOf(const QString& id) const
{
    const auto found = std::ranges::find(m_stages, id, &KnownStage::id);
    return found != m_stages.end() ? int(found - m_stages.begin()) : -1;
}

void RunPreview::forget()
{
    m_whole = RoadmapAssembler();
    m_stages.clear();
    m_expansions.clear();
    m_hasTold = false;
}

} // namespace roadloom
