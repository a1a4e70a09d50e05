// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/FileSecretStore.h"
#include "core/storage/KeySearch.h"
#include "core/storage/KeychainSecretStore.h"
#include "core/storage/SessionSecretStore.h"

namespace roadloom {

/// The places where keys may be kept, for as long as the program runs.
class KeyStores {
public:
    /// `folder` is for the file.
    explicit KeyStores(const QString& folder)
        : m_file(folder)
    {
    }

    [[nodiscard]] SecretStores all()
    {
        return { .system = &m_system, .file = &m_file, .session = &m_session };
    }

private:
    KeychainSecretStore m_system;
    FileSecretStore m_file;
    SessionSecretStore m_session;
};

} // namespace roadloom
