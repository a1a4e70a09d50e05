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

QString secretName(const ServiceSetup& setup)
{
    return setup.id + u'@' + originOf(setup.url);
}

KeySearch::KeySearch(const ProviderSetup& setup, const SecretStores& stores, QObject* parent)
    : KeySearch(secretOf(setup), apiKeyFromEnvironment(setup.baseUrl, &presetOf(setup)),
        tr("What is kept as the key of %1 holds characters that no API key has, perhaps from "
           "copying. Enter it again.")
            .arg(setup.id),
        stores, parent)
{
}

KeySearch::KeySearch(const ServiceSetup& setup, const SecretStores& stores, QObject* parent)
    : KeySearch(secretOf(setup), classCodeFromEnvironment(),
        tr("What is kept as the class code of %1 holds characters that no class code has. Enter "
           "it again.")
            .arg(setup.id),
        stores, parent)
{
}

KeySearch::KeySearch(const KeptSecret& secret, Result<ApiKey> environment, QString unfit,
    const SecretStores& stores, QObject* parent)
    : QObject(parent)
    , m_secret(secret)
    , m_environment(std::move(environment))
    , m_unfit(std::move(unfit))
    , m_stores(stores)
{
    QMetaObject::invokeMethod(this, &KeySearch::start, Qt::QueuedConnection);
}

KeySearch::~KeySearch() = default;

void KeySearch::start()
{
    if (!m_environment) {
        Q_EMIT failed(m_environment.error());
        return;
    }
    m_key = m_environment.value();
    SecretStore* store = m_stores.at(m_secret.place);
    if (!m_key.value.isEmpty() || store == nullptr)
        Q_EMIT found(m_key);
    else
        ask(*store);
}

void KeySearch::ask(SecretStore& store)
{
    m_job = store.read(m_secret.name);
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
    Q_EMIT failed({ ErrorKind::InvalidInput, m_unfit, {} });
}

} // namespace roadloom
