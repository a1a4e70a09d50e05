// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ProviderSetup.h"

#include <QList>

#include <optional>

namespace roadloom {

/// The id of the built-in courses, which are always there.
inline constexpr QLatin1StringView offlineId("offline");

/// Who can answer, besides the built-in courses, and who does unless asked otherwise.
struct ConfiguredProviders {
    /// The id of a provider or service, or offlineId. One that is neither counts as offlineId.
    QString defaultId = offlineId;
    QList<ProviderSetup> providers {};
    QList<ServiceSetup> services {};
    json::object others {}; ///< members of a newer version, written back as they were

    bool operator==(const ConfiguredProviders&) const = default;

    /// Null if there is none of that id. Valid until the list changes.
    [[nodiscard]] const ProviderSetup* provider(QStringView id) const;
    [[nodiscard]] const ServiceSetup* service(QStringView id) const;
    /// All ids that are taken, for unusedId(): those of providers and services, and offlineId.
    [[nodiscard]] QStringList ids() const;
};

/// The configured providers in the file providers.json of a folder, readable for its owner alone.
/// It never holds a key. Several programs may read it; of two that write, the later one wins.
class ProviderSettings {
public:
    /// The folder is made when something is first written.
    explicit ProviderSettings(const QString& folder);

    [[nodiscard]] QString path() const { return m_path; }

    /// What is configured; nothing if there is no file. A damaged file is set aside under another
    /// name, never lost: the error (ErrorKind::InvalidInput) says so and under which, and the next
    /// reading finds nothing. A newer version's file stays as it is and is an error as well.
    [[nodiscard]] Result<ConfiguredProviders> read() const;

    /// Replaces the file, or leaves it as it was. A newer version's file is not replaced; a damaged
    /// one is set aside first.
    [[nodiscard]] std::optional<Error> write(const ConfiguredProviders& configured) const;

private:
    QString m_path;
};

} // namespace roadloom
