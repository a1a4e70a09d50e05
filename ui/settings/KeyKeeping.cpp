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

void KeyKeeping::keep(const ProviderSetup& setup, const QByteArray& key, KeyPlace place)
{
    SecretStore* const store = m_stores.at(place);
    Q_ASSERT(store != nullptr);
    if (m_isBusy)
        return;
    follow(store->write(secretName(setup), key), [this, setup, place] {
        SecretStore* const before = m_stores.at(setup.keyPlace);
        if (before != nullptr && setup.keyPlace != place) {
            // It is of no more use there; if it cannot be removed, the new one counts all the same.
            SecretJob* const removal = before->remove(secretName(setup)).release();
            removal->setParent(this);
            connect(removal, &SecretJob::finished, removal, &QObject::deleteLater);
            connect(removal, &SecretJob::failed, removal, &QObject::deleteLater);
        }
        Q_EMIT kept(place);
    });
}

void KeyKeeping::forget(const ProviderSetup& setup)
{
    SecretStore* const store = m_stores.at(setup.keyPlace);
    if (m_isBusy || store == nullptr)
        return;
    follow(store->remove(secretName(setup)), [this] { Q_EMIT forgotten(); });
}

} // namespace roadloom
