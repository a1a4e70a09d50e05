// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/ServerFailures.h"
#include "core/workflow/AgentEvent.h"

#include <QByteArrayView>

#include <optional>
#include <variant>

/// One event of a generation stream, as a service wrote it, and what it means. Reading is tolerant:
/// any spacing and key order, members and types that we do not know, the shapes of several
/// generations of servers. What it cannot use is told from what it need not use, so that whoever
/// follows the stream can decide.
namespace roadloom {

/// Shows that the connection lives, not that the service works: `{"type":"ping"}`, `[DONE]`.
struct KeepAlive {
    bool operator==(const KeepAlive&) const = default;
};

/// The service works, on something a run needs no word of: a tutorial, its progress, its own view
/// of the rules, whatever a later generation sends.
struct SignOfLife {
    bool operator==(const SignOfLife&) const = default;
};

/// The data is no JSON object.
struct Unreadable {
    bool operator==(const Unreadable&) const = default;
};

/// A `complete` whose data is not the result it should be; what was missing is in the error.
struct UnusableResult {
    Error error;
    AgentId agent = AgentId::System;

    bool operator==(const UnusableResult&) const = default;
};

/// The run waits behind others that asked before.
struct PlaceInLine {
    int place = 1; ///< 1 is next
    std::optional<std::chrono::seconds> untilTurn {}; ///< about, where that can be told

    bool operator==(const PlaceInLine&) const = default;
};

/// The service has given up, in its own words, which are not yet fit to show.
struct ReportedError {
    ServerWords words;
    std::optional<ErrorKind> kind {}; ///< told by another Roadloom, whose words are for the learner
    QString details {};
    AgentId agent = AgentId::System;

    bool operator==(const ReportedError&) const = default;
};

/// `done`: whatever of the summary is there and can be read.
struct RunSummary {
    std::optional<IntentAnalysis> intent {};
    std::optional<Roadmap> framework {};
    QString designRationale {};
    std::chrono::milliseconds duration { 0 }; ///< 0: not told
    ChatUsage usage {};

    bool operator==(const RunSummary&) const = default;
};

/// AgentId::System stands for every agent that is none of ours.
using ServiceEvent = std::variant<KeepAlive, SignOfLife, Unreadable, ChunkEvent, StageChunkEvent,
    ReasoningEvent, CompleteEvent, UnusableResult, AttemptFailedEvent, MendedEvent, ProgressEvent,
    RefusedEvent, PlaceInLine, ReportedError, RunSummary>;

/// `data` and `type` are an SSE event's; the type counts where the JSON names none. The text of
/// a chunk or of reasoning may hold half a surrogate pair, see SurrogateJoiner. No roadmap is
/// checked against the rules.
[[nodiscard]] ServiceEvent readServiceEvent(QByteArrayView data, QByteArrayView type = {});

} // namespace roadloom
