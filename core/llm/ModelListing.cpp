// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ModelListing.h"

#include "core/llm/ChatDialect.h"

namespace roadloom {

namespace {

constexpr qsizetype longestList = qsizetype(8) * 1024 * 1024;

} // namespace

ModelListing::ModelListing(const ModelEndpoint& endpoint, QObject* parent)
    : QObject(parent)
    , m_style(endpoint.style)
    , m_failures(failuresAt(endpoint))
    , m_exchange(std::make_unique<HttpExchange>(dialectFor(endpoint.style).modelsRequest(endpoint),
          endpoint.network, endpoint.patience, m_failures))
{
    connect(m_exchange.get(), &HttpExchange::bytesReceived, this, &ModelListing::takeBytes);
    connect(m_exchange.get(), &HttpExchange::bodyEnded, this, &ModelListing::read);
    connect(m_exchange.get(), &HttpExchange::failed, this, &ModelListing::fail);
}

ModelListing::~ModelListing() = default;

void ModelListing::takeBytes(QByteArrayView bytes)
{
    if (m_body.size() + bytes.size() > longestList)
        fail(m_failures.tooLarge(longestList));
    else
        m_body += bytes;
}

void ModelListing::read(BodyEnd end)
{
    if (end == BodyEnd::Broken) {
        fail(m_failures.cut());
        return;
    }
    JsonFault fault = JsonFault::None;
    const auto answer = parseLenientJson(m_body, &fault);
    const auto names = answer ? dialectFor(m_style).modelNames(*answer) : std::nullopt;
    if (names)
        Q_EMIT listed(*names);
    else if (!m_body.isEmpty() && fault == JsonFault::Incomplete)
        fail(m_failures.cut());
    else if (QByteArrayView(m_body).trimmed().startsWith('<'))
        fail(m_failures.webPage(m_body));
    else
        fail(m_failures.noModelList(m_body));
}

void ModelListing::fail(const Error& error)
{
    m_exchange->disconnect(this);
    m_exchange.release()->deleteLater(); // it may be what called us; nothing more is to come
    Q_EMIT failed(error);
}

} // namespace roadloom
