// SPDX-License-Identifier: Apache-2.0
#include "core/llm/HttpChatModel.h"

#include "core/llm/ChatDialect.h"
#include "core/llm/HttpChatReply.h"

#include <utility>

namespace roadloom {

HttpChatModel::HttpChatModel(ModelEndpoint endpoint)
    : m_endpoint(std::move(endpoint))
    , m_form(std::make_shared<WeakerForm>(
          WeakerForm { .form = m_endpoint.structuredOutput, .isTold = true }))
{
}

std::unique_ptr<ChatReply> HttpChatModel::send(const ChatQuestion& question)
{
    return std::make_unique<HttpChatReply>(m_endpoint, question, m_form);
}

} // namespace roadloom
