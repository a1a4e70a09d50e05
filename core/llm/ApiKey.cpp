// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ApiKey.h"

#include "core/llm/Provider.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

Result<ApiKey> readVariable(const QString& name)
{
    const QByteArray key = qgetenv(name.toLatin1().constData()).trimmed();
    if (key.isEmpty() || fitsHeader(key))
        return ApiKey { .value = key, .variable = name, .isFromEnvironment = !key.isEmpty() };
    return Error { ErrorKind::InvalidInput,
        QCoreApplication::translate("ApiKey",
            "The key in %1 holds characters that no API key has, perhaps from copying. Set it "
            "again.")
            .arg(name),
        {} };
}

/// The customary variable that may go to this server; empty: none may.
QString customaryVariable(const QUrl& server, const Provider* chosen)
{
    const auto mayHaveIt = [&](const Provider& provider) {
        const bool isUsersOwn
            = &provider == chosen && provider.baseUrlIsExample && server.scheme() == "https"_L1;
        return !provider.key.variable.isEmpty() && (isServerOf(provider, server) || isUsersOwn);
    };
    if (chosen != nullptr && mayHaveIt(*chosen))
        return chosen->key.variable;
    for (const Provider& provider : providerPresets()) {
        if (mayHaveIt(provider))
            return provider.key.variable;
    }
    return {};
}

} // namespace

Result<ApiKey> apiKeyFromEnvironment(const QUrl& server, const Provider* chosen)
{
    Result<ApiKey> own = readVariable(u"ROADLOOM_API_KEY"_s);
    if (!own || !own.value().value.isEmpty())
        return own;
    const QString variable = customaryVariable(server, chosen);
    return variable.isEmpty() ? own : readVariable(variable);
}

ApiKey classCodeFromEnvironment()
{
    const QString name = u"ROADLOOM_CLASS_CODE"_s;
    const QByteArray code = qgetenv(name.toLatin1().constData()).trimmed();
    return { .value = code, .variable = name, .isFromEnvironment = !code.isEmpty() };
}

bool fitsHeader(QByteArrayView key)
{
    return !key.isEmpty()
        && std::ranges::all_of(key, [](char byte) { return byte > ' ' && byte < '\x7f'; });
}

} // namespace roadloom
