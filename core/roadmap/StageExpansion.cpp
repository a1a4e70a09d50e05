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
    if (list.is_object() && problems.acceptsLoneItems()) {
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
    const json::value* modules
        = hasMember(stage, "modules") ? &stage.get_object().at("modules") : nullptr;
    if (modules == nullptr || !modules->is_array())
        return 0;
    for (const json::value& module : modules->get_array()) {
        if (hasMember(module, "concepts") && module.get_object().at("concepts").is_array())
            count += qsizetype(module.get_object().at("concepts").get_array().size());
    }
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
    if (modules != nullptr && modules->is_object() && problems.acceptsLoneItems()) {
        problems.addLoneItem();
        json::array list { std::move(*modules) };
        *modules = std::move(list);
    }
    if (modules != nullptr && modules->is_array())
        fillModules(modules->get_array(), outline);
    return value;
}

void checkAnswersFor(const Inside& inside, const RoadmapOutline& outline, qsizetype stageIndex,
    ReadProblems& problems)
{
    const QString asked = outline.stages[stageIndex].id;
    const QString given = visibleText(*inside.value, "stage_id");
    if (given.isEmpty() || given == asked
        || std::ranges::find(outline.stages, given, &StageOutline::id) == outline.stages.end())
        return;
    const QString path = inside.path.isEmpty() ? u"stage_id"_s : inside.path + u".stage_id"_s;
    problems.add(path, u"\"%1\" (the text answers for another stage)"_s.arg(shortLine(asked, 80)),
        &inside.value->get_object().at("stage_id"));
}

QString join(const QString& path, const QString& key)
{
    return path.isEmpty() ? key : QString(path + u'.' + key);
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

} // namespace

Result<Stage> readStageExpansion(const json::value& value, const RoadmapOutline& outline,
    qsizetype stageIndex, QStringList* mends)
{
    const StageOutline& planned = outline.stages[stageIndex];
    const QString message
        = Translation::tr("A stage of the roadmap is incomplete or has the wrong form.");
    ReadProblems problems(mends);
    const Inside inside = findStage(value, planned.id, problems);
    if (inside.value == nullptr) {
        problems.add({}, u"the stage \"%1\""_s.arg(shortLine(planned.id, 80)), &value);
        return problems.error(message);
    }
    if (const qsizetype count = countConcepts(*inside.value);
        count > outlineLimits::conceptsOfStage)
        return tooLarge(count);
    checkAnswersFor(inside, outline, stageIndex, problems);
    Stage stage = readStageAt(filled(*inside.value, planned, problems), inside.path, problems);
    if (stage.modules.size() > outlineLimits::modulesOfStage)
        problems.add(join(inside.path, u"modules"_s),
            u"at most %1 modules"_s.arg(outlineLimits::modulesOfStage),
            &inside.value->get_object().at("modules"));
    if (problems.isEmpty())
        checkModules(stage, inside.path, problems);
    if (problems.isEmpty()) {
        problems.tellMends();
        return stage;
    }
    return problems.error(message);
}

} // namespace roadloom
