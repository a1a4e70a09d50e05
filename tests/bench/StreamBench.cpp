// SPDX-License-Identifier: Apache-2.0
// What framing an event stream costs, against the plain way: QTextStream::readLine and a cut at the
// colon. Both read the same bytes from memory.
#include "core/stream/SseParser.h"

#include <QBuffer>
#include <QTextStream>

#include <benchmark/benchmark.h>

using namespace Qt::StringLiterals;
using roadloom::SseEvent;
using roadloom::SseParser;

namespace {

constexpr qsizetype streamSize = qsizetype(64) * 1024 * 1024;
constexpr qsizetype eventSize = 250;
constexpr qsizetype pieceSize = qsizetype(64) * 1024;

/// One event of exactly eventSize bytes, as a model's gateway would send it.
QByteArray eventBytes()
{
    const QByteArray head = "data: {\"id\":\"chatcmpl-7Qw\",\"object\":\"chat.completion.chunk\","
                            "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"";
    const QByteArray text = "根据您的学习目标，we begin with linear algebra: 向量与矩阵。";
    const QByteArray tail = "\"}}]}\n\n";
    const qsizetype padding = eventSize - head.size() - text.size() - tail.size();
    return head + text + QByteArray(padding, '.') + tail;
}

const QByteArray& stream()
{
    static const QByteArray bytes = eventBytes().repeated(streamSize / eventSize);
    return bytes;
}

void countBytes(benchmark::State& state)
{
    state.SetBytesProcessed(int64_t(state.iterations()) * stream().size());
}

void sseParser(benchmark::State& state)
{
    const QByteArrayView bytes = stream();
    for ([[maybe_unused]] const auto& iteration : state) {
        qsizetype dataBytes = 0;
        const SseParser::Sink sink
            = [&dataBytes](const SseEvent& event) { dataBytes += event.data.size(); };
        SseParser parser;
        for (qsizetype from = 0; from < bytes.size(); from += pieceSize)
            parser.feed(bytes.sliced(from, std::min(pieceSize, bytes.size() - from)), sink);
        benchmark::DoNotOptimize(dataBytes);
    }
    countBytes(state);
}
BENCHMARK(sseParser)->Unit(benchmark::kMillisecond);

void textStreamLines(benchmark::State& state)
{
    for ([[maybe_unused]] const auto& iteration : state) {
        QBuffer buffer;
        buffer.setData(stream());
        buffer.open(QIODevice::ReadOnly);
        QTextStream lines(&buffer);
        QString line;
        qsizetype dataCharacters = 0;
        while (lines.readLineInto(&line)) {
            const qsizetype colon = line.indexOf(u':');
            if (colon >= 0 && QStringView(line).first(colon) == "data"_L1)
                dataCharacters += line.mid(colon + 1).size();
        }
        benchmark::DoNotOptimize(dataCharacters);
    }
    countBytes(state);
}
BENCHMARK(textStreamLines)->Unit(benchmark::kMillisecond);

} // namespace
