// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/http/RetryPolicy.h"
#include "core/llm/HttpChatModel.h"
#include "core/workflow/RoadmapSource.h"

#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace roadloom {

/// Who answers, as the options say: plain data, read before anything is built.
struct SourceChoice {
    std::optional<ModelEndpoint> endpoint; ///< none: the built-in library
    ReplyMode mode = ReplyMode::Stream;
    RetryPolicy retries {};
};

/// A source with all it needs, in order of dependence: the last goes first.
struct SourceParts {
    std::unique_ptr<ChatModel> model; ///< none for the built-in library
    std::unique_ptr<RoadmapSource> source;
};

/// The options that say who answers: --source, --base-url, --model, --timeout, --no-stream, …
void addSourceOptions(QCommandLineParser& parser);

/// What the options ask for; without any, the built-in library. ErrorKind::InvalidInput names the
/// option. The key, if there is one, comes from the environment.
[[nodiscard]] Result<SourceChoice> readSourceChoice(const QCommandLineParser& parser);

/// Builds the chosen source. Needs the application object it is to live under.
[[nodiscard]] SourceParts makeSource(const SourceChoice& choice);

} // namespace roadloom
