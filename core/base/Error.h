// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDebug>
#include <QString>

#include <chrono>
#include <optional>

namespace roadloom {

/// What went wrong, coarse enough to decide on: retry, ask for a key, exit status, icon.
enum class ErrorKind {
    InvalidInput, ///< the learner's request, an option or a file is not usable as it stands
    Network, ///< not reached, or the connection broke before a complete answer
    Timeout, ///< silence for longer than the limit
    Authentication, ///< key missing, wrong or without the right (HTTP 401, 403)
    Quota, ///< the account has no credit left (HTTP 402)
    RateLimit, ///< too many requests (HTTP 429)
    NotFound, ///< no such address or model (HTTP 404)
    Server, ///< the server failed or refused for a reason of its own
    Protocol, ///< the bytes are not what the protocol says (an HTML page, no JSON)
    Cut, ///< the answer began and ended before its end mark
    TooLarge, ///< a limit of ours was exceeded
    BadOutput, ///< a complete answer that is no valid result
    NotCovered, ///< the built-in courses hold nothing that fits the goal
    Cancelled, ///< the learner stopped it
    Internal, ///< a defect or a local failure (disk, resources)
};

/// The kind as written on the wire, in snake_case ("rate_limit"). Stable.
[[nodiscard]] QString errorKindName(ErrorKind kind);
/// The kind that a word of the wire stands for, if it stands for any.
[[nodiscard]] std::optional<ErrorKind> errorKindFromName(QStringView name);

/// An expected failure, as a value.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    /// One or two translated sentences for the learner: what happened and what to do. No secrets.
    QString message;
    /// Technical detail for a log or an expander; untranslated; bounded; no secrets. May be empty.
    QString details;
    /// The same request may well succeed in a moment.
    bool isTransient = false;
    /// How long the server asks to wait before the next try, where it told.
    std::optional<std::chrono::seconds> retryAfter {};

    bool operator==(const Error&) const = default;
};

QDebug operator<<(QDebug debug, const Error& error);

} // namespace roadloom
