// SPDX-License-Identifier: Apache-2.0
// What it costs to make text of a model's stream, from bytes in memory: all of a dialect's decoder,
// against our framing with a QJsonDocument an event. Each dialect reads the same words, packed as
// its servers pack them.
#include "core/base/VectorRegisters.h"
#include "core/llm/ChatDialect.h"
#include "core/stream/SseParser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <benchmark/benchmark.h>

#include <array>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr qsizetype streamSize = qsizetype(64) * 1024 * 1024;
constexpr qsizetype eventSize = 250;
constexpr qsizetype pieceSize = qsizetype(64) * 1024;

/// What stands around the words of one event. Padding goes where servers have members of any
/// length, so that each event has eventSize bytes.
struct Packing {
    QByteArray beforePadding;
    QByteArray padding; ///< one byte, repeated as needed
    QByteArray beforeWords;
    QByteArray behindWords;
};

Packing packingOf(ApiStyle style)
{
    switch (style) {
    case ApiStyle::OpenAi:
        return { .beforePadding = "data: {\"id\":\"chatcmpl-"_ba,
            .padding = "7"_ba,
            .beforeWords
            = "\",\"object\":\"chat.completion.chunk\",\"created\":1741000000,"
              "\"model\":\"m-4\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""_ba,
            .behindWords = "\"},\"finish_reason\":null}]}\n\n"_ba };
    case ApiStyle::Anthropic: // pads with blanks itself
        return { .beforePadding = "event: content_block_delta\n"
                                  "data: {\"type\":\"content_block_delta\",\"index\":0,"_ba,
            .padding = " "_ba,
            .beforeWords = "\"delta\":{\"type\":\"text_delta\",\"text\":\""_ba,
            .behindWords = "\"}}\n\n"_ba };
    case ApiStyle::Gemini:
        return { .beforePadding = "data: {\"responseId\": \""_ba,
            .padding = "g"_ba,
            .beforeWords = "\",\"modelVersion\": \"m-2\",\"candidates\": [{\"content\": "
                           "{\"parts\": [{\"text\": \""_ba,
            .behindWords = "\"}],\"role\": \"model\"},\"index\": 0}]}\r\n\r\n"_ba };
    case ApiStyle::Ollama:
        return { .beforePadding = "{\"model\":\"m"_ba,
            .padding = "3"_ba,
            .beforeWords = "\",\"created_at\":\"2025-06-09T17:59:08.84624Z\",\"message\":{\"role\":"
                           "\"assistant\",\"content\":\""_ba,
            .behindWords = "\"},\"done\":false}\n"_ba };
    }
    Q_UNREACHABLE();
}

QByteArray eventOf(const Packing& packing, const QByteArray& words)
{
    const qsizetype used = packing.beforePadding.size() + packing.beforeWords.size() + words.size()
        + packing.behindWords.size();
    return packing.beforePadding + packing.padding.repeated(eventSize - used) + packing.beforeWords
        + words + packing.behindWords;
}

QByteArray streamOf(ApiStyle style)
{
    const std::array words { "根据您的学习目标，we begin with "_ba,
        "linear algebra: 向量与矩阵。"_ba, "接下来 Python 的循环与函数,"_ba,
        " so that the next step is not too steep"_ba, "\\n\\n**第二阶段**：概率论、统计推断"_ba,
        "；每周大约 six hours, 慢慢来。"_ba };
    QByteArray events;
    for (const QByteArray& piece : words)
        events += eventOf(packingOf(style), piece);
    return events.repeated(streamSize / events.size());
}

template <class Feed>
void feedInPieces(QByteArrayView bytes, Feed feed)
{
    for (qsizetype from = 0; from < bytes.size(); from += pieceSize)
        feed(bytes.sliced(from, std::min(pieceSize, bytes.size() - from)));
}

void decodeStream(benchmark::State& state, ApiStyle style)
{
    const QByteArray bytes = streamOf(style);
    qsizetype characters = 0;
    for ([[maybe_unused]] const auto& iteration : state) {
        characters = 0;
        const ChatDecoder::Sink sink = [&characters](const ChatDelta& delta) {
            if (const auto* text = std::get_if<TextDelta>(&delta))
                characters += text->text.size();
        };
        const auto decoder = dialectFor(style).decoder(ServerFailures());
        feedInPieces(bytes, [&](QByteArrayView piece) { decoder->feed(piece, sink); });
        benchmark::DoNotOptimize(characters);
    }
    state.counters["characters"] = double(characters);
    state.SetBytesProcessed(int64_t(state.iterations()) * bytes.size());
}

void decodeOpenAi(benchmark::State& state)
{
    decodeStream(state, ApiStyle::OpenAi);
}
BENCHMARK(decodeOpenAi)->Unit(benchmark::kMillisecond);

void decodeAnthropic(benchmark::State& state)
{
    decodeStream(state, ApiStyle::Anthropic);
}
BENCHMARK(decodeAnthropic)->Unit(benchmark::kMillisecond);

void decodeGemini(benchmark::State& state)
{
    decodeStream(state, ApiStyle::Gemini);
}
BENCHMARK(decodeGemini)->Unit(benchmark::kMillisecond);

void decodeOllama(benchmark::State& state)
{
    decodeStream(state, ApiStyle::Ollama);
}
BENCHMARK(decodeOllama)->Unit(benchmark::kMillisecond);

/// The text of a chunk, and nothing else of it.
QString contentOf(QByteArrayView chunk)
{
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(chunk.data(), chunk.size()));
    return document["choices"_L1][0]["delta"_L1]["content"_L1].toString();
}

void decodeOpenAiWithQt(benchmark::State& state)
{
    const QByteArray bytes = streamOf(ApiStyle::OpenAi);
    qsizetype characters = 0;
    for ([[maybe_unused]] const auto& iteration : state) {
        characters = 0;
        const SseParser::Sink sink
            = [&characters](const SseEvent& event) { characters += contentOf(event.data).size(); };
        SseParser parser;
        releaseUpperHalves(); // as our decoders do
        feedInPieces(bytes, [&](QByteArrayView piece) { parser.feed(piece, sink); });
        benchmark::DoNotOptimize(characters);
    }
    state.counters["characters"] = double(characters);
    state.SetBytesProcessed(int64_t(state.iterations()) * bytes.size());
}
BENCHMARK(decodeOpenAiWithQt)->Unit(benchmark::kMillisecond);

} // namespace
