// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StageExpansion.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(StageExpansion)
};

/// The stage's part of an answer, and how problems name it.
struct Inside {
    const json::value* value = nullptr;
    QString path;
};

constexpr std::span<const json::value> noItems;

/// What a text member says, without blanks around it; empty if it says nothing that can be seen.
QString visibleText(const json::value& value, json::string_view key)
{
    const json::object* object = value.if_object();
    const json::value* member = object != nullptr ? object->if_contains(key) : nullptr;
    const json::string* text = member != nullptr ? member->if_string() : nullptr;
    const QString trimmed = text != nullptr ? toQString(*text).trimmed() : QString();
    return hasVisibleCharacter(trimmed) ? trimmed : QString();
}

bool hasMember(const json::value& value, json::string_view key)
{
    return value.is_object() && value.get_object().contains(key);
}

/// The only stage of a list, which may lack its brackets, or the one with the id asked for.
Inside stageOf(
    const json::value& list, const QString& path, const QString& id, ReadProblems& problems)
{
    if (list.is_object() && problems.isLenient()) {
        problems.addLoneItem();
        return { &list, path };
    }
    const json::array* stages = list.if_array();
    if (stages == nullptr)
        return {};
    for (std::size_t i = 0; i < stages->size(); ++i) {
        if (stages->size() == 1 || visibleText((*stages)[i], "stage_id") == id)
            return { &(*stages)[i], u"%1[%2]"_s.arg(path).arg(i) };
    }
    return {};
}

Inside findStage(const json::value& value, const QString& id, ReadProblems& problems)
{
    if (hasMember(value, "stage"))
        return { &value.get_object().at("stage"), u"stage"_s };
    if (hasMember(value, "framework")) {
        const json::value& framework = value.get_object().at("framework");
        if (hasMember(framework, "stages"))
            return stageOf(
                framework.get_object().at("stages"), u"framework.stages"_s, id, problems);
        return { &framework, u"framework"_s };
    }
    if (hasMember(value, "stages"))
        return stageOf(value.get_object().at("stages"), u"stages"_s, id, problems);
    return { &value, {} };
}

qsizetype countConcepts(const json::value& stage)
{
    qsizetype count = 0;
    for (const json::value& module : looseItems(stage, "modules").value_or(noItems))
        count += qsizetype(looseItems(module, "concepts").value_or(noItems).size());
    return count;
}

/// For each module of the answer the outline's module that it fills, or -1: first by id, then the
/// others take what is left in its order.
QList<qsizetype> matchModules(const json::array& modules, const StageOutline& outline)
{
    QList<qsizetype> matches(qsizetype(modules.size()), -1);
    QList<bool> isTaken(outline.modules.size(), false);
    for (qsizetype i = 0; i < matches.size(); ++i) {
        const QString id = visibleText(modules[std::size_t(i)], "module_id");
        for (qsizetype k = 0; k < isTaken.size() && matches[i] < 0 && !id.isEmpty(); ++k) {
            if (!isTaken[k] && outline.modules[k].id == id)
                matches[i] = k;
        }
        if (matches[i] >= 0)
            isTaken[matches[i]] = true;
    }
    qsizetype next = 0;
    for (qsizetype& match : matches) {
        while (next < isTaken.size() && isTaken[next])
            ++next;
        if (match < 0 && next < isTaken.size())
            match = next++;
    }
    return matches;
}

void fillText(json::object& object, json::string_view key, const QString& text)
{
    if (!text.isEmpty() && visibleText(object, key).isEmpty())
        object[key] = toJsonString(text);
}

void fillModules(json::array& modules, const StageOutline& outline)
{
    const QList<qsizetype> matches = matchModules(modules, outline);
    for (qsizetype i = 0; i < matches.size(); ++i) {
        json::object* module = modules[std::size_t(i)].if_object();
        if (module == nullptr)
            continue;
        const ModuleOutline planned
            = matches[i] >= 0 ? outline.modules[matches[i]] : ModuleOutline();
        if (!planned.id.isEmpty())
            (*module)["module_id"] = toJsonString(planned.id);
        fillText(*module, "module_id", u"mod-%1-%2"_s.arg(outline.order).arg(i + 1));
        fillText(*module, "name", planned.name);
        fillText(*module, "description", planned.description);
        if (!module->contains("description"))
            (*module)["description"] = "";
    }
}

/// The answer with all that it left to the outline.
json::value filled(const json::value& answer, const StageOutline& outline, ReadProblems& problems)
{
    json::value value = answer;
    json::object* stage = value.if_object();
    if (stage == nullptr)
        return value;
    (*stage)["stage_id"] = toJsonString(outline.id);
    (*stage)["order"] = outline.order;
    fillText(*stage, "name", outline.name);
    fillText(*stage, "description", outline.description);
    if (!stage->contains("description"))
        (*stage)["description"] = "";
    json::value* modules = stage->if_contains("modules");
    if (modules != nullptr && modules->is_object() && problems.isLenient()) {
        problems.addLoneItem();
        json::array list { std::move(*modules) };
        *modules = std::move(list);
    }
    if (modules != nullptr && modules->is_array())
        fillModules(modules->get_array(), outline);
    return value;
}

QString join(const QString& path, const QString& key)
{
    return path.isEmpty() ? key : QString(path + u'.' + key);
}

/// The outline's stage that an answer's stage_id means, in whatever case, or as its number.
qsizetype stageMeant(const json::value& answer, const RoadmapOutline& outline)
{
    const json::object* const object = answer.if_object();
    const json::value* const member = object != nullptr ? object->if_contains("stage_id") : nullptr;
    if (member != nullptr && member->is_int64()) {
        const std::int64_t number = member->get_int64();
        return number >= 1 && number <= outline.stages.size() ? qsizetype(number) - 1 : -1;
    }
    const QString given = visibleText(answer, "stage_id");
    const auto isMeant = [&given](Qt::CaseSensitivity sensitivity) {
        return [&given, sensitivity](const StageOutline& stage) {
            return !given.isEmpty() && stage.id.compare(given, sensitivity) == 0;
        };
    };
    for (const Qt::CaseSensitivity sensitivity : { Qt::CaseSensitive, Qt::CaseInsensitive }) {
        const auto found = std::ranges::find_if(outline.stages, isMeant(sensitivity));
        if (found != outline.stages.end())
            return found - outline.stages.begin();
    }
    return -1;
}

bool hasModule(const StageOutline& stage, const QString& id)
{
    return std::ranges::any_of(stage.modules, [&id](const ModuleOutline& module) {
        return module.id.compare(id, Qt::CaseInsensitive) == 0;
    });
}

/// Most of the answer's modules are those of other stages.
bool holdsOtherModules(
    const json::value& answer, const RoadmapOutline& outline, qsizetype stageIndex)
{
    const auto modules = looseItems(answer, "modules").value_or(noItems);
    qsizetype foreign = 0;
    for (const json::value& module :
        modules.first(std::min(modules.size(), std::size_t(outlineLimits::modulesOfStage)))) {
        const QString id = visibleText(module, "module_id");
        if (id.isEmpty() || hasModule(outline.stages[stageIndex], id))
            continue;
        foreign += std::ranges::any_of(outline.stages,
                       [&id](const StageOutline& stage) { return hasModule(stage, id); })
            ? 1
            : 0;
    }
    return foreign * 2 > qsizetype(modules.size());
}

void checkAnswersFor(const Inside& inside, const RoadmapOutline& outline, qsizetype stageIndex,
    ReadProblems& problems)
{
    const qsizetype meant = stageMeant(*inside.value, outline);
    if ((meant < 0 || meant == stageIndex)
        && !holdsOtherModules(*inside.value, outline, stageIndex))
        return;
    const json::object* const object = inside.value->if_object();
    problems.add(join(inside.path, u"stage_id"_s),
        u"\"%1\" (the text answers for another stage)"_s.arg(
            shortLine(outline.stages[stageIndex].id, 80)),
        object != nullptr ? object->if_contains("stage_id") : nullptr);
}

void checkModules(const Stage& stage, const QString& path, ReadProblems& problems)
{
    const json::value nothing = json::array();
    if (stage.modules.isEmpty())
        problems.add(join(path, u"modules"_s), u"at least one module"_s, &nothing);
    for (qsizetype i = 0; i < stage.modules.size(); ++i) {
        const Module& module = stage.modules[i];
        const QString modulePath = join(path, u"modules[%1]"_s.arg(i));
        const auto checkName = [&problems](const QString& name, const QString& at) {
            const json::value found = toJsonString(name);
            if (!hasVisibleCharacter(name))
                problems.add(at + u".name"_s, u"a text with visible characters"_s, &found);
        };
        checkName(module.name, modulePath);
        if (module.concepts.isEmpty())
            problems.add(modulePath + u".concepts"_s, u"at least one concept"_s, &nothing);
        for (qsizetype k = 0; k < module.concepts.size(); ++k)
            checkName(module.concepts[k].name, u"%1.concepts[%2]"_s.arg(modulePath).arg(k));
    }
}

QString wrongForm()
{
    return Translation::tr("A stage of the roadmap is incomplete or has the wrong form.");
}

Error tooLarge(qsizetype count)
{
    return { ErrorKind::TooLarge,
        Translation::tr("One stage of the roadmap has %L1 concepts; at most %L2 are possible. Ask "
                        "for a narrower goal.")
            .arg(count)
            .arg(outlineLimits::conceptsOfStage),
        u"modules: expected at most %1 concepts in all, found %2"_s
            .arg(outlineLimits::conceptsOfStage)
            .arg(count) };
}

/// What a stage may not hold, looked for before anything is copied.
std::optional<Error> findExcess(
    const json::value& stage, const QString& path, ReadProblems& problems)
{
    const auto modules = looseItems(stage, "modules").value_or(noItems);
    if (qsizetype(modules.size()) > outlineLimits::modulesOfStage) {
        problems.add(join(path, u"modules"_s),
            u"at most %1 modules"_s.arg(outlineLimits::modulesOfStage),
            &stage.get_object().at("modules"));
        return problems.error(wrongForm());
    }
    if (const qsizetype count = countConcepts(stage); count > outlineLimits::conceptsOfStage)
        return tooLarge(count);
    return std::nullopt;
}

struct Prepared {
    json::value stage;
    QString path;
};

/// The stage in the answer, with all that it left to the outline.
Result<Prepared> prepare(const json::value& value, const RoadmapOutline& outline,
    qsizetype stageIndex, ReadProblems& problems)
{
    const StageOutline& planned = outline.stages[stageIndex];
    const Inside inside = findStage(value, planned.id, problems);
    if (inside.value == nullptr) {
        problems.add({}, u"the stage \"%1\""_s.arg(shortLine(planned.id, 80)), &value);
        return problems.error(wrongForm());
    }
    if (const auto error = findExcess(*inside.value, inside.path, problems))
        return *error;
    checkAnswersFor(inside, outline, stageIndex, problems);
    return Prepared { filled(*inside.value, planned, problems), inside.path };
}

} // namespace

Result<Stage> readStageExpansion(const json::value& value, const RoadmapOutline& outline,
    qsizetype stageIndex, QStringList* mends)
{
    ReadProblems problems(mends);
    const Result<Prepared> prepared = prepare(value, outline, stageIndex, problems);
    if (!prepared)
        return prepared.error();
    const auto& [answer, path] = prepared.value();
    Stage stage = readStageAt(answer, path, problems);
    if (problems.isEmpty())
        checkModules(stage, path, problems);
    if (!problems.isEmpty())
        return problems.error(wrongForm());
    problems.tellMends();
    return stage;
}

std::optional<PartialStage> readPartialStage(const json::value& value,
    const RoadmapOutline& outline, qsizetype stageIndex, QStringList& mends)
{
    ReadProblems problems(&mends);
    Result<Prepared> prepared = prepare(value, outline, stageIndex, problems);
    if (!prepared || !problems.isEmpty() || !prepared.value().stage.is_object())
        return std::nullopt;
    Prepared answer = std::move(prepared).value();
    PartialStage partial;
    partial.broken = takeOutBrokenConcepts(answer.stage.get_object());
    for (json::value& module : answer.stage.get_object().at("modules").get_array())
        module.get_object().emplace("name", ""); // where there is none
    partial.stage = readStageAt(answer.stage, answer.path, problems);
    if (!problems.isEmpty() || conceptCount(partial.stage) == 0)
        return std::nullopt;
    problems.tellMends();
    return partial;
}

} // namespace roadloom
