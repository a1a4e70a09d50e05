// SPDX-License-Identifier: Apache-2.0
#include "core/llm/OpenAiChatModel.h"

#include "core/base/Json.h"
#include "core/llm/OpenAiChatReply.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

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

QByteArray requestBody(const QString& model, const QList<ChatMessage>& messages, ReplyMode mode)
{
    json::object body;
    body["model"] = toJsonString(model.isEmpty() ? u"default"_s : model);
    json::array& list = body["messages"].emplace_array();
    for (const ChatMessage& message : messages)
        list.emplace_back(json::object {
            { "role", roleName(message.role) }, { "content", toJsonString(message.text) } });
    body["stream"] = mode == ReplyMode::Stream;
    return writeJson(body);
}

} // namespace

OpenAiChatModel::OpenAiChatModel(OpenAiEndpoint endpoint)
    : m_endpoint(std::move(endpoint))
{
}

std::unique_ptr<ChatReply> OpenAiChatModel::send(const QList<ChatMessage>& messages, ReplyMode mode)
{
    return std::make_unique<OpenAiChatReply>(
        m_endpoint, requestBody(m_endpoint.model, messages, mode));
}

} // namespace roadloom
