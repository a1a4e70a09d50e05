// SPDX-License-Identifier: Apache-2.0
#include "tests/support/OpenAiWire.h"

#include "core/base/Json.h"

namespace roadloom::test {

namespace {

QByteArray event(const json::value& payload)
{
    QByteArray bytes = "data: ";
    bytes += writeJson(payload);
    bytes += "\n\n";
    return bytes;
}

json::object chunk(json::array choices)
{
    return { { "id", "chatcmpl-1" }, { "object", "chat.completion.chunk" },
        { "created", 1764460800 }, { "model", "scripted" }, { "choices", std::move(choices) } };
}

json::object choice(json::object delta, json::value finishReason)
{
    return { { "index", 0 }, { "delta", std::move(delta) },
        { "finish_reason", std::move(finishReason) } };
}

json::object usage()
{
    return { { "prompt_tokens", 12 }, { "completion_tokens", 34 }, { "total_tokens", 46 } };
}

} // namespace

QByteArray openAiDelta(const QString& text)
{
    return event(chunk({ choice({ { "content", toJsonString(text) } }, nullptr) }));
}

QByteArray openAiEnd()
{
    QByteArray bytes = event(chunk({ choice({}, "stop") }));
    json::object counts = chunk({});
    counts["usage"] = usage();
    bytes += event(counts);
    bytes += "data: [DONE]\n\n";
    return bytes;
}

QByteArray openAiStream(const QStringList& deltas)
{
    QByteArray bytes
        = event(chunk({ choice({ { "role", "assistant" }, { "content", "" } }, nullptr) }));
    for (const QString& text : deltas)
        bytes += openAiDelta(text);
    bytes += openAiEnd();
    return bytes;
}

QByteArray openAiWhole(const QString& text)
{
    json::object message { { "role", "assistant" }, { "content", toJsonString(text) } };
    json::object only { { "index", 0 }, { "message", std::move(message) },
        { "finish_reason", "stop" } };
    return writeJson(json::object { { "id", "chatcmpl-1" }, { "object", "chat.completion" },
        { "created", 1764460800 }, { "model", "scripted" },
        { "choices", json::array { std::move(only) } }, { "usage", usage() } });
}

QByteArray openAiError(const QString& message)
{
    return writeJson(
        json::object { { "error", json::object { { "message", toJsonString(message) } } } });
}

} // namespace roadloom::test
