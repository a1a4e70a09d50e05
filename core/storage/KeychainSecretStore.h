// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/SecretStore.h"

#include <chrono>

namespace roadloom {

/// The desktop's own store of secrets (GNOME's keyring, KWallet), through QtKeychain. Where there
/// is none, jobs fail at once with a sentence that names the choices: only for this session, or a
/// file only the user can read. The desktop may ask the user for a password meanwhile. May be asked
/// on any thread with an event loop; asks the desktop on the program's first one, whose loop is to
/// have GLib in it, as Qt's has there on Linux.
class KeychainSecretStore final : public SecretStore {
public:
    /// `patience`: a store that has not answered by then, perhaps since its question for the
    /// password is shown on no screen, counts as none.
    explicit KeychainSecretStore(std::chrono::milliseconds patience = std::chrono::minutes(2));

    [[nodiscard]] std::unique_ptr<SecretJob> read(const QString& name) override;
    [[nodiscard]] std::unique_ptr<SecretJob> write(
        const QString& name, const QByteArray& secret) override;
    [[nodiscard]] std::unique_ptr<SecretJob> remove(const QString& name) override;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace roadloom
