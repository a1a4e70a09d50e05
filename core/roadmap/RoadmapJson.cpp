// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapJson.h"

#include "core/base/EnumWords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapJson)
};

constexpr std::array difficultyWords {
    EnumWord<Difficulty> { Difficulty::Easy, "easy"_L1 },
    EnumWord<Difficulty> { Difficulty::Medium, "medium"_L1 },
    EnumWord<Difficulty> { Difficulty::Hard, "hard"_L1 },
};

constexpr std::array contentStatusWords {
    EnumWord<ContentStatus> { ContentStatus::Pending, "pending"_L1 },
    EnumWord<ContentStatus> { ContentStatus::Generating, "generating"_L1 },
    EnumWord<ContentStatus> { ContentStatus::Completed, "completed"_L1 },
    EnumWord<ContentStatus> { ContentStatus::Failed, "failed"_L1 },
};

/// Reads an enum word, for which models also write "Easy"; one we do not know is put into
/// `unknown`, to be kept.
template <class Enum, std::size_t count>
Enum readWord(JsonReader& reader, json::string_view key, Enum fallback,
    const std::array<EnumWord<Enum>, count>& words, json::object& unknown)
{
    const std::optional<QString> text = reader.optionalString(key);
    if (!text)
        return fallback;
    const Enum value = valueFor(text->trimmed().toLower(), words).value_or(Enum::Other);
    if (value == Enum::Other)
        unknown[key] = toJsonString(*text);
    return value;
}

/// content_version is "v1" from some servers and a number from others.
QString readContentVersion(JsonReader& reader, const QString& fallback)
{
    const json::value* value = reader.member("content_version");
    if (value != nullptr && value->is_number())
        return u"v%1"_s.arg(reader.integer("content_version", 1));
    return reader.string("content_version", fallback);
}

ConceptContent readContent(JsonReader& reader, json::object& unknown)
{
    ConceptContent content;
    content.tutorialStatus
        = readWord(reader, "content_status", content.tutorialStatus, contentStatusWords, unknown);
    content.contentRef = reader.string("content_ref");
    content.contentVersion = readContentVersion(reader, content.contentVersion);
    content.contentSummary = reader.string("content_summary");
    content.tutorialId = reader.string("tutorial_id");
    content.resourcesStatus = readWord(
        reader, "resources_status", content.resourcesStatus, contentStatusWords, unknown);
    content.resourcesId = reader.string("resources_id");
    content.resourcesCount = reader.integer("resources_count", 0);
    content.quizStatus
        = readWord(reader, "quiz_status", content.quizStatus, contentStatusWords, unknown);
    content.quizId = reader.string("quiz_id");
    content.quizQuestionsCount = reader.integer("quiz_questions_count", 0);
    return content;
}

Concept readConcept(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    Concept item;
    json::object unknownWords;
    item.id = reader.requiredString("concept_id");
    item.name = reader.requiredString("name");
    item.description = reader.requiredString("description");
    item.estimatedHours = reader.requiredNumber("estimated_hours");
    item.prerequisites = reader.strings("prerequisites");
    item.difficulty
        = readWord(reader, "difficulty", item.difficulty, difficultyWords, unknownWords);
    item.keywords = reader.strings("keywords");
    item.content = readContent(reader, unknownWords);
    item.extras = reader.extras();
    addMissing(item.extras, unknownWords);
    return item;
}

Module readModule(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    Module module;
    module.id = reader.requiredString("module_id");
    module.name = reader.requiredString("name");
    module.description = reader.requiredString("description");
    module.concepts
        = reader.requiredList("concepts", [&](const json::value& item, const QString& at) {
              return readConcept(item, at, problems);
          });
    module.extras = reader.extras();
    return module;
}

void writeText(json::object& object, json::string_view key, const QString& text)
{
    object[key] = toJsonString(text);
}

void writeOptionalText(json::object& object, json::string_view key, const QString& text)
{
    if (!text.isEmpty())
        writeText(object, key, text);
}

/// A known word, or the unknown one that the extras kept.
void writeWord(
    json::object& object, json::string_view key, const QString& word, const json::object& extras)
{
    if (!word.isEmpty())
        writeText(object, key, word);
    else if (const json::value* kept = extras.if_contains(key))
        object[key] = *kept;
}

void writeContent(json::object& object, const ConceptContent& content, const json::object& extras)
{
    writeWord(object, "content_status", contentStatusName(content.tutorialStatus), extras);
    writeOptionalText(object, "content_ref", content.contentRef);
    writeText(object, "content_version", content.contentVersion);
    writeOptionalText(object, "content_summary", content.contentSummary);
    writeOptionalText(object, "tutorial_id", content.tutorialId);
    writeWord(object, "resources_status", contentStatusName(content.resourcesStatus), extras);
    writeOptionalText(object, "resources_id", content.resourcesId);
    object["resources_count"] = content.resourcesCount;
    writeWord(object, "quiz_status", contentStatusName(content.quizStatus), extras);
    writeOptionalText(object, "quiz_id", content.quizId);
    object["quiz_questions_count"] = content.quizQuestionsCount;
}

json::object toDesignJson(const Concept& item)
{
    json::object object;
    writeText(object, "concept_id", item.id);
    writeText(object, "name", item.name);
    writeText(object, "description", item.description);
    object["estimated_hours"] = item.estimatedHours;
    object["prerequisites"] = toJsonArray(item.prerequisites);
    writeWord(object, "difficulty", difficultyName(item.difficulty), item.extras);
    object["keywords"] = toJsonArray(item.keywords);
    return object;
}

json::object toJson(const Concept& item)
{
    json::object object = toDesignJson(item);
    writeContent(object, item.content, item.extras);
    addMissing(object, item.extras);
    return object;
}

/// `write` makes the JSON of a concept.
template <class Write>
json::object toJson(const Module& module, Write write)
{
    json::object object;
    writeText(object, "module_id", module.id);
    writeText(object, "name", module.name);
    writeText(object, "description", module.description);
    json::array& concepts = object["concepts"].emplace_array();
    for (const Concept& item : module.concepts)
        concepts.emplace_back(write(item));
    addMissing(object, module.extras);
    return object;
}

template <class Write>
json::object toJson(const Stage& stage, Write write)
{
    json::object object;
    writeText(object, "stage_id", stage.id);
    writeText(object, "name", stage.name);
    writeText(object, "description", stage.description);
    object["order"] = stage.order;
    json::array& modules = object["modules"].emplace_array();
    for (const Module& module : stage.modules)
        modules.emplace_back(toJson(module, write));
    addMissing(object, stage.extras);
    return object;
}

template <class Write>
json::object toJson(const Roadmap& roadmap, Write write)
{
    json::object object;
    writeText(object, "roadmap_id", roadmap.id);
    writeText(object, "title", roadmap.title);
    json::array& stages = object["stages"].emplace_array();
    for (const Stage& stage : roadmap.stages)
        stages.emplace_back(toJson(stage, write));
    object["total_estimated_hours"] = roadmap.totalEstimatedHours;
    object["recommended_completion_weeks"] = roadmap.recommendedCompletionWeeks;
    addMissing(object, roadmap.extras);
    return object;
}

} // namespace

Stage readStageAt(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    Stage stage;
    stage.id = reader.requiredString("stage_id");
    stage.name = reader.requiredString("name");
    stage.description = reader.requiredString("description");
    stage.order = reader.requiredInteger("order");
    stage.modules = reader.requiredList(
        "modules",
        [&](const json::value& item, const QString& at) { return readModule(item, at, problems); },
        maxConcepts);
    stage.extras = reader.extras();
    return stage;
}

Roadmap readRoadmapAt(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    Roadmap roadmap;
    roadmap.id = reader.requiredString("roadmap_id");
    roadmap.title = reader.requiredString("title");
    roadmap.stages = reader.requiredList(
        "stages",
        [&](const json::value& item, const QString& at) { return readStageAt(item, at, problems); },
        maxConcepts);
    std::ranges::stable_sort(roadmap.stages, {}, &Stage::order);
    if (problems.isLenient()) { // totals are reckoned anew where they are wrong or missing
        roadmap.totalEstimatedHours = reader.optionalNumber("total_estimated_hours").value_or(0.0);
        roadmap.recommendedCompletionWeeks = reader.integer("recommended_completion_weeks", 0);
    } else {
        roadmap.totalEstimatedHours = reader.requiredNumber("total_estimated_hours");
        roadmap.recommendedCompletionWeeks = reader.requiredInteger("recommended_completion_weeks");
    }
    roadmap.extras = reader.extras();
    return roadmap;
}

std::optional<Error> findReadError(const Roadmap& roadmap, const ReadProblems& problems)
{
    if (!problems.isEmpty())
        return problems.error(Translation::tr("The roadmap is incomplete or has the wrong form."));
    if (const qsizetype count = conceptCount(roadmap); count > maxConcepts)
        return Error {
            ErrorKind::TooLarge,
            Translation::tr("The roadmap has %L1 concepts; at most %L2 are possible. Ask for a "
                            "narrower goal.")
                .arg(count)
                .arg(maxConcepts),
            u"stages: expected at most %1 concepts in all, found %2"_s.arg(maxConcepts).arg(count)
        };
    return std::nullopt;
}

QString difficultyName(Difficulty difficulty)
{
    return wordFor(difficulty, difficultyWords);
}

Difficulty difficultyFromName(QStringView name)
{
    return valueFor(name, difficultyWords).value_or(Difficulty::Other);
}

QString contentStatusName(ContentStatus status)
{
    return wordFor(status, contentStatusWords);
}

ContentStatus contentStatusFromName(QStringView name)
{
    return valueFor(name, contentStatusWords).value_or(ContentStatus::Other);
}

Result<Roadmap> readRoadmap(const json::value& value)
{
    ReadProblems problems;
    Roadmap roadmap = readRoadmapAt(value, {}, problems);
    if (const auto error = findReadError(roadmap, problems))
        return *error;
    return roadmap;
}

json::object toJson(const Stage& stage)
{
    return toJson(stage, [](const Concept& item) { return toJson(item); });
}

json::object toJson(const Roadmap& roadmap)
{
    return toJson(roadmap, [](const Concept& item) { return toJson(item); });
}

json::object toDesignJson(const Roadmap& roadmap)
{
    return toJson(roadmap, [](const Concept& item) { return toDesignJson(item); });
}

Result<Concept> readConcept(const json::value& value, QStringList* mends)
{
    ReadProblems problems(mends);
    Concept item = readConcept(value, {}, problems);
    if (!problems.isEmpty())
        return problems.error(Translation::tr("The concept is incomplete or has the wrong form."));
    problems.tellMends();
    return item;
}

Result<CurriculumDesign> readCurriculumDesign(const json::value& value, QStringList* mends)
{
    ReadProblems problems(mends);
    CurriculumDesign design;
    const json::object* object = value.if_object();
    const bool bare
        = object != nullptr && !object->contains("framework") && object->contains("stages");
    if (bare) {
        design.framework = readRoadmapAt(value, {}, problems);
    } else {
        JsonReader reader(value, {}, problems);
        if (const json::value* framework = reader.requiredMember("framework"))
            design.framework = readRoadmapAt(*framework, u"framework"_s, problems);
        design.designRationale = reader.string("design_rationale");
        design.extras = reader.extras();
    }
    if (const auto error = findReadError(design.framework, problems))
        return *error;
    problems.tellMends();
    return design;
}

json::object toJson(const CurriculumDesign& design)
{
    json::object object;
    object["framework"] = toJson(design.framework);
    writeText(object, "design_rationale", design.designRationale);
    addMissing(object, design.extras);
    return object;
}

} // namespace roadloom
