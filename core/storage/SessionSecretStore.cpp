// SPDX-License-Identifier: Apache-2.0
#include "core/storage/SessionSecretStore.h"

#include "core/storage/SettledSecretJob.h"

namespace roadloom {

std::unique_ptr<SecretJob> SessionSecretStore::read(const QString& name)
{
    return std::make_unique<SettledSecretJob>(m_secrets.value(name));
}

std::unique_ptr<SecretJob> SessionSecretStore::write(const QString& name, const QByteArray& secret)
{
    if (secret.isEmpty())
        return remove(name);
    m_secrets.insert(name, secret);
    return std::make_unique<SettledSecretJob>(QByteArray());
}

std::unique_ptr<SecretJob> SessionSecretStore::remove(const QString& name)
{
    m_secrets.remove(name);
    return std::make_unique<SettledSecretJob>(QByteArray());
}

} // namespace roadloom
