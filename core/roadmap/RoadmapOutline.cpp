// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapOutline.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapOutline)
};

/// What stands in the answer's wrapping, and how problems name it.
struct Inside {
    const json::value* value;
    QString path;
};

Inside unwrapped(const json::value& value)
{
    if (const json::object* object = value.if_object()) {
        for (const char* key : { "outline", "framework" }) {
            if (const json::value* inside = object->if_contains(key))
                return { inside, QString::fromLatin1(key) };
        }
    }
    return { &value, {} };
}

QString readName(JsonReader& reader, json::string_view key)
{
    QString name = reader.requiredString(key);
    const json::value* value = reader.member(key);
    if (value != nullptr && value->is_string() && !hasVisibleCharacter(name))
        reader.problem(key, u"a text with visible characters"_s);
    return name;
}

ModuleOutline readModule(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    ModuleOutline module;
    module.id = reader.string("module_id").trimmed();
    module.name = readName(reader, "name");
    module.description = reader.string("description");
    module.plannedConcepts = reader.integer("planned_concepts", module.plannedConcepts);
    if (problems.isLenient()) // it is a plan, and what comes is what counts
        module.plannedConcepts
            = std::clamp(module.plannedConcepts, 1, outlineLimits::conceptsOfModule);
    else if (module.plannedConcepts < 1 || module.plannedConcepts > outlineLimits::conceptsOfModule)
        reader.problem("planned_concepts",
            u"a whole number from 1 to %1"_s.arg(outlineLimits::conceptsOfModule));
    module.extras = reader.extras();
    return module;
}

StageOutline readStage(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    StageOutline stage;
    stage.id = readName(reader, "stage_id").trimmed();
    stage.name = readName(reader, "name");
    stage.description = reader.string("description");
    stage.order = reader.integer("order", 0);
    stage.modules = reader.requiredList(
        "modules",
        [&](const json::value& item, const QString& at) { return readModule(item, at, problems); },
        outlineLimits::modulesOfStage);
    const json::value* modules = reader.member("modules");
    if (modules != nullptr && modules->is_array() && modules->get_array().empty())
        reader.problem("modules", u"at least one module"_s);
    if (plannedConcepts(stage) > outlineLimits::conceptsOfStage)
        reader.problem(
            "modules", u"at most %1 planned concepts in all"_s.arg(outlineLimits::conceptsOfStage));
    stage.extras = reader.extras();
    return stage;
}

/// Stages without an order stand where they stand.
void putInOrder(QList<StageOutline>& stages)
{
    const bool allHaveOrder
        = std::ranges::all_of(stages, [](const StageOutline& stage) { return stage.order > 0; });
    if (allHaveOrder)
        std::ranges::stable_sort(stages, {}, &StageOutline::order);
    for (qsizetype i = 0; i < stages.size(); ++i)
        stages[i].order = int(i) + 1;
}

RoadmapOutline readOutlineAt(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    RoadmapOutline outline;
    outline.id = readName(reader, "roadmap_id").trimmed();
    outline.title = readName(reader, "title");
    QSet<QString> ids;
    const auto readNext = [&](const json::value& item, const QString& at) {
        StageOutline stage = readStage(item, at, problems);
        if (stage.id.size() > outlineLimits::idLength)
            problems.add(at + u".stage_id"_s,
                u"at most %1 characters"_s.arg(outlineLimits::idLength),
                item.get_object().if_contains("stage_id"));
        if (!stage.id.isEmpty() && ids.contains(stage.id))
            problems.add(at + u".stage_id"_s, u"an id that no other stage has"_s,
                item.get_object().if_contains("stage_id"));
        ids.insert(stage.id);
        return stage;
    };
    outline.stages = reader.requiredList("stages", readNext, outlineLimits::stages);
    const json::value* stages = reader.member("stages");
    if (stages != nullptr && stages->is_array() && stages->get_array().empty())
        reader.problem("stages", u"at least one stage"_s);
    putInOrder(outline.stages);
    outline.totalEstimatedHours = reader.optionalNumber("total_estimated_hours");
    if (const json::value* weeks = reader.member("recommended_completion_weeks");
        weeks != nullptr && !weeks->is_null())
        outline.recommendedCompletionWeeks = reader.integer("recommended_completion_weeks", 0);
    outline.designRationale = reader.string("design_rationale");
    outline.extras = reader.extras();
    return outline;
}

json::object toJson(const ModuleOutline& module)
{
    json::object object;
    object["module_id"] = toJsonString(module.id);
    object["name"] = toJsonString(module.name);
    object["description"] = toJsonString(module.description);
    object["planned_concepts"] = module.plannedConcepts;
    addMissing(object, module.extras);
    return object;
}

json::object toJson(const StageOutline& stage)
{
    json::object object;
    object["stage_id"] = toJsonString(stage.id);
    object["name"] = toJsonString(stage.name);
    object["description"] = toJsonString(stage.description);
    object["order"] = stage.order;
    json::array& modules = object["modules"].emplace_array();
    for (const ModuleOutline& module : stage.modules)
        modules.emplace_back(toJson(module));
    addMissing(object, stage.extras);
    return object;
}

bool hasConcepts(const json::value& roadmap)
{
    const auto stages = looseItems(roadmap, "stages");
    if (!stages)
        return false;
    bool hasConcept = false;
    for (const json::value& stage : *stages) {
        const auto modules = looseItems(stage, "modules");
        if (!modules)
            return false;
        for (const json::value& module : *modules) {
            const auto concepts = looseItems(module, "concepts");
            if (!concepts)
                return false;
            hasConcept = hasConcept || std::ranges::any_of(*concepts, [](const json::value& item) {
                return item.is_object();
            });
        }
    }
    return hasConcept;
}

const json::value* wholeDesignIn(const json::value& value)
{
    const json::object* object = value.if_object();
    if (object == nullptr)
        return nullptr;
    for (const char* key : { "framework", "outline" }) {
        const json::value* inside = object->if_contains(key);
        if (inside != nullptr && hasConcepts(*inside))
            return inside;
    }
    return hasConcepts(value) ? &value : nullptr;
}

} // namespace

int plannedConcepts(const StageOutline& stage)
{
    int count = 0;
    for (const ModuleOutline& module : stage.modules)
        count += std::clamp(module.plannedConcepts, 0, outlineLimits::conceptsOfModule);
    return count;
}

int plannedConcepts(const RoadmapOutline& outline)
{
    int count = 0;
    for (const StageOutline& stage : outline.stages)
        count += plannedConcepts(stage);
    return count;
}

Result<RoadmapOutline> readRoadmapOutline(const json::value& value, QStringList* mends)
{
    ReadProblems problems(mends);
    const Inside inside = unwrapped(value);
    RoadmapOutline outline = readOutlineAt(*inside.value, inside.path, problems);
    if (inside.value != &value) {
        JsonReader around(value, {}, problems);
        (void)around.member(inside.path.toStdString());
        const QString rationale = around.string("design_rationale");
        if (outline.designRationale.isEmpty())
            outline.designRationale = rationale;
        addMissing(outline.extras, around.extras());
    }
    if (problems.isEmpty()) {
        problems.tellMends();
        return outline;
    }
    return problems.error(
        Translation::tr("The outline of the roadmap is incomplete or has the wrong form."));
}

json::object toJson(const RoadmapOutline& outline)
{
    json::object object;
    object["roadmap_id"] = toJsonString(outline.id);
    object["title"] = toJsonString(outline.title);
    json::array& stages = object["stages"].emplace_array();
    for (const StageOutline& stage : outline.stages)
        stages.emplace_back(toJson(stage));
    if (outline.totalEstimatedHours)
        object["total_estimated_hours"] = *outline.totalEstimatedHours;
    if (outline.recommendedCompletionWeeks)
        object["recommended_completion_weeks"] = *outline.recommendedCompletionWeeks;
    object["design_rationale"] = toJsonString(outline.designRationale);
    addMissing(object, outline.extras);
    return object;
}

bool isWholeDesign(const json::value& value)
{
    return wholeDesignIn(value) != nullptr;
}

Result<ArchitectAnswer> readArchitectAnswer(const json::value& value, QStringList* mends)
{
    const json::value* whole = wholeDesignIn(value);
    if (whole == nullptr) {
        Result<RoadmapOutline> outline = readRoadmapOutline(value, mends);
        if (!outline)
            return outline.error();
        return ArchitectAnswer(std::move(outline).value());
    }
    const json::object& object = value.get_object();
    const bool isOutlinesPlace = whole == object.if_contains("outline");
    json::object framed;
    if (isOutlinesPlace) {
        framed = object;
        framed.erase("outline");
        framed["framework"] = *whole;
    }
    Result<CurriculumDesign> design
        = readCurriculumDesign(isOutlinesPlace ? json::value(framed) : value, mends);
    if (!design)
        return design.error();
    return ArchitectAnswer(std::move(design).value());
}

QDebug operator<<(QDebug debug, const RoadmapOutline& outline)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString::fromUtf8(writeJson(toJson(outline)));
    return debug;
}

} // namespace roadloom
