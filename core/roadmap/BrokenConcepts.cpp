// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/BrokenConcepts.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxShownJson = 4000;

/// The member as a list: one object without brackets is one of one, anything else is empty.
json::array& listIn(json::object& object, json::string_view key)
{
    json::value& member = object[key];
    if (member.is_object()) {
        json::array list { std::move(member) };
        member = std::move(list);
    } else if (!member.is_array()) {
        member.emplace_array();
    }
    return member.get_array();
}

/// Why it cannot be used, one problem a line; empty if it can.
QString problemsOf(const json::value& item)
{
    QStringList ignored;
    const Result<Concept> read = readConcept(item, &ignored);
    if (!read)
        return read.error().details;
    return hasVisibleCharacter(read.value().name)
        ? QString()
        : u"name: expected a text with visible characters"_s;
}

/// Leaves the others in the module.
void takeOut(json::object& module, qsizetype place, QList<BrokenConcept>& broken)
{
    json::array& concepts = listIn(module, "concepts");
    json::array readable;
    for (std::size_t i = 0; i < concepts.size(); ++i) {
        const QString problems = problemsOf(concepts[i]);
        if (problems.isEmpty()) {
            readable.push_back(std::move(concepts[i]));
            continue;
        }
        broken.append({ .module = place,
            .position = qsizetype(i),
            .id = conceptIdIn(concepts[i]),
            .json = QString::fromUtf8(writeJson(concepts[i])).left(maxShownJson),
            .problems = problems });
    }
    concepts = std::move(readable);
}

} // namespace

QString conceptIdIn(const json::value& item)
{
    const json::object* object = item.if_object();
    const json::value* id = object != nullptr ? object->if_contains("concept_id") : nullptr;
    return id != nullptr && id->is_string() ? toQString(id->get_string()) : QString();
}

QList<BrokenConcept> takeOutBrokenConcepts(json::object& stage)
{
    QList<BrokenConcept> broken;
    json::array modules;
    for (json::value& module : listIn(stage, "modules")) {
        json::object* const object = module.if_object();
        if (object == nullptr)
            continue;
        takeOut(*object, qsizetype(modules.size()), broken);
        modules.push_back(std::move(module));
    }
    stage["modules"] = std::move(modules);
    return broken;
}

qsizetype takeOutBrokenConceptsOfRoadmap(json::value& answer)
{
    json::object* roadmap = answer.if_object();
    for (const json::string_view key : { "framework", "outline" }) {
        json::value* const inside = roadmap != nullptr ? roadmap->if_contains(key) : nullptr;
        if (inside != nullptr && inside->is_object())
            roadmap = &inside->get_object();
    }
    if (roadmap == nullptr)
        return 0;
    qsizetype count = 0;
    for (json::value& stage : listIn(*roadmap, "stages")) {
        if (json::object* const object = stage.if_object())
            count += takeOutBrokenConcepts(*object).size();
    }
    return count;
}

} // namespace roadloom
