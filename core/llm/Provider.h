// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/base/Language.h"
#include "core/llm/ApiStyle.h"
#include "core/llm/StructuredOutput.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QUrl>

#include <optional>

/// Providers are data: a file in resources/providers says what is known of one before anybody has
/// an account there. The file format is described in resources/providers/README.md.
namespace roadloom {

/// A provider's API keys.
struct ProviderKey {
    QString variable {}; ///< the customary environment variable; empty: there is none
    /// The domains, with their subdomains, whose https servers may get that variable. Empty: the
    /// host of the provider's base URL.
    QStringList domains {};
    QByteArray header {}; ///< the header that takes the key; empty: the dialect's own
    bool needed = true; ///< nothing is answered without a key
    QUrl page {}; ///< where one gets a key; empty: nowhere

    bool operator==(const ProviderKey&) const = default;
};

/// A preset: how to talk to a provider, or to a kind of server on this machine. What a user makes
/// of it is a ProviderSetup.
struct Provider {
    QString id; ///< unique, e.g. "deepseek"
    int order = 0; ///< place in lists, from 0
    BilingualText name {};
    QUrl baseUrl {}; ///< the dialect appends its path
    bool baseUrlIsExample = false; ///< no such server: users have to write their own address
    ApiStyle style = ApiStyle::OpenAi;
    ProviderKey key {};
    StructuredOutput structuredOutput = StructuredOutput::None; ///< the strongest worth asking for
    json::object reasoningOn {}; ///< what a request adds to turn reasoning on; empty: nothing does
    json::object reasoningOff {}; ///< … and off
    int parallel = 1; ///< answers at the same time, 1 to 6
    std::optional<int> outputLimit {}; ///< tokens of one answer, where the server's own is too low
    QStringList models {}; ///< suggestions, best first; may be empty
    std::optional<quint16> localPort {}; ///< runs on the user's own machine, customarily here

    bool operator==(const Provider&) const = default;
};

/// The range of Provider::parallel: Qt opens no more connections to one host.
inline constexpr int mostParallel = 6;

/// Reads a preset, strictly: an unknown member is a problem, so that typos are found. The base URL
/// is https, or for a local server http on this machine at its port. The error
/// (ErrorKind::InvalidInput) names the first problem, its details all.
[[nodiscard]] Result<Provider> readProvider(const json::value& value);

/// The presets that come with the program, in their order. Lives as long as the program; may be
/// called from any thread.
[[nodiscard]] const QList<Provider>& providerPresets();

/// The preset with this id; null if there is none. Lives as long as the program.
[[nodiscard]] const Provider* findProvider(QStringView id);

/// Whether a server is one of the provider's own: https, within the key's domains. Only such a
/// server may get the key in the provider's customary variable.
[[nodiscard]] bool isServerOf(const Provider& provider, const QUrl& server);

} // namespace roadloom
