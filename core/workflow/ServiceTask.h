// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QUrl;

namespace roadloom {

/// A run that a service goes on with by itself for a while, and keeps for a while: under this its
/// events can be had from the first on. Nothing in it is secret.
struct ServiceTask {
    QString service {}; ///< as serviceAddress() writes it
    QString id {}; ///< empty: no service has the run, or none any more

    bool operator==(const ServiceTask&) const = default;

    [[nodiscard]] bool isAt(const QUrl& url) const;
};

/// What tells one service from another, without what may be secret in its address: the URL that
/// requests are POSTed to, but no name, password or query.
[[nodiscard]] QString serviceAddress(const QUrl& service);

/// Whether it can be what a hub calls a task, so that it may be sent to one.
[[nodiscard]] bool isTaskId(const QString& id);

} // namespace roadloom
