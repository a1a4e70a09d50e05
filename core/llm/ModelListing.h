// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/HttpExchange.h"
#include "core/llm/ModelEndpoint.h"

#include <QStringList>

#include <memory>

namespace roadloom {

/// Asks a server which models it has. Emits only from the event loop, exactly one of listed and
/// failed; destroying it cancels. Lives on the thread that made it.
class ModelListing final : public QObject {
    Q_OBJECT
public:
    /// Sends at once. The endpoint's model does not matter.
    explicit ModelListing(const ModelEndpoint& endpoint, QObject* parent = nullptr);
    ~ModelListing() override;
    Q_DISABLE_COPY_MOVE(ModelListing)

Q_SIGNALS:
    /// In the server's order, as to be written into ModelEndpoint::model; may be empty.
    void listed(const QStringList& models);
    void failed(const roadloom::Error& error);

private:
    void takeBytes(QByteArrayView bytes);
    void read(BodyEnd end);
    void fail(const Error& error);

    ApiStyle m_style;
    ServerFailures m_failures;
    std::unique_ptr<HttpExchange> m_exchange;
    QByteArray m_body;
};

} // namespace roadloom
