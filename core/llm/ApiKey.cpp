// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ApiKey.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// A provider's own variable goes to that provider alone.
struct CustomaryKey {
    QLatin1StringView domain;
    const char* variable;
};

constexpr std::array customaryKeys {
    CustomaryKey { "openai.com"_L1, "OPENAI_API_KEY" },
    CustomaryKey { "anthropic.com"_L1, "ANTHROPIC_API_KEY" },
    CustomaryKey { "generativelanguage.googleapis.com"_L1, "GEMINI_API_KEY" },
};

bool isWithin(const QUrl& server, QLatin1StringView domain)
{
    const QString host = server.host();
    return server.scheme() == "https"_L1
        && (host == domain
            || (host.endsWith(domain) && host.chopped(domain.size()).endsWith(u'.')));
}

Result<ApiKey> readVariable(const char* name)
{
    const QByteArray key = qgetenv(name).trimmed();
    const bool fitsHeader
        = std::ranges::all_of(key, [](char byte) { return byte > ' ' && byte < '\x7f'; });
    if (fitsHeader)
        return ApiKey { .value = key, .variable = QString::fromLatin1(name) };
    return Error { ErrorKind::InvalidInput,
        QCoreApplication::translate("ApiKey",
            "The key in %1 holds characters that no API key has, perhaps from copying. Set it "
            "again.")
            .arg(QLatin1StringView(name)),
        {} };
}

} // namespace

Result<ApiKey> apiKeyFromEnvironment(const QUrl& server)
{
    Result<ApiKey> own = readVariable("ROADLOOM_API_KEY");
    if (!own || !own.value().value.isEmpty())
        return own;
    for (const CustomaryKey& key : customaryKeys) {
        if (isWithin(server, key.domain))
            return readVariable(key.variable);
    }
    return own;
}

} // namespace roadloom
