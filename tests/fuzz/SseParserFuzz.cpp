// SPDX-License-Identifier: Apache-2.0
// Any bytes are an event stream, whatever their pieces.
#include "core/stream/SseParser.h"
#include "tests/fuzz/Pieces.h"

#include <QByteArrayList>

using namespace roadloom;

namespace {

constexpr qsizetype limit = 512; ///< small enough to be met

/// What a stream comes to, each event as one line of its fields.
struct Outcome {
    QByteArrayList events;
    bool hasFailed = false;
    QByteArray rest;

    bool operator==(const Outcome&) const = default;
};

template <class Feed>
Outcome outcomeOf(Feed feed)
{
    SseParser parser(limit);
    Outcome outcome;
    feed(parser, [&outcome](const SseEvent& event) {
        outcome.events.append(event.type.toByteArray() + '\n' + event.lastEventId.toByteArray()
            + '\n' + event.data.toByteArray());
    });
    outcome.hasFailed = parser.hasFailed();
    if (!outcome.hasFailed)
        outcome.rest = parser.unfinishedEvent().data;
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const Outcome whole = outcomeOf([&](SseParser& parser, const SseParser::Sink& sink) {
        static_cast<void>(parser.feed(input.text, sink));
    });
    const Outcome pieces = outcomeOf([&](SseParser& parser, const SseParser::Sink& sink) {
        fuzz::feedInPieces(input.text, input.cut,
            [&](QByteArrayView piece) { static_cast<void>(parser.feed(piece, sink)); });
    });
    fuzz::require(whole == pieces, "Another split gave other events.");
    return 0;
}
