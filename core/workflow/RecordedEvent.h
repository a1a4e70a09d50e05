// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"

#include <QByteArrayView>

#include <optional>

namespace roadloom {

/// An event as toJsonLine() wrote it, for a record of our own; nothing for what is none. No roadmap
/// is checked against the rules. Of a `done` the design comes without its unknown members: these
/// are in the `complete` before it.
[[nodiscard]] std::optional<AgentEvent> readRecordedEvent(QByteArrayView line);

} // namespace roadloom
