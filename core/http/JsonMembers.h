// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/LenientJson.h"

#include <optional>

/// Members of JSON objects from model servers, read without complaint: what is missing or of
/// another type is nothing.
namespace roadloom {

[[nodiscard]] const json::object* objectIn(const json::object& object, json::string_view key);
[[nodiscard]] const json::array* arrayIn(const json::object& object, json::string_view key);
/// Empty for a missing member and for one of another type.
[[nodiscard]] json::string_view stringIn(const json::object& object, json::string_view key);
/// The same as text, see lenientText().
[[nodiscard]] QString textIn(const json::object& object, json::string_view key);
/// A number of tokens: a whole one, not below zero.
[[nodiscard]] std::optional<qint64> countIn(const json::object& object, json::string_view key);
[[nodiscard]] bool isTrueIn(const json::object& object, json::string_view key);

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
