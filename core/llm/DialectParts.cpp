// SPDX-License-Identifier: Apache-2.0
#include "core/llm/DialectParts.h"

#include "core/base/PlainText.h"
#include "core/http/JsonMembers.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roadloom {

QString basePath(const QUrl& base)
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

QUrl extendedUrl(const QUrl& base, const QString& path)
{
    QUrl url = base;
    url.setPath(basePath(base) + path, QUrl::TolerantMode);
    url.setFragment({});
    url.setUserInfo({});
    return url;
}

bool endsInVersion(const QString& path)
{
    static const QRegularExpression version(u"/v\\d+[a-z0-9]*$"_s);
    return version.match(path).hasMatch();
}

QList<std::pair<QByteArray, QByteArray>> keyHeaders(
    const ModelEndpoint& endpoint, const QByteArray& header, const QByteArray& prefix)
{
    if (endpoint.apiKey.isEmpty())
        return {};
    if (!endpoint.keyHeader.isEmpty())
        return { { endpoint.keyHeader, endpoint.apiKey } };
    return { { header, prefix + endpoint.apiKey } };
}

std::optional<QStringList> namesIn(
    const json::value& answer, json::string_view listKey, json::string_view nameKey)
{
    constexpr qsizetype mostNames = 1000;
    constexpr qsizetype longestName = 200;
    const json::object* const object = answer.if_object();
    const json::array* const list
        = object != nullptr ? arrayIn(*object, listKey) : answer.if_array();
    if (list == nullptr)
        return std::nullopt;
    QStringList names;
    for (const json::value& item : *list) {
        const json::object* const model = item.if_object();
        const QString name = model != nullptr ? textIn(*model, nameKey) : QString();
        if (!name.isEmpty() && name.size() <= longestName && plainLine(name) == name
            && names.size() < mostNames)
            names.append(name);
    }
    return names;
}

json::string_view roleName(ChatRole role)
{
    switch (role) {
    case ChatRole::System:
        return "system";
    case ChatRole::User:
        return "user";
    case ChatRole::Assistant:
        return "assistant";
    }
    Q_UNREACHABLE();
}

json::array roleAndContent(const QList<ChatMessage>& messages)
{
    json::array list;
    for (const ChatMessage& message : messages)
        list.emplace_back(json::object {
            { "role", roleName(message.role) }, { "content", toJsonString(message.text) } });
    return list;
}

Instructed withInstructionsApart(const QList<ChatMessage>& messages)
{
    Instructed result;
    QStringList instructions;
    for (const ChatMessage& message : messages) {
        if (message.role == ChatRole::System)
            instructions.append(message.text);
        else
            result.messages.append(message);
    }
    result.instructions = instructions.join("\n\n"_L1);
    return result;
}

void mergeInto(json::object& body, const json::object& more)
{
    for (const auto& [key, value] : more) {
        json::value& place = body[key];
        if (place.is_object() && value.is_object())
            mergeInto(place.get_object(), value.get_object());
        else
            place = value;
    }
}

StructuredOutput formAsked(const ModelEndpoint& endpoint, const ChatQuestion& question)
{
    return question.schema ? endpoint.structuredOutput : StructuredOutput::None;
}

QList<ChatMessage> messagesFor(const ModelEndpoint& endpoint, const ChatQuestion& question)
{
    QList<ChatMessage> messages = question.messages;
    if (formAsked(endpoint, question) == StructuredOutput::None)
        return messages;
    const QString& instructions = question.schema->instructions;
    if (!messages.isEmpty() && messages.last().role == ChatRole::User)
        messages.last().text += "\n\n"_L1 + instructions;
    else
        messages.append({ ChatRole::User, instructions });
    return messages;
}

} // namespace roadloom
