// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ContentVocabulary.h"

#include "core/http/JsonMembers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr json::string_view field = "content_preference";
constexpr int maxNesting = 6;

/// Members that say what a complaint is about, and those that hold further complaints. All others
/// are passed over: `input`, `body` and the like repeat the request.
constexpr std::array<json::string_view, 8> subjectKeys { "loc", "field", "path", "param", "msg",
    "message", "detail", "details" };
constexpr std::array<json::string_view, 5> innerKeys { "detail", "details", "error", "errors",
    "message" };

bool isNamedIn(const json::value& value)
{
    if (const json::string* text = value.if_string())
        return json::string_view(*text).find(field) != json::string_view::npos;
    const json::array* parts = value.if_array();
    return parts != nullptr && std::ranges::any_of(*parts, [](const json::value& part) {
        return part.is_string() && part.get_string() == field;
    });
}

/// A list of what is wanted holds several words of one set; a single word may be the one refused.
void noteWanted(ContentComplaint& complaint, const QString& text)
{
    const auto isListed = [&](const QStringList& words) {
        return std::ranges::count_if(words, [&](const QString& word) {
            return text.contains(word);
        }) > 1;
    };
    const bool original = isListed({ u"video"_s, u"interactive"_s, u"project"_s });
    const bool later = isListed({ u"visual"_s, u"audio"_s, u"hands_on"_s });
    if (original != later)
        complaint.wanted = original ? ContentVocabulary::Original : ContentVocabulary::Later;
}

void find(const json::value& value, int nesting, std::optional<ContentComplaint>& found);

void findInObject(const json::object& object, int nesting, std::optional<ContentComplaint>& found)
{
    const bool isNamed
        = object.contains(field) || std::ranges::any_of(subjectKeys, [&](json::string_view key) {
              const json::value* subject = object.if_contains(key);
              return subject != nullptr && isNamedIn(*subject);
          });
    if (isNamed) {
        if (!found)
            found.emplace();
        for (const json::string_view key : { field, json::string_view("msg"),
                 json::string_view("message"), json::string_view("detail") })
            noteWanted(*found, textIn(object, key));
    }
    for (const json::string_view key : innerKeys) {
        if (const json::value* inner = object.if_contains(key))
            find(*inner, nesting - 1, found);
    }
}

void find(const json::value& value, int nesting, std::optional<ContentComplaint>& found)
{
    if (nesting == 0)
        return;
    if (const json::object* object = value.if_object()) {
        findInObject(*object, nesting, found);
    } else if (const json::array* list = value.if_array()) {
        for (const json::value& item : *list)
            find(item, nesting - 1, found);
    }
}

/// The set that has the word; none if both have it.
std::optional<ContentVocabulary> vocabularyOf(ContentPreference kind)
{
    switch (kind) {
    case ContentPreference::Video:
    case ContentPreference::Interactive:
    case ContentPreference::Project:
        return ContentVocabulary::Original;
    case ContentPreference::Visual:
    case ContentPreference::Audio:
    case ContentPreference::HandsOn:
        return ContentVocabulary::Later;
    case ContentPreference::Text:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

ContentPreference counterpart(ContentPreference kind)
{
    switch (kind) {
    case ContentPreference::Video:
        return ContentPreference::Visual;
    case ContentPreference::Interactive:
    case ContentPreference::Project:
        return ContentPreference::HandsOn;
    case ContentPreference::Visual:
    case ContentPreference::Audio:
        return ContentPreference::Video;
    case ContentPreference::HandsOn:
        return ContentPreference::Interactive;
    case ContentPreference::Text:
        return ContentPreference::Text;
    }
    Q_UNREACHABLE();
}

std::optional<ContentVocabulary> otherThan(const QList<ContentPreference>& chosen)
{
    for (const ContentPreference kind : chosen) {
        if (const auto own = vocabularyOf(kind))
            return *own == ContentVocabulary::Original ? ContentVocabulary::Later
                                                       : ContentVocabulary::Original;
    }
    return std::nullopt;
}

} // namespace

std::optional<ContentComplaint> contentComplaintIn(QByteArrayView body)
{
    std::optional<ContentComplaint> found;
    if (const auto value = parseLenientJson(body))
        find(*value, maxNesting, found);
    return found;
}

QList<ContentPreference> mappedContentPreference(
    const QList<ContentPreference>& chosen, std::optional<ContentVocabulary> wanted)
{
    const auto target = wanted ? wanted : otherThan(chosen);
    QList<ContentPreference> mapped;
    for (const ContentPreference kind : chosen) {
        const auto own = vocabularyOf(kind);
        const ContentPreference word = own && own != target ? counterpart(kind) : kind;
        if (!mapped.contains(word))
            mapped.append(word);
    }
    return mapped;
}

} // namespace roadloom
