// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/RetryPolicy.h"
#include "core/llm/ChatQuestion.h"
#include "core/llm/ProviderSetup.h"

#include <variant>

namespace roadloom {

/// The built-in courses answer.
struct OfflineChoice {
    bool operator==(const OfflineChoice&) const = default;
};

/// Agents with a model answer.
struct ModelChoice {
    ProviderSetup setup;
    /// The user picked the provider by its name, so that it is known whether it needs a key.
    bool isNamed = false;
    ReplyMode mode = ReplyMode::Stream;
    RetryPolicy retries {};
};

/// A hub, or any server that speaks the generation stream, answers.
struct ServiceChoice {
    ServiceSetup setup;
    RetryPolicy retries {};
    QByteArray classCode {}; ///< empty: what the environment says
};

/// What the learner is called in its class: as the environment says, or else the settings.
[[nodiscard]] QString seatNameOf(const ServiceChoice& choice);

/// Who answers, as options and settings say: plain data, read before anything is built.
using SourceChoice = std::variant<OfflineChoice, ModelChoice, ServiceChoice>;

struct ConfiguredProviders;
struct Policy;

/// What the settings say for this id: a configured provider or service. The built-in courses for
/// any other id. The policy has been applied to them.
[[nodiscard]] SourceChoice configuredChoice(
    const Policy& policy, const ConfiguredProviders& configured, QStringView id);

/// How many runs for a class it serves well at once.
[[nodiscard]] int usualRuns(const SourceChoice& choice);

/// Who that is, translated, for people: "Built-in courses, no model", "qwen at 127.0.0.1:8080".
[[nodiscard]] QString titleOf(const SourceChoice& choice);

} // namespace roadloom
