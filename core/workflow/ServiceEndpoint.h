// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/ClassJoining.h"
#include "core/http/HttpExchange.h"
#include "core/http/RetryPolicy.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace roadloom {

/// Where a service is and how to reach it.
struct ServiceEndpoint {
    /// The server's root, its .../api/v1, or the whole .../roadmaps/generate-stream; a query stays.
    QUrl url;
    /// Sent as a bearer token; a hub that wants one of a seat's gives it for this. Empty: none is.
    QByteArray accessCode {};
    QString seatName {}; ///< of the learner, as a class is to see it; may be empty
    QByteArray seatToken {}; ///< what a hub gave before, see ServiceSource::joined()
    QString codeVariable = QStringLiteral("ROADLOOM_CLASS_CODE"); ///< where the code is to be set
    bool isCodeFromVariable = true; ///< else the learner gave it to Roadloom
    Patience patience {};
    NetworkSettings network {};
    RetryPolicy retries {};
};

/// The address that the request is POSTed to.
[[nodiscard]] QUrl generateStreamUrl(const QUrl& service);
/// The base of the service's API.
[[nodiscard]] QUrl serviceApiUrl(const QUrl& service);
/// What is said where it fails.
[[nodiscard]] ServerFailures failuresAt(const ServiceEndpoint& endpoint);
/// Where its class is joined with its code, if it has one; `client` as in ClassPlace.
[[nodiscard]] ClassPlace classPlaceAt(const ServiceEndpoint& endpoint, const QString& client);

/// Tells a hub that nobody wants a task's run any more: else it keeps it for a while, so that
/// whoever lost its stream can come back. Nobody waits for what it says but the program's end, two
/// seconds at most. `token` is the seat's; empty: none is sent.
void cancelTask(const ServiceEndpoint& endpoint, const QByteArray& token, const QString& task);

} // namespace roadloom
