// SPDX-License-Identifier: Apache-2.0
// Any bytes are requests of a connection or a fault, whatever their pieces.
#include "core/hub/RequestParser.h"
#include "tests/fuzz/Pieces.h"

using namespace roadloom;

namespace {

constexpr RequestParser::Limits limits { .header = 512, .body = 1024, .fields = 8 };

struct Outcome {
    QByteArray requests;
    std::optional<RequestFault> fault;

    bool operator==(const Outcome&) const = default;
};

template <class Feed>
Outcome outcomeOf(Feed feed)
{
    RequestParser parser(limits);
    Outcome outcome;
    QByteArray rest;
    feed([&](QByteArrayView piece) {
        rest.append(piece);
        while (!rest.isEmpty() && !parser.fault()) {
            rest.remove(0, parser.feed(rest));
            if (!parser.isWhole())
                break;
            const IncomingRequest request = parser.take();
            fuzz::require(request.body.size() <= limits.body, "A body is longer than it may be.");
            fuzz::require(request.path.startsWith('/'), "A path begins otherwise.");
            outcome.requests += request.method + ' ' + request.path + '?' + request.query + '\n'
                + request.body + '\n';
            for (const auto& [name, value] : request.fields)
                outcome.requests += name + ':' + value + '\n';
        }
    });
    outcome.fault = parser.fault();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const Outcome whole = outcomeOf([&](const auto& take) { take(input.text); });
    const Outcome pieces
        = outcomeOf([&](const auto& take) { fuzz::feedInPieces(input.text, input.cut, take); });
    fuzz::require(whole == pieces, "Another split gave other requests.");
    return 0;
}
