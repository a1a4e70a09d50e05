// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ModelEndpoint.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// As the presets of the same style have it.
QString usualUrl(ApiStyle style)
{
    switch (style) {
    case ApiStyle::OpenAi:
        return u"http://127.0.0.1:8080/v1"_s;
    case ApiStyle::Anthropic:
        return u"https://api.anthropic.com"_s;
    case ApiStyle::Gemini:
        return u"https://generativelanguage.googleapis.com"_s;
    case ApiStyle::Ollama:
        return u"http://127.0.0.1:11434"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ServerFailures failuresAt(const ModelEndpoint& endpoint)
{
    return ServerFailures(ServerDescription { .url = endpoint.baseUrl,
        .secret = endpoint.apiKey,
        .secretVariable = endpoint.keyVariable,
        .isSecretFromVariable = endpoint.isKeyFromVariable,
        .usualUrl = usualUrl(endpoint.style) });
}

} // namespace roadloom
