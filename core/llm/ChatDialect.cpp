// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"

#include "core/llm/AnthropicDialect.h"
#include "core/llm/GeminiDialect.h"
#include "core/llm/OllamaDialect.h"
#include "core/llm/OpenAiDialect.h"

namespace roadloom {

const ChatDialect& dialectFor(ApiStyle style)
{
    static const OpenAiDialect openAi;
    static const AnthropicDialect anthropic;
    static const GeminiDialect gemini;
    static const OllamaDialect ollama;
    switch (style) {
    case ApiStyle::OpenAi:
        return openAi;
    case ApiStyle::Anthropic:
        return anthropic;
    case ApiStyle::Gemini:
        return gemini;
    case ApiStyle::Ollama:
        return ollama;
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
