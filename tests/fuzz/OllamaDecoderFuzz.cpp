// SPDX-License-Identifier: Apache-2.0
// Any bytes are the body of a model's answer: lines of JSON, events, or neither.
#include "core/base/Overload.h"
#include "core/llm/ChatDialect.h"
#include "tests/fuzz/Pieces.h"

#include <utility>

using namespace roadloom;

namespace {

/// What a body comes to: its words, and how it ended.
struct Outcome {
    QString text;
    QString reasoning;
    int ends = 0;
    int errors = 0;

    bool operator==(const Outcome&) const = default;
};

template <class Feed>
Outcome outcomeOf(Feed feed)
{
    Outcome outcome;
    const auto decoder = dialectFor(ApiStyle::Ollama).decoder(ServerFailures());
    const ChatDecoder::Sink sink = [&outcome](const ChatDelta& delta) {
        std::visit(Overload {
                       [&](const TextDelta& text) { outcome.text += text.text; },
                       [&](const ReasoningDelta& text) { outcome.reasoning += text.text; },
                       [&](const TextWasReasoning&) {
                           outcome.reasoning += std::exchange(outcome.text, {});
                       },
                       [&](const AnswerEnd&) { ++outcome.ends; },
                       [&](const Error&) { ++outcome.errors; },
                   },
            delta);
    };
    feed(*decoder, sink);
    decoder->finish(BodyEnd::Proper, sink);
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const Outcome whole = outcomeOf([&](ChatDecoder& decoder, const ChatDecoder::Sink& sink) {
        decoder.feed(input.text, sink);
    });
    const Outcome pieces = outcomeOf([&](ChatDecoder& decoder, const ChatDecoder::Sink& sink) {
        fuzz::feedInPieces(
            input.text, input.cut, [&](QByteArrayView piece) { decoder.feed(piece, sink); });
    });
    fuzz::require(whole.ends + whole.errors == 1, "There was not one end.");
    fuzz::require(whole == pieces, "Another split gave another answer.");
    return 0;
}
