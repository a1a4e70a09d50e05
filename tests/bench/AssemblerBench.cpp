// SPDX-License-Identifier: Apache-2.0
// What it costs to follow a roadmap while it streams: an answer's pieces made prose and preview,
// against Boost.JSON parsing the same pieces for nothing, and against parsing all that has come
// once more at each piece.
#include "core/base/Json.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/stream/RoadmapAssembler.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <boost/json/basic_parser_impl.hpp>

#include <benchmark/benchmark.h>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr qsizetype megabyte = qsizetype(1024) * 1024;

/// A framework of about so many bytes, all of them ASCII, as an architect would write it.
QString roadmapText(qsizetype size)
{
    constexpr qsizetype bytesOfConcept = 475; // with its share of module and stage
    CurriculumDesign design;
    design.framework = sample::largeRoadmap(size / bytesOfConcept);
    for (Stage& stage : design.framework.stages) {
        for (Module& module : stage.modules) {
            module.description = u"What belongs together, and what it is for."_s;
            for (Concept& item : module.concepts) {
                item.prerequisites = { u"c-%1"_s.arg(item.id.size()) };
                item.description = u"What a loop is, when a list is to be walked and when it is to "
                                   u"be built anew, and how to read the \"traceback\" that a "
                                   u"wrong index leaves behind."_s;
            }
        }
    }
    return QString::fromUtf8(writeJson(toJson(design)));
}

const QString& megabyteText(qsizetype count)
{
    static const QString one = roadmapText(megabyte);
    static const QString two = roadmapText(2 * megabyte);
    return count == 1 ? one : two;
}

template <class Text, class Feed>
void feedInPieces(Text text, qsizetype size, Feed feed)
{
    for (qsizetype from = 0; from < text.size(); from += size)
        feed(text.sliced(from, std::min(size, text.size() - from)));
}

qsizetype assemble(QStringView text, qsizetype pieceSize)
{
    RoadmapAssembler assembler;
    QList<PreviewEvent> events;
    qsizetype eventCount = 0;
    feedInPieces(text, pieceSize, [&](QStringView piece) {
        const QString prose = assembler.feed(piece, events);
        eventCount += events.size() + prose.size();
        events.clear();
    });
    const QString prose = assembler.finish(events);
    return eventCount + prose.size();
}

/// Takes whatever a JSON parser finds, and does nothing.
struct EmptyHandler {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    using Failure = json::error_code;
    static bool on_document_begin(Failure& /*failure*/) { return true; }
    static bool on_document_end(Failure& /*failure*/) { return true; }
    static bool on_object_begin(Failure& /*failure*/) { return true; }
    static bool on_object_end(std::size_t /*count*/, Failure& /*failure*/) { return true; }
    static bool on_array_begin(Failure& /*failure*/) { return true; }
    static bool on_array_end(std::size_t /*count*/, Failure& /*failure*/) { return true; }
    static bool on_key_part(json::string_view, std::size_t, Failure& /*failure*/) { return true; }
    static bool on_key(json::string_view, std::size_t, Failure& /*failure*/) { return true; }
    static bool on_string_part(json::string_view, std::size_t, Failure& /*failure*/)
    {
        return true;
    }
    static bool on_string(json::string_view, std::size_t, Failure& /*failure*/) { return true; }
    static bool on_number_part(json::string_view, Failure& /*failure*/) { return true; }
    static bool on_int64(std::int64_t, json::string_view, Failure& /*failure*/) { return true; }
    static bool on_uint64(std::uint64_t, json::string_view, Failure& /*failure*/) { return true; }
    static bool on_double(double, json::string_view, Failure& /*failure*/) { return true; }
    static bool on_bool(bool, Failure& /*failure*/) { return true; }
    static bool on_null(Failure& /*failure*/) { return true; }
    static bool on_comment_part(json::string_view, Failure& /*failure*/) { return true; }
    static bool on_comment(json::string_view, Failure& /*failure*/) { return true; }
};

/// A range of pieces' sizes, in bytes.
void roadmapAssembler(benchmark::State& state)
{
    const QString& text = megabyteText(1);
    for ([[maybe_unused]] const auto& iteration : state)
        benchmark::DoNotOptimize(assemble(text, state.range(0)));
    state.SetBytesProcessed(int64_t(state.iterations()) * text.size());
}
BENCHMARK(roadmapAssembler)->Arg(4)->Arg(16)->Arg(64)->Unit(benchmark::kMillisecond);

void roadmapEmptyHandler(benchmark::State& state)
{
    const QByteArray text = megabyteText(1).toUtf8();
    for ([[maybe_unused]] const auto& iteration : state) {
        json::basic_parser<EmptyHandler> parser { json::parse_options() };
        json::error_code failure;
        feedInPieces(QByteArrayView(text), state.range(0), [&](QByteArrayView piece) {
            parser.write_some(true, piece.data(), std::size_t(piece.size()), failure);
        });
        benchmark::DoNotOptimize(failure);
    }
    state.SetBytesProcessed(int64_t(state.iterations()) * text.size());
}
BENCHMARK(roadmapEmptyHandler)->Arg(4)->Arg(16)->Arg(64)->Unit(benchmark::kMillisecond);

void roadmapOfTwoMegabytes(benchmark::State& state)
{
    const QString& text = megabyteText(2);
    for ([[maybe_unused]] const auto& iteration : state)
        benchmark::DoNotOptimize(assemble(text, state.range(0)));
}
BENCHMARK(roadmapOfTwoMegabytes)->Arg(16)->Unit(benchmark::kMillisecond);

// Re-parsing is quadratic: a small roadmap, in pieces as a model sends them.
constexpr qsizetype smallSize = qsizetype(128) * 1024;
constexpr qsizetype wordSize = 16;

void roadmapSmall(benchmark::State& state)
{
    const QString text = roadmapText(smallSize);
    for ([[maybe_unused]] const auto& iteration : state)
        benchmark::DoNotOptimize(assemble(text, wordSize));
}
BENCHMARK(roadmapSmall)->Unit(benchmark::kMillisecond);

void roadmapSmallParsedAgain(benchmark::State& state)
{
    const QByteArray text = roadmapText(smallSize).toUtf8();
    for ([[maybe_unused]] const auto& iteration : state) {
        qsizetype size = 0;
        feedInPieces(QByteArrayView(text), wordSize, [&](QByteArrayView piece) {
            size += piece.size();
            json::basic_parser<EmptyHandler> parser { json::parse_options() };
            json::error_code failure;
            parser.write_some(true, text.data(), std::size_t(size), failure);
            benchmark::DoNotOptimize(failure);
        });
    }
}
BENCHMARK(roadmapSmallParsedAgain)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
