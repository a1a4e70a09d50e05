// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/SecretStore.h"

#include <QHash>

namespace roadloom {

/// Secrets in memory: gone when the program ends.
class SessionSecretStore final : public SecretStore {
public:
    [[nodiscard]] std::unique_ptr<SecretJob> read(const QString& name) override;
    [[nodiscard]] std::unique_ptr<SecretJob> write(
        const QString& name, const QByteArray& secret) override;
    [[nodiscard]] std::unique_ptr<SecretJob> remove(const QString& name) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace roadloom
