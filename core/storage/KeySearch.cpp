// SPDX-License-Identifier: Apache-2.0
#include "core/storage/KeySearch.h"

#include "core/http/ServerOrigin.h"

namespace roadloom {

SecretStore* SecretStores::at(KeyPlace place) const
{
    switch (place) {
    case KeyPlace::None:
        return nullptr;
    case KeyPlace::SecretStore:
        return system;
    case KeyPlace::File:
        return file;
    case KeyPlace::Session:
        return session;
    }
    Q_UNREACHABLE();
}

QString secretName(const ProviderSetup& setup)
{
    return setup.id + u'@' + originOf(setup.baseUrl);
}

KeySearch::KeySearch(const ProviderSetup& setup, const SecretStores& stores, QObject* parent)
    : QObject(parent)
    , m_setup(setup)
    , m_stores(stores)
{
    QMetaObject::invokeMethod(this, &KeySearch::start, Qt::QueuedConnection);
}

KeySearch::~KeySearch() = default;

void KeySearch::start()
{
    const Result<ApiKey> key = apiKeyFromEnvironment(m_setup.baseUrl, &presetOf(m_setup));
    if (!key) {
        Q_EMIT failed(key.error());
        return;
    }
    m_key = key.value();
    SecretStore* store = m_stores.at(m_setup.keyPlace);
    if (!m_key.value.isEmpty() || store == nullptr)
        Q_EMIT found(m_key);
    else
        ask(*store);
}

void KeySearch::ask(SecretStore& store)
{
    m_job = store.read(secretName(m_setup));
    connect(m_job.get(), &SecretJob::remarked, this, &KeySearch::remarked);
    connect(m_job.get(), &SecretJob::failed, this, &KeySearch::failed);
    connect(m_job.get(), &SecretJob::finished, this, &KeySearch::take);
}

void KeySearch::take(const QByteArray& secret)
{
    m_key.value = secret.trimmed();
    if (m_key.value.isEmpty() || fitsHeader(m_key.value)) {
        Q_EMIT found(m_key);
        return;
    }
    Q_EMIT failed({ ErrorKind::InvalidInput,
        tr("What is kept as the key of %1 holds characters that no API key has, perhaps from "
           "copying. Enter it again.")
            .arg(m_setup.id),
        {} });
}

} // namespace roadloom
