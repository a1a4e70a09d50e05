// SPDX-License-Identifier: Apache-2.0
#include "core/http/ServerWords.h"

#include "core/http/LenientJson.h"

#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int maxNesting = 4;

QString text(const json::object& object, json::string_view key)
{
    const json::value* value = object.if_contains(key);
    if (value == nullptr)
        return {};
    if (value->is_string())
        return SurrogateJoiner().take(lenientText(value->get_string()));
    if (value->is_int64())
        return QString::number(value->get_int64());
    return {};
}

/// OpenAI's "param", or FastAPI's "loc" such as ["body", "response_format"].
QString memberIn(const json::object& object)
{
    const json::value* const place = object.if_contains("loc");
    const json::array* const steps = place != nullptr ? place->if_array() : nullptr;
    const json::value* const last = steps != nullptr && !steps->empty() ? &steps->back() : nullptr;
    if (last != nullptr && last->is_string())
        return SurrogateJoiner().take(lenientText(last->get_string()));
    return text(object, "param");
}

ServerWords find(const json::value& value, int nesting);

ServerWords findInArray(const json::array& array, int nesting)
{
    for (const json::value& item : array) {
        ServerWords words = find(item, nesting - 1);
        if (!words.text.isEmpty())
            return words;
    }
    return {};
}

ServerWords findInObject(const json::object& object, int nesting)
{
    // "message" before a plain string in "error", which is often no more than the status' name.
    static constexpr std::array<json::string_view, 8> keys { "message", "detail", "error", "errors",
        "msg", "error_message", "error_description", "html-message" };
    ServerWords words;
    const json::value* const inner = object.if_contains("error");
    if (inner != nullptr && inner->is_object())
        words = find(*inner, nesting - 1);
    for (const json::string_view key : keys) {
        if (!words.text.isEmpty())
            break;
        if (const json::value* value = object.if_contains(key))
            words = find(*value, nesting - 1);
    }
    if (words.code.isEmpty())
        words.code = text(object, "code");
    if (words.type.isEmpty())
        words.type = text(object, "type");
    if (words.member.isEmpty())
        words.member = memberIn(object);
    return words;
}

ServerWords find(const json::value& value, int nesting)
{
    if (nesting == 0)
        return {};
    if (value.is_string())
        return { .text = SurrogateJoiner().take(lenientText(value.get_string())).trimmed(),
            .code = {},
            .type = {} };
    if (value.is_array())
        return findInArray(value.get_array(), nesting);
    if (value.is_object())
        return findInObject(value.get_object(), nesting);
    return {};
}

} // namespace

ServerWords serverWordsIn(const json::value& body)
{
    return find(body, maxNesting);
}

ServerWords serverWordsIn(QByteArrayView body)
{
    const auto value = parseLenientJson(body);
    return value ? serverWordsIn(*value) : ServerWords {};
}

} // namespace roadloom
