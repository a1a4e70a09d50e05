// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapEdit.h"

#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

Result<RoadmapEdit> readRoadmapEdit(const json::value& value, QStringList* mends)
{
    constexpr qsizetype mostPreserved = 1000;
    ReadProblems problems(mends);
    RoadmapEdit edit;
    const json::object* object = value.if_object();
    const bool isBare
        = object != nullptr && !object->contains("framework") && object->contains("stages");
    if (isBare) {
        edit.framework = readRoadmapAt(value, {}, problems);
    } else {
        JsonReader reader(value, {}, problems);
        if (const json::value* framework = reader.requiredMember("framework"))
            edit.framework = readRoadmapAt(*framework, u"framework"_s, problems);
        edit.modificationSummary = reader.string("modification_summary");
        edit.preservedElements = reader.strings("preserved_elements");
        if (edit.preservedElements.size() > mostPreserved)
            reader.problem("preserved_elements", u"at most %1 items"_s.arg(mostPreserved));
        edit.extras = reader.extras();
    }
    if (const auto error = findReadError(edit.framework, problems))
        return *error;
    problems.tellMends();
    return edit;
}

json::object toJson(const RoadmapEdit& edit)
{
    json::object object;
    object["framework"] = toJson(edit.framework);
    object["modification_summary"] = toJsonString(edit.modificationSummary);
    object["preserved_elements"] = toJsonArray(edit.preservedElements);
    addMissing(object, edit.extras);
    return object;
}

QDebug operator<<(QDebug debug, const RoadmapEdit& edit)
{
    const QDebugStateSaver saver(debug);
    debug.noquote() << QString::fromUtf8(writeJson(toJson(edit)));
    return debug;
}

} // namespace roadloom
