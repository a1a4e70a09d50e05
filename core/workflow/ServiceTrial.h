// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/ServiceEndpoint.h"

namespace roadloom {

/// What asking a service showed.
enum class ServiceTrialResult {
    Service, ///< at the place where roadmaps are asked for, something wants to be asked by POST
    Class, ///< a hub, whose class took the code
    SomeServer, ///< a server is there; whether it designs roadmaps, only a run shows
};

/// Asks the place of a service where roadmaps are asked for, by a GET, which begins no run: a
/// server that takes POST alone answers 405 (RFC 9110, 15.5.6), and one that does not know the
/// place answers 404. Then it asks for a run that nobody has, which a hub with a class tells to
/// those alone who have joined: where need be, the class is joined with the code, as for a run.
/// Emits only from the event loop: waits, then exactly one of finished and failed. Destroying it
/// cancels.
class ServiceTrial final : public QObject {
    Q_OBJECT
public:
    /// Sends at once. The endpoint must have a usable address, see findProblem(). `client` as in
    /// ClassPlace.
    explicit ServiceTrial(
        const ServiceEndpoint& endpoint, const QString& client = {}, QObject* parent = nullptr);
    ~ServiceTrial() override;
    Q_DISABLE_COPY_MOVE(ServiceTrial)

Q_SIGNALS:
    void waitChanged(const roadloom::Wait& wait);
    void finished(roadloom::ServiceTrialResult result);
    void failed(const roadloom::Error& error);

private:
    using Step = void (ServiceTrial::*)(const std::optional<Error>& error);

    void ask(const QUrl& url, Step then);
    void takePlace(const std::optional<Error>& error);
    void takeDoor(const std::optional<Error>& error);
    void join(const Error& refusal);

    ServiceEndpoint m_endpoint;
    ServerFailures m_failures;
    QString m_client;
    HttpExchange* m_exchange = nullptr; ///< a child
};

} // namespace roadloom
