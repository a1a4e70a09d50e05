// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/KeySearch.h"

namespace roadloom {

/// Keeps and forgets the keys of configured providers, and the class codes of services. One thing
/// at a time; what it is asked while it is busy, it does not do. Emits only from the event loop,
/// exactly one of kept, forgotten and failed for each thing asked, perhaps a remark before it. The
/// stores must outlive it.
class KeyKeeping final : public QObject {
    Q_OBJECT
public:
    explicit KeyKeeping(const SecretStores& stores, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// Writes the key as `after`, then drops what was kept as `before`.
    void keep(const KeptSecret& before, const KeptSecret& after, const QByteArray& key);
    /// Removes what is kept as `before`, unless `after` is the same. Nothing is told of it: a key
    /// that cannot be removed is of no use to anybody who does not know its server.
    void drop(const KeptSecret& before, const KeptSecret& after);
    void forget(const KeptSecret& secret);

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
