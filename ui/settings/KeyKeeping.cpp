// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/KeyKeeping.h"

namespace roadloom {

KeyKeeping::KeyKeeping(const SecretStores& stores, QObject* parent)
    : QObject(parent)
    , m_stores(stores)
{
}

template <class Done>
void KeyKeeping::follow(std::unique_ptr<SecretJob> job, Done done)
{
    m_isBusy = true;
    SecretJob* const asked = job.release();
    asked->setParent(this);
    connect(asked, &SecretJob::remarked, this, &KeyKeeping::remarked);
    connect(asked, &SecretJob::failed, this, [this, asked](const Error& error) {
        asked->deleteLater();
        m_isBusy = false;
        Q_EMIT failed(error);
    });
    connect(asked, &SecretJob::finished, this, [this, asked, done] {
        asked->deleteLater();
        m_isBusy = false;
        done();
    });
}

void KeyKeeping::keep(const KeptSecret& before, const KeptSecret& after, const QByteArray& key)
{
    SecretStore* const store = m_stores.at(after.place);
    Q_ASSERT(store != nullptr);
    if (m_isBusy)
        return;
    follow(store->write(after.name, key), [this, before, after] {
        drop(before, after);
        Q_EMIT kept(after.place);
    });
}

void KeyKeeping::drop(const KeptSecret& before, const KeptSecret& after)
{
    SecretStore* const store = m_stores.at(before.place);
    if (store == nullptr || before == after)
        return;
    SecretJob* const removal = store->remove(before.name).release();
    removal->setParent(this);
    connect(removal, &SecretJob::finished, removal, &QObject::deleteLater);
    connect(removal, &SecretJob::failed, removal, &QObject::deleteLater);
}

void KeyKeeping::forget(const KeptSecret& secret)
{
    SecretStore* const store = m_stores.at(secret.place);
    if (m_isBusy || store == nullptr)
        return;
    follow(store->remove(secret.name), [this] { Q_EMIT forgotten(); });
}

} // namespace roadloom
