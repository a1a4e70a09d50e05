// SPDX-License-Identifier: Apache-2.0
// Any text is an answer; its preview opens each node once, below open ones, before it closes.
#include "core/base/Overload.h"
#include "core/stream/RoadmapAssembler.h"
#include "tests/fuzz/Pieces.h"

#include <array>

using namespace roadloom;

namespace {

using Events = QList<PreviewEvent>;

/// What an answer comes to, but for how its names grew.
struct Outcome {
    QString prose;
    QString json;
    QString title;
    Events events;

    bool operator==(const Outcome&) const = default;
};

/// Names as they have come to be.
Outcome settled(Outcome outcome)
{
    Events events;
    NodeOpened* opened = nullptr;
    for (const PreviewEvent& event : outcome.events) {
        const auto* const renamed = std::get_if<NodeRenamed>(&event);
        if (const auto* const titled = std::get_if<RoadmapTitled>(&event)) {
            outcome.title = titled->title;
        } else if (renamed != nullptr && opened != nullptr && opened->place == renamed->place) {
            opened->name = renamed->name;
            opened->isWhole = renamed->isWhole;
        } else {
            events.append(event);
            opened = std::get_if<NodeOpened>(&events.last());
        }
    }
    // What renames are left are of nodes that were named twice: the last is what counts.
    events.removeIf(
        [](const PreviewEvent& event) { return std::holds_alternative<NodeRenamed>(event); });
    outcome.events = events;
    return outcome;
}

/// How many nodes there are below each, as their places say.
class Counter {
public:
    void operator()(const RoadmapTitled& /*event*/) const { }
    void operator()(const NodeRenamed& event) const { requireOpen(event.place); }
    void operator()(const StageClosed& event) const { requireOpen(event.place); }
    void operator()(const ModuleClosed& event) const { requireOpen(event.place); }
    void operator()(const ConceptClosed& event) const { requireOpen(event.place); }
    void operator()(const NodeOpened& event)
    {
        const auto [stage, module, item] = event.place;
        const std::size_t level = item >= 0 ? 2 : module >= 0 ? 1 : 0;
        const std::array at { stage, module, item };
        fuzz::require(at[level] == m_counts[level], "A node was opened out of order.");
        for (std::size_t above = 0; above < level; ++above)
            fuzz::require(at[above] == m_counts[above] - 1, "A node was opened elsewhere.");
        ++m_counts[level];
        std::fill(m_counts.begin() + level + 1, m_counts.end(), 0);
    }
    void operator()(const Restarted& event)
    {
        const std::size_t level = event.below.module >= 0 ? 2 : event.below.stage >= 0 ? 1 : 0;
        std::fill(m_counts.begin() + level, m_counts.end(), 0);
    }

private:
    void requireOpen(const NodePlace& place) const
    {
        fuzz::require(place.stage == m_counts[0] - 1 && place.module < m_counts[1]
                && place.item < m_counts[2],
            "Something was told of a node that is not open.");
    }

    std::array<int, 3> m_counts {};
};

template <class Feed>
Outcome outcomeOf(Feed feed)
{
    RoadmapAssembler assembler;
    Outcome outcome;
    feed(assembler, outcome);
    outcome.prose += assembler.finish(outcome.events);
    outcome.json = assembler.json();
    Counter counter;
    for (const PreviewEvent& event : outcome.events)
        std::visit(counter, event);
    return settled(outcome);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const QString text = QString::fromUtf8(input.text);
    const Outcome whole = outcomeOf([&](RoadmapAssembler& assembler, Outcome& outcome) {
        outcome.prose = assembler.feed(text, outcome.events);
    });
    const Outcome pieces = outcomeOf([&](RoadmapAssembler& assembler, Outcome& outcome) {
        fuzz::feedInPieces(QStringView(text), input.cut,
            [&](QStringView piece) { outcome.prose += assembler.feed(piece, outcome.events); });
    });
    fuzz::require(whole == pieces, "Another split gave another preview.");
    return 0;
}
