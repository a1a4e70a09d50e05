// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/SessionSecretStore.h"
#include "ui/settings/Settings.h"

#include <QFile>
#include <QTemporaryDir>

namespace roadloom {

/// Settings in a folder of their own, keys in memory, and nowhere to look for servers.
class TestSettings {
public:
    [[nodiscard]] Settings all()
    {
        return { .providers = m_book,
            .stores = { .system = system, .file = &m_file, .session = &m_session },
            .candidates = candidates,
            .asksWhoAnswers = asksWhoAnswers,
            .client = QStringLiteral("an-installation") };
    }
    [[nodiscard]] ProviderBook& book() { return m_book; }
    [[nodiscard]] SecretStore& fileStore() { return m_file; }
    /// The settings as another start of the program would read them.
    [[nodiscard]] ConfiguredProviders written() const
    {
        const Result<ConfiguredProviders> read = m_onDisk.read();
        return read ? read.value() : ConfiguredProviders {};
    }
    [[nodiscard]] bool isWritten() const { return QFile::exists(m_onDisk.path()); }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(m_onDisk.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QList<LocalCandidate> candidates {};
    bool asksWhoAnswers = false;
    SecretStore* system = nullptr;

private:
    QTemporaryDir m_folder;
    ProviderSettings m_onDisk { m_folder.path() };
    ProviderBook m_book { m_onDisk };
    SessionSecretStore m_file;
    SessionSecretStore m_session;
};

} // namespace roadloom
