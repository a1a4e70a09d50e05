// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/DesignParts.h"

#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Reads what stands for one stage of the outline; a second word about the same one is a problem.
template <class Value, class Read>
std::map<qsizetype, Value> readByIndex(
    JsonReader& reader, json::string_view key, qsizetype stages, ReadProblems& problems, Read read)
{
    std::map<qsizetype, Value> values;
    const auto take = [&](const json::value& item, const QString& path) {
        JsonReader entry(item, path, problems);
        const int index = entry.requiredInteger("index");
        if (index < 0 || index >= stages || values.contains(index))
            entry.problem("index", u"the place of another stage of the outline"_s);
        else
            values.emplace(index, read(entry));
        return index;
    };
    static_cast<void>(reader.list(key, take, outlineLimits::stages));
    return values;
}

} // namespace

json::object toJson(const DesignParts& parts)
{
    json::array stages;
    for (const auto& [index, stage] : parts.stages)
        stages.push_back({ { "index", std::int64_t(index) }, { "stage", toJson(stage) } });
    json::array unsaid;
    for (const auto& [index, text] : parts.unsaid)
        unsaid.push_back({ { "index", std::int64_t(index) }, { "text", toJsonString(text) } });
    json::object object;
    object["outline"] = toJson(parts.outline);
    object["stages"] = std::move(stages);
    object["unsaid"] = std::move(unsaid);
    return object;
}

Result<DesignParts> readDesignParts(const json::value& value)
{
    ReadProblems problems;
    JsonReader reader(value, {}, problems);
    const json::value* outline = reader.requiredMember("outline");
    if (outline == nullptr)
        return problems.error(u"no outline"_s);
    Result<RoadmapOutline> read = readRoadmapOutline(*outline);
    if (!read)
        return read.error();
    DesignParts parts { .outline = std::move(read).value() };
    const qsizetype count = parts.outline.stages.size();
    parts.stages
        = readByIndex<Stage>(reader, "stages", count, problems, [&problems](JsonReader& entry) {
              const json::value* stage = entry.requiredMember("stage");
              return stage != nullptr ? readStageAt(*stage, entry.pathOf("stage"), problems)
                                      : Stage();
          });
    parts.unsaid = readByIndex<QString>(reader, "unsaid", count, problems,
        [](JsonReader& entry) { return entry.requiredString("text"); });
    if (!problems.isEmpty() || qsizetype(parts.stages.size()) == count)
        return problems.error(u"no parts of an unfinished design"_s);
    return parts;
}

} // namespace roadloom
