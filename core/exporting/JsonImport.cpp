// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/JsonImport.h"

#include "core/exporting/RoadloomFile.h"
#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(JsonImport)
};

const json::value* member(const json::value* value, json::string_view key)
{
    const json::object* object = value != nullptr ? value->if_object() : nullptr;
    return object != nullptr ? object->if_contains(key) : nullptr;
}

/// The part of an event, or of a document, that holds the design; null if none does.
const json::value* designIn(const json::value& value)
{
    for (const json::value* candidate :
        { &value, member(&value, "data"), member(&value, "summary") }) {
        const bool isDesign = member(candidate, "framework") != nullptr
            || (member(candidate, "stages") != nullptr
                && member(candidate, "roadmap_id") != nullptr);
        if (isDesign)
            return candidate;
    }
    return nullptr;
}

/// Of `whole`, which is the design itself or an event that holds it.
Result<RoadmapDocument> readDesign(const json::value& design, const json::value& whole)
{
    Result<CurriculumDesign> read = readCurriculumDesign(design);
    if (!read)
        return read.error();
    RoadmapDocument document;
    document.design = std::move(read).value();
    if (&design != &whole) // what else an event tells is about the run
        document.design.extras.clear();
    document.request.preferences.learningGoal = document.roadmap().title;
    return document;
}

Error nothingThere()
{
    return { ErrorKind::BadOutput,
        Translation::tr("There is no roadmap in this file. Roadloom reads its own files, the JSON "
                        "of roadmaps, the events of a run, OPML and Markdown outlines."),
        {} };
}

/// The JSON of a line of events; empty if it holds none.
QByteArrayView jsonOf(QByteArrayView line)
{
    line = line.trimmed();
    constexpr QByteArrayView mark("data:");
    if (line.startsWith(mark))
        line = line.sliced(mark.size()).trimmed();
    return line.startsWith('{') ? line : QByteArrayView();
}

/// Calls visit(line) for each line.
template <class Visit>
void forEachLine(QByteArrayView text, Visit visit)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        visit(end < 0 ? text : text.first(end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
}

} // namespace

Result<RoadmapDocument> readJsonDocument(QByteArrayView json)
{
    const Result<json::value> value = parseJson(json);
    if (!value)
        return value.error();
    if (isRoadloomFile(value.value()))
        return readRoadloomFile(value.value());
    const json::value* design = designIn(value.value());
    if (design == nullptr)
        return nothingThere();
    return readDesign(*design, value.value());
}

bool looksLikeEvents(QByteArrayView text)
{
    text = text.trimmed();
    for (const QByteArrayView start : { QByteArrayView("data:"), QByteArrayView("event:"),
             QByteArrayView("id:"), QByteArrayView(":") }) {
        if (text.startsWith(start))
            return true;
    }
    // More than one object, the first on a line of its own.
    const qsizetype end = text.indexOf('\n');
    if (!text.startsWith("{\"") || end < 0)
        return false;
    return text.first(end).trimmed().endsWith('}') && text.sliced(end).trimmed().startsWith("{\"");
}

Result<RoadmapDocument> readEvents(QByteArrayView text)
{
    std::optional<Result<RoadmapDocument>> last;
    forEachLine(text, [&last](QByteArrayView line) {
        const QByteArrayView json = jsonOf(line);
        // Most events are words: they are not worth parsing.
        if (json.isEmpty() || !json.contains("\"stages\""))
            return;
        const Result<json::value> value = parseJson(json);
        const json::value* design = value ? designIn(value.value()) : nullptr;
        if (design == nullptr)
            return;
        Result<RoadmapDocument> document = readDesign(*design, value.value());
        if (document || !last) // a good one stands against a broken one behind it
            last = std::move(document);
    });
    return last ? *std::move(last) : Result<RoadmapDocument>(nothingThere());
}

} // namespace roadloom
