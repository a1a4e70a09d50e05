// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/llm/ChatQuestion.h"
#include "core/llm/ModelEndpoint.h"

#include <QList>

#include <optional>
#include <utility>

/// What several dialects build their requests of.
namespace roadloom {

/// The base URL with a path behind its own: no slash doubled, no fragment, and no user name or
/// password, with which Qt would sign in by sending again.
[[nodiscard]] QUrl extendedUrl(const QUrl& base, const QString& path);

/// The base URL's path without slashes at its end, percent-encoded.
[[nodiscard]] QString basePath(const QUrl& base);

/// Whether the path ends in a version of an API: "/v1", "/v1beta".
[[nodiscard]] bool endsInVersion(const QString& path);

/// The header that takes the key, if there is a key: the endpoint's own, else this one.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> keyHeaders(
    const ModelEndpoint& endpoint, const QByteArray& header, const QByteArray& prefix = {});

/// The names in a list of models: the strings under `nameKey` of the objects under `listKey`, or of
/// a bare list. At most 1,000, and none that is longer than 200 characters or not fit to show.
/// Nothing if there is no such list.
[[nodiscard]] std::optional<QStringList> namesIn(
    const json::value& answer, json::string_view listKey, json::string_view nameKey);

/// "system", "user", "assistant".
[[nodiscard]] json::string_view roleName(ChatRole role);

/// [{"role":…,"content":…}, …]
[[nodiscard]] json::array roleAndContent(const QList<ChatMessage>& messages);

/// The texts of the system messages, which some protocols keep apart, and the other messages.
struct Instructed {
    QString instructions;
    QList<ChatMessage> messages;
};
[[nodiscard]] Instructed withInstructionsApart(const QList<ChatMessage>& messages);

/// Adds members to a body: objects are merged at any depth, everything else is replaced.
void mergeInto(json::object& body, const json::object& more);

/// The form to ask this endpoint for: None if the question has none.
[[nodiscard]] StructuredOutput formAsked(
    const ModelEndpoint& endpoint, const ChatQuestion& question);

/// The question's messages; if a form is asked for, its instructions stand behind everything else,
/// as a paragraph of the last message, or as one of their own if that is not the user's.
[[nodiscard]] QList<ChatMessage> messagesFor(
    const ModelEndpoint& endpoint, const ChatQuestion& question);

} // namespace roadloom
