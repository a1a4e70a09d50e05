// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/http/NetworkSettings.h"
#include "core/http/Patience.h"
#include "core/http/ServerFailures.h"
#include "core/llm/ApiStyle.h"
#include "core/llm/StructuredOutput.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace roadloom {

/// Where a model server is, how to talk to it, and what is too much.
struct ModelEndpoint {
    QUrl baseUrl; ///< e.g. http://127.0.0.1:8080/v1; the dialect appends its path
    ApiStyle style = ApiStyle::OpenAi;
    QString model; ///< empty: "default" is sent, which servers with one model accept
    QByteArray apiKey; ///< empty: none is sent
    QByteArray keyHeader {}; ///< the header that takes the key; empty: the dialect's own
    QString keyVariable = QStringLiteral("ROADLOOM_API_KEY"); ///< where the key is to be set
    bool isKeyFromVariable = true; ///< else it was typed, or comes from a store
    Patience patience {};
    NetworkSettings network {};
    StructuredOutput structuredOutput = StructuredOutput::None; ///< the strongest to ask for
    /// Added to the body of each request, e.g. what turns reasoning off. They win over members of
    /// the dialect's own; objects are merged.
    json::object extraMembers {};
    /// The most tokens of one answer, reasoning included. None: Anthropic's protocol wants a limit
    /// and gets the dialect's own, others get none and take the server's.
    std::optional<int> outputLimit {};
    /// The longest answer, in bytes of its text and reasoning. The body, with all that is packed
    /// around the words, may be sixteen times as long.
    qint64 answerLimit = qint64(64) * 1024 * 1024;
};

/// What the failures of this server are to say.
[[nodiscard]] ServerFailures failuresAt(const ModelEndpoint& endpoint);

} // namespace roadloom
