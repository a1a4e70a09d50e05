// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/HttpExchange.h"
#include "core/llm/ProviderSetup.h"

namespace roadloom {

/// What asking a service showed.
enum class ServiceTrialResult {
    Service, ///< at the place where roadmaps are asked for, something wants to be asked by POST
    SomeServer, ///< a server is there; whether it designs roadmaps, only a run shows
};

/// Asks the place of a service where roadmaps are asked for, by a GET, which begins no run: a
/// server that takes POST alone answers 405 (RFC 9110, 15.5.6), and one that does not know the
/// place answers 404. Emits only from the event loop: waits, then exactly one of finished and
/// failed. Destroying it cancels.
class ServiceTrial final : public QObject {
    Q_OBJECT
public:
    /// Sends at once. The setup must be complete, see findProblem().
    explicit ServiceTrial(const ServiceSetup& setup, QObject* parent = nullptr);
    ~ServiceTrial() override;
    Q_DISABLE_COPY_MOVE(ServiceTrial)

Q_SIGNALS:
    void waitChanged(const roadloom::Wait& wait);
    void finished(roadloom::ServiceTrialResult result);
    void failed(const roadloom::Error& error);

private:
    void conclude();
    void take(const Error& error);

    HttpExchange m_exchange;
};

} // namespace roadloom
