// SPDX-License-Identifier: Apache-2.0
#include "core/stream/PreviewTeller.h"

#include "core/base/PlainText.h"

#include <algorithm>

namespace roadloom {

/// Made in its place and then filled, since events are large.
template <class Event>
Event& PreviewTeller::add()
{
    return std::get<Event>(m_out->emplaceBack(std::in_place_type<Event>));
}

void PreviewTeller::begin(NodeLevel level)
{
    ++m_counts[std::size_t(level)];
    std::fill(m_counts.begin() + std::ptrdiff_t(level) + 1, m_counts.end(), 0);
    told(level) = {};
}

void PreviewTeller::restart(NodeLevel level)
{
    if (count(level) == 0)
        return;
    m_counts[std::size_t(level)] = 0;
    auto& restarted = add<Restarted>();
    if (level > NodeLevel::Stage)
        restarted.below = placeOf(NodeLevel(int(level) - 1));
}

void PreviewTeller::tellTitle(const QString& title)
{
    const QString shown = hasVisibleCharacter(title) ? title : QString();
    if (shown == m_title)
        return;
    m_title = shown;
    add<RoadmapTitled>().title = shown;
}

void PreviewTeller::tellName(
    NodeLevel level, const QString& name, bool isWhole, RoadmapDraft& draft)
{
    Told& before = told(level);
    if (!before.isOpen) {
        if (!name.isEmpty())
            open(level, name, isWhole, draft);
        return;
    }
    if (before.name == name && before.isWhole == isWhole)
        return;
    before.name = name;
    before.isWhole = isWhole;
    auto& renamed = add<NodeRenamed>();
    renamed.place = placeOf(level);
    renamed.name = name;
    renamed.isWhole = isWhole;
}

NodePlace PreviewTeller::placeOf(NodeLevel level) const
{
    const auto at = [&](NodeLevel l) { return l <= level ? m_counts[std::size_t(l)] - 1 : -1; };
    return { .stage = at(NodeLevel::Stage),
        .module = at(NodeLevel::Module),
        .item = at(NodeLevel::Concept) };
}

void PreviewTeller::open(NodeLevel level, const QString& name, bool isWhole, RoadmapDraft& draft)
{
    if (level > NodeLevel::Stage) {
        const auto above = NodeLevel(int(level) - 1);
        if (!told(above).isOpen)
            open(above, {}, false, draft);
    }
    constexpr std::array objects { RoadmapObject::Stage, RoadmapObject::Module,
        RoadmapObject::Concept };
    told(level) = { .isOpen = true, .isWhole = isWhole, .name = name };
    auto& opened = add<NodeOpened>();
    opened.place = placeOf(level);
    opened.id = draft.id(objects[std::size_t(level)]);
    opened.name = name;
    opened.isWhole = isWhole;
}

void PreviewTeller::tellClosing(NodeLevel level, RoadmapDraft& draft)
{
    if (!told(level).isOpen)
        open(level, {}, true, draft);
    const NodePlace place = placeOf(level);
    if (level == NodeLevel::Stage) {
        auto& closed = add<StageClosed>();
        closed.place = place;
        closed.stage = std::move(draft.stage);
    } else if (level == NodeLevel::Module) {
        auto& closed = add<ModuleClosed>();
        closed.place = place;
        closed.module = std::move(draft.module);
        closed.plannedConcepts = draft.plannedConcepts;
    } else {
        auto& closed = add<ConceptClosed>();
        closed.place = place;
        std::swap(closed.item, draft.item); // leaves a new one behind
    }
}

} // namespace roadloom
