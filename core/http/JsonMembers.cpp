// SPDX-License-Identifier: Apache-2.0
#include "core/http/JsonMembers.h"

namespace roadloom {

const json::object* objectIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    return value != nullptr ? value->if_object() : nullptr;
}

const json::array* arrayIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    return value != nullptr ? value->if_array() : nullptr;
}

json::string_view stringIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    const json::string* string = value != nullptr ? value->if_string() : nullptr;
    return string != nullptr ? json::string_view(*string) : json::string_view();
}

QString textIn(const json::object& object, json::string_view key)
{
    return lenientText(stringIn(object, key));
}

std::optional<qint64> countIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0)
        return std::nullopt;
    return value->get_int64();
}

bool isTrueIn(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    return value != nullptr && value->is_bool() && value->get_bool();
}

} // namespace roadloom
