// SPDX-License-Identifier: Apache-2.0
#include "core/llm/GeminiSchema.h"

#include <utility>

namespace roadloom {

namespace {

json::value inCapitals(const json::value& type)
{
    return json::value(toJsonString(toQString(type.as_string()).toUpper()));
}

} // namespace

json::object geminiSchema(const json::object& schema)
{
    json::object converted;
    for (const auto& [key, value] : schema) {
        if (key == "type") {
            converted[key] = inCapitals(value);
        } else if (key == "items") {
            converted[key] = geminiSchema(value.as_object());
        } else if (key == "properties") {
            json::object members;
            json::array order;
            for (const auto& [name, member] : value.as_object()) {
                members[name] = geminiSchema(member.as_object());
                order.emplace_back(name);
            }
            converted[key] = std::move(members);
            converted["propertyOrdering"] = std::move(order);
        } else if (key != "additionalProperties") {
            converted[key] = value;
        }
    }
    return converted;
}

} // namespace roadloom
