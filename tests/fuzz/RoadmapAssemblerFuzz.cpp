// SPDX-License-Identifier: Apache-2.0
// Any text is an answer; its preview opens each node once, below open ones, and closes it at most
// once.
#include "core/base/Overload.h"
#include "core/stream/RoadmapAssembler.h"
#include "tests/fuzz/Pieces.h"

#include <algorithm>
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

/// Names as they have come to be, each in the opening of its node: how often they grew on the way
/// is the split's doing.
Outcome settled(Outcome outcome)
{
    Events events;
    const auto openingOf = [&events](const NodePlace& place) {
        return std::find_if(events.rbegin(), events.rend(), [&place](const PreviewEvent& event) {
            const auto* const opened = std::get_if<NodeOpened>(&event);
            return opened != nullptr && opened->place == place;
        });
    };
    for (const PreviewEvent& event : outcome.events) {
        if (const auto* const titled = std::get_if<RoadmapTitled>(&event)) {
            outcome.title = titled->title;
        } else if (const auto* const renamed = std::get_if<NodeRenamed>(&event)) {
            auto& opened = std::get<NodeOpened>(*openingOf(renamed->place));
            opened.name = renamed->name;
            opened.isWhole = renamed->isWhole;
        } else {
            events.append(event);
        }
    }
    outcome.events = events;
    return outcome;
}

/// Follows the nodes that are open: at most one of each level.
class Counter {
public:
    void operator()(const RoadmapTitled& /*event*/) const { }
    void operator()(const NodeRenamed& event) const { requireOpen(event.place); }
    void operator()(const StageClosed& event) { close(event.place); }
    void operator()(const ModuleClosed& event) { close(event.place); }
    void operator()(const ConceptClosed& event) { close(event.place); }
    void operator()(const NodeOpened& event)
    {
        const std::size_t level = levelOf(event.place);
        const std::array at { event.place.stage, event.place.module, event.place.item };
        fuzz::require(at[level] == m_counts[level], "A node was opened out of order.");
        if (level > 0)
            requireOpen({ .stage = at[0], .module = level > 1 ? at[1] : -1 });
        ++m_counts[level];
        m_isOpen[level] = true;
        forgetFrom(level + 1);
    }
    void operator()(const Restarted& event)
    {
        forgetFrom(event.below.stage < 0 ? 0 : levelOf(event.below) + 1);
    }

private:
    static std::size_t levelOf(const NodePlace& place)
    {
        return place.item >= 0 ? 2 : place.module >= 0 ? 1 : 0;
    }

    void forgetFrom(std::size_t level)
    {
        std::fill(m_counts.begin() + std::ptrdiff_t(level), m_counts.end(), 0);
        std::fill(m_isOpen.begin() + std::ptrdiff_t(level), m_isOpen.end(), false);
    }

    void requireOpen(const NodePlace& place) const
    {
        const std::size_t level = levelOf(place);
        const std::array at { place.stage, place.module, place.item };
        for (std::size_t l = 0; l <= level; ++l)
            fuzz::require(m_isOpen[l] && at[l] == m_counts[l] - 1,
                "Something was told of a node that is not open.");
    }

    void close(const NodePlace& place)
    {
        requireOpen(place);
        m_isOpen[levelOf(place)] = false;
    }

    std::array<int, 3> m_counts {}; ///< nodes so far below the one above
    std::array<bool, 3> m_isOpen {}; ///< the last of them
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
