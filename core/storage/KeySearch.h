// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ApiKey.h"
#include "core/llm/ProviderSetup.h"
#include "core/storage/SecretStore.h"

namespace roadloom {

/// The stores there are. Owned elsewhere; a null one keeps nothing.
struct SecretStores {
    SecretStore* system = nullptr;
    SecretStore* file = nullptr;
    SecretStore* session = nullptr;

    /// The store for a place; null for KeyPlace::None.
    [[nodiscard]] SecretStore* at(KeyPlace place) const;
};

/// The name under which the key of a configured provider, or the class code of a service, is kept,
/// e.g. "deepseek@https://api.deepseek.com:443". It holds the server's origin: a key is found for
/// the server it was given for and for no other, whoever changes the address.
[[nodiscard]] QString secretName(const ProviderSetup& setup);
[[nodiscard]] QString secretName(const ServiceSetup& setup);

/// A secret in one of the stores.
struct KeptSecret {
    QString name;
    KeyPlace place = KeyPlace::None;

    bool operator==(const KeptSecret&) const = default;
};

/// The one of a setup, where that says.
template <class Setup>
[[nodiscard]] KeptSecret secretOf(const Setup& setup)
{
    return { .name = secretName(setup), .place = setup.keyPlace };
}

/// Looks for the key of a configured provider, or the class code of a service: the environment wins
/// (see apiKeyFromEnvironment() and classCodeFromEnvironment()), then the place that the setup
/// names. Starts by itself; emits only from the event loop: perhaps a remark, then exactly one of
/// found or failed. Destroying it cancels, from a slot connected to it only through deleteLater().
/// The stores must live until it has told or is destroyed.
class KeySearch : public QObject {
    Q_OBJECT
public:
    explicit KeySearch(
        const ProviderSetup& setup, const SecretStores& stores, QObject* parent = nullptr);
    explicit KeySearch(
        const ServiceSetup& setup, const SecretStores& stores, QObject* parent = nullptr);
    ~KeySearch() override;
    Q_DISABLE_COPY_MOVE(KeySearch)

Q_SIGNALS:
    /// The key; an empty one if none is kept anywhere. Whether one is needed, the preset says.
    void found(const roadloom::ApiKey& key);
    /// The place cannot be asked, or what is kept there is no key. The message says what to do.
    void failed(const roadloom::Error& error);
    /// Something that the learner should know besides: one translated sentence.
    void remarked(const QString& sentence);

private:
    KeySearch(const KeptSecret& secret, Result<ApiKey> environment, QString unfit,
        const SecretStores& stores, QObject* parent);

    void start();
    void ask(SecretStore& store);
    void take(const QByteArray& secret);

    KeptSecret m_secret;
    Result<ApiKey> m_environment;
    QString m_unfit; ///< what is said of a kept one that is none
    SecretStores m_stores;
    ApiKey m_key; ///< so far only the variable's name
    std::unique_ptr<SecretJob> m_job;
};

} // namespace roadloom
