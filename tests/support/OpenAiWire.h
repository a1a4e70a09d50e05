// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

/// Bodies as an OpenAI-compatible server writes them, for scripted answers.
namespace roadloom::test {

/// One event with a text delta.
[[nodiscard]] QByteArray openAiDelta(const QString& text);
/// The events after the last delta: finish reason "stop", usage, [DONE].
[[nodiscard]] QByteArray openAiEnd();
/// A whole event stream: a role-only delta, one event a text, the end.
[[nodiscard]] QByteArray openAiStream(const QStringList& deltas);
/// The JSON body of a whole, non-streaming answer (application/json).
[[nodiscard]] QByteArray openAiWhole(const QString& text);
/// A JSON error body: {"error":{"message":…}}.
[[nodiscard]] QByteArray openAiError(const QString& message);

} // namespace roadloom::test
