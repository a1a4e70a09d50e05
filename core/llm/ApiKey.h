// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QUrl>

namespace roadloom {

/// A key and the environment variable in which it is, or is to be, set.
struct ApiKey {
    QByteArray value; ///< empty: none is set
    QString variable;
};

/// The API key for a server, from the environment.
///
/// ROADLOOM_API_KEY goes to whatever server the user names. OPENAI_API_KEY,
/// ANTHROPIC_API_KEY and GEMINI_API_KEY belong to one provider each and go to its https servers
/// only: another server must not get one just because it speaks the same protocol. White space
/// around a key is dropped; a key with control characters or other than ASCII could not stand in an
/// HTTP header and is ErrorKind::InvalidInput, naming the variable.
[[nodiscard]] Result<ApiKey> apiKeyFromEnvironment(const QUrl& server);

} // namespace roadloom
