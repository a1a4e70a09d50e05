// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/RetryPolicy.h"
#include "core/llm/ChatModel.h"

namespace roadloom {

/// What an agent thinks with.
struct AgentSetup {
    ChatModel& model; ///< must outlive the agent and its tasks
    RetryPolicy retries {};
};

} // namespace roadloom
