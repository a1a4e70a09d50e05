// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"
#include "ui/chat/SpokenStage.h"

#include <QList>

#include <chrono>

namespace roadloom {

/// What one agent said in one try, and how the reader left it: all that a MessageBubble shows.
struct SpokenMessage {
    struct Part {
        SpokenStage stage {}; ///< that it is about
        QString words {}; ///< Markdown, as it came
        QString reasoning {}; ///< of a long one, the end
        std::chrono::milliseconds reasonedFor { 0 };
        bool isReasoningShown = false;
        bool isWithdrawn = false;

        bool operator==(const Part&) const = default;
    };

    AgentId agent = AgentId::System;
    QList<Part> parts {};
    bool isWithdrawn = false; ///< with all its parts, and then folded away
    QString reason {}; ///< for that, if it is to be told
    bool isUnfolded = false; ///< though it is withdrawn

    bool operator==(const SpokenMessage&) const = default;
};

} // namespace roadloom
