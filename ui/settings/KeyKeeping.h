// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/KeySearch.h"

namespace roadloom {

/// Keeps and forgets the keys of configured providers. One thing at a time; what it is asked while
/// it is busy, it does not do. Emits only from the event loop, exactly one of kept, forgotten and
/// failed for each thing asked, perhaps a remark before it. The stores must outlive it.
class KeyKeeping final : public QObject {
    Q_OBJECT
public:
    explicit KeyKeeping(const SecretStores& stores, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Writes the key to `place`, then removes the one that the setup's own place holds, if that is
    /// another.
    void keep(const ProviderSetup& setup, const QByteArray& key, KeyPlace place);
    /// Removes it from the setup's place.
    void forget(const ProviderSetup& setup);

Q_SIGNALS:
    void kept(roadloom::KeyPlace place);
    void forgotten();
    void failed(const roadloom::Error& error);
    void remarked(const QString& sentence);

private:
    template <class Done>
    void follow(std::unique_ptr<SecretJob> job, Done done);

    SecretStores m_stores;
    bool m_isBusy = false;
};

} // namespace roadloom
