// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/SecretStore.h"

namespace roadloom {

/// Secrets in the file keys.json of a folder, readable for its owner alone from the moment it is
/// made. Not encrypted: whoever can read the user's files can read it. A file that others could
/// read is closed to them, and a remark says so. A damaged file is set aside, never overwritten.
/// Works within the call; several programs may use the file at the same time.
class FileSecretStore final : public SecretStore {
public:
    /// The folder is made when something is first written.
    explicit FileSecretStore(const QString& folder);

    [[nodiscard]] QString path() const { return m_path; }

    [[nodiscard]] std::unique_ptr<SecretJob> read(const QString& name) override;
    [[nodiscard]] std::unique_ptr<SecretJob> write(
        const QString& name, const QByteArray& secret) override;
    [[nodiscard]] std::unique_ptr<SecretJob> remove(const QString& name) override;

private:
    QString m_path;
};

} // namespace roadloom
