// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ApiKey.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

bool isOpenAi(const QUrl& server)
{
    const QString host = server.host();
    return server.scheme() == "https"_L1
        && (host == "openai.com"_L1 || host.endsWith(".openai.com"_L1));
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
    if (!own || !own.value().value.isEmpty() || !isOpenAi(server))
        return own;
    return readVariable("OPENAI_API_KEY");
}

} // namespace roadloom
