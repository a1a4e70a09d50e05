// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QUrl>

namespace roadloom {

struct Provider;

/// A key and the environment variable in which it is, or is to be, set.
struct ApiKey {
    QByteArray value; ///< empty: none is set
    QString variable;
    bool isFromEnvironment = false; ///< it was found in the variable

    bool operator==(const ApiKey&) const = default;
};

/// The API key for a server, from the environment.
///
/// ROADLOOM_API_KEY goes to whatever server the user names, and wins. A provider's customary
/// variable (OPENAI_API_KEY, DEEPSEEK_API_KEY, …) goes to that provider's own https servers only,
/// see isServerOf(): another server must not get one just because it speaks the same protocol.
/// `chosen` is the provider that the user picked by name, if any: where its address is only an
/// example, the https server that the user wrote counts as its own. White space around a key is
/// dropped; a key with control characters or other than ASCII could not stand in an HTTP header and
/// is ErrorKind::InvalidInput, naming the variable. If nothing is set, the answer still names the
/// variable to set.
[[nodiscard]] Result<ApiKey> apiKeyFromEnvironment(
    const QUrl& server, const Provider* chosen = nullptr);

/// The class code for a hub, from ROADLOOM_CLASS_CODE, without white space around it.
[[nodiscard]] ApiKey classCodeFromEnvironment();

/// Whether a key can stand in an HTTP header: visible ASCII, and some of it.
[[nodiscard]] bool fitsHeader(QByteArrayView key);

} // namespace roadloom
