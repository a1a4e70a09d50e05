// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/LenientJson.h"

#include <optional>

/// Members of JSON objects from model servers, read without complaint: what is missing or of
/// another type is nothing. All inline: of the members that a dialect asks each chunk for most are
/// missing, and with the key at hand the compiler turns "no" into a comparison of lengths.
namespace roadloom {

[[nodiscard]] inline const json::value* memberIn(const json::object& object, json::string_view key)
{
    for (const json::key_value_pair& member : object) {
        if (member.key() == key)
            return &member.value();
    }
    return nullptr;
}

[[nodiscard]] inline const json::object* objectIn(const json::object& object, json::string_view key)
{
    const json::value* value = memberIn(object, key);
    return value != nullptr ? value->if_object() : nullptr;
}

[[nodiscard]] inline const json::array* arrayIn(const json::object& object, json::string_view key)
{
    const json::value* value = memberIn(object, key);
    return value != nullptr ? value->if_array() : nullptr;
}

/// Empty for a missing member and for one of another type.
[[nodiscard]] inline json::string_view stringIn(const json::object& object, json::string_view key)
{
    const json::value* value = memberIn(object, key);
    const json::string* string = value != nullptr ? value->if_string() : nullptr;
    return string != nullptr ? json::string_view(*string) : json::string_view();
}

/// The same as text, see lenientText().
[[nodiscard]] inline QString textIn(const json::object& object, json::string_view key)
{
    return lenientText(stringIn(object, key));
}

/// A number of tokens: a whole one, not below zero.
[[nodiscard]] inline std::optional<qint64> countIn(
    const json::object& object, json::string_view key)
{
    const json::value* value = memberIn(object, key);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0)
        return std::nullopt;
    return value->get_int64();
}

[[nodiscard]] inline bool isTrueIn(const json::object& object, json::string_view key)
{
    const json::value* value = memberIn(object, key);
    return value != nullptr && value->is_bool() && value->get_bool();
}

/// The objects of a list member, in order; others are passed over.
template <class Visit>
void forEachObjectIn(const json::object& object, json::string_view key, Visit visit)
{
    const json::array* list = arrayIn(object, key);
    if (list == nullptr)
        return;
    for (const json::value& item : *list) {
        if (const json::object* member = item.if_object())
            visit(*member);
    }
}

} // namespace roadloom
