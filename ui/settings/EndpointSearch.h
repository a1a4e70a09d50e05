// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ModelEndpoint.h"
#include "core/storage/KeySearch.h"

namespace roadloom {

/// Makes ready to speak to a provider as its form stands, saved or not: checks it and looks for its
/// key. Emits only from the event loop: perhaps a remark, then exactly one of found and failed.
/// Destroying it cancels. The stores must live until it has told or is destroyed.
class EndpointSearch final : public QObject {
    Q_OBJECT
public:
    /// `typedKey` is used where it is not empty and the environment has none.
    EndpointSearch(ProviderSetup setup, const SecretStores& stores, QByteArray typedKey,
        QObject* parent = nullptr);

Q_SIGNALS:
    void found(const roadloom::ModelEndpoint& endpoint);
    void failed(const roadloom::Error& error);
    void remarked(const QString& sentence);

private:
    void start();
    void take(const ApiKey& key);

    ProviderSetup m_setup;
    SecretStores m_stores;
    QByteArray m_typedKey;
};

} // namespace roadloom
