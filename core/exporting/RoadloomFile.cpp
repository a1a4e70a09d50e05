// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadloomFile.h"

#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadloomFile)
};

constexpr json::string_view formatWord = "roadloom";
constexpr qsizetype mostTags = 100; ///< that are read: more than a library keeps

/// With its offset from UTC, which a local time does not tell.
json::string momentText(const QDateTime& moment)
{
    return toJsonString(moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs));
}

QDateTime momentFrom(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

/// The ids of what was studied, in the order in which they are written.
QStringList studiedIds(const RoadmapDocument& document)
{
    QSet<QString> left;
    for (const auto& [id, study] : document.studies.asKeyValueRange()) {
        if (study != ConceptStudy {})
            left.insert(id);
    }
    for (const auto& [id, finish] : document.finishes.asKeyValueRange())
        left.insert(id);
    QStringList ids;
    forEachConcept(document.roadmap(), [&](const Stage&, const Module&, const Concept& item) {
        if (left.remove(item.id))
            ids.append(item.id);
    });
    QStringList gone = left.values();
    gone.sort();
    return ids + gone;
}

json::array studyJson(const RoadmapDocument& document)
{
    json::array list;
    for (const QString& id : studiedIds(document)) {
        json::object& entry = list.emplace_back(json::object()).get_object();
        const ConceptStudy study = studyOf(document, id);
        entry["concept_id"] = toJsonString(id);
        entry["state"] = toJsonString(studyStateName(study.state));
        if (!study.note.isEmpty())
            entry["note"] = toJsonString(study.note);
        if (const auto finish = document.finishes.constFind(id);
            finish != document.finishes.cend()) {
            if (finish->moment.isValid())
                entry["finished"] = momentText(finish->moment);
            entry["hours"] = finish->hours;
        }
    }
    return list;
}

json::object requestJson(LearnerRequest request)
{
    request.userId.clear();
    request.sessionId.clear();
    return toJson(request);
}

void readStudyEntry(const json::value& value, RoadmapDocument& document)
{
    ReadProblems problems;
    JsonReader reader(value, {}, problems);
    const QString id = reader.requiredString("concept_id");
    const ConceptStudy study {
        reader.optionalWord("state", studyStateWords).value_or(StudyState::ToDo),
        reader.string("note")
    };
    const QDateTime finished = momentFrom(reader.string("finished"));
    const std::optional<double> hours = reader.optionalNumber("hours");
    if (!problems.isEmpty())
        return;
    if (study != ConceptStudy {})
        document.studies.insert(id, study);
    if (study.state == StudyState::Done && (finished.isValid() || hours)
        && std::isfinite(hours.value_or(0.0)))
        document.finishes.insert(id, { finished, std::max(0.0, hours.value_or(0.0)) });
}

void readTags(JsonReader& reader, RoadmapDocument& document)
{
    const json::value* tags = reader.member("tags");
    if (tags == nullptr || !tags->is_array())
        return;
    for (const json::value& tag : tags->get_array()) {
        if (tag.is_string() && document.tags.size() < mostTags)
            document.tags.append(toQString(tag.get_string()));
    }
}

void readStudy(JsonReader& reader, RoadmapDocument& document)
{
    const json::value* study = reader.member("study");
    if (study == nullptr || !study->is_array())
        return;
    for (const json::value& entry : study->get_array())
        readStudyEntry(entry, document);
}

void readWish(JsonReader& reader, RoadmapDocument& document)
{
    const json::value* request = reader.member("request");
    if (request == nullptr)
        return;
    if (const Result<LearnerRequest> wish = readLearnerRequest(*request))
        document.request = wish.value();
    document.request.userId.clear();
    document.request.sessionId.clear();
}

} // namespace

QByteArray writeRoadloomFile(const RoadmapDocument& document)
{
    json::object file;
    file["format"] = formatWord;
    file["version"] = roadloomFileVersion;
    if (!document.id.isEmpty())
        file["id"] = toJsonString(document.id);
    if (document.created.isValid())
        file["created"] = momentText(document.created);
    file["hours_per_week"] = document.hoursPerWeek;
    if (!document.tags.isEmpty())
        file["tags"] = toJsonArray(document.tags);
    file["framework"] = toJson(document.roadmap());
    file["design_rationale"] = toJsonString(document.design.designRationale);
    if (!document.design.extras.empty())
        file["design_extras"] = document.design.extras;
    file["request"] = requestJson(document.request);
    file["study"] = studyJson(document);
    addMissing(file, document.extras);
    return writeJson(file) + '\n';
}

bool isRoadloomFile(const json::value& value)
{
    const json::object* object = value.if_object();
    const json::value* format = object != nullptr ? object->if_contains("format") : nullptr;
    return format != nullptr && format->is_string() && format->get_string() == formatWord;
}

Result<RoadmapDocument> readRoadloomFile(const json::value& value)
{
    ReadProblems problems;
    JsonReader reader(value, {}, problems);
    static_cast<void>(reader.member("format"));
    const int version = reader.requiredInteger("version");
    if (version > roadloomFileVersion)
        return Error { ErrorKind::InvalidInput,
            Translation::tr(
                "This file was written by a newer Roadloom. Update Roadloom to read it."),
            u"version: expected at most %1, found %2"_s.arg(roadloomFileVersion).arg(version) };
    RoadmapDocument document;
    document.id = reader.string("id");
    document.created = momentFrom(reader.string("created"));
    document.hoursPerWeek = std::clamp(reader.integer("hours_per_week", usualHoursPerWeek),
        requestLimits::minHoursPerWeek, requestLimits::maxHoursPerWeek);
    if (const json::value* framework = reader.requiredMember("framework"))
        document.design.framework = readRoadmapAt(*framework, u"framework"_s, problems);
    document.design.designRationale = reader.string("design_rationale");
    if (const json::value* extras = reader.member("design_extras");
        extras != nullptr && extras->is_object())
        document.design.extras = extras->get_object();
    readWish(reader, document);
    readStudy(reader, document);
    readTags(reader, document);
    document.extras = reader.extras();
    if (auto error = findReadError(document.roadmap(), problems))
        return *std::move(error);
    return document;
}

} // namespace roadloom
