// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceTrial.h"

#include "core/workflow/ServiceSource.h"

namespace roadloom {

namespace {

constexpr int methodNotAllowed = 405;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;

ServerFailures failuresOf(const ServiceSetup& setup)
{
    return ServerFailures(
        ServerDescription { .url = setup.url, .role = ServerRole::RoadmapService });
}

} // namespace

ServiceTrial::ServiceTrial(const ServiceSetup& setup, QObject* parent)
    : QObject(parent)
    , m_exchange(
          { .url = generateStreamUrl(setup.url) }, setup.network, setup.patience, failuresOf(setup))
{
    connect(&m_exchange, &HttpExchange::waitChanged, this, &ServiceTrial::waitChanged);
    // What it says does not matter; that it says something does.
    connect(&m_exchange, &HttpExchange::bytesReceived, this, &ServiceTrial::conclude);
    connect(&m_exchange, &HttpExchange::bodyEnded, this, &ServiceTrial::conclude);
    connect(&m_exchange, &HttpExchange::failed, this, &ServiceTrial::take);
}

ServiceTrial::~ServiceTrial() = default;

void ServiceTrial::conclude()
{
    m_exchange.disconnect(this);
    Q_EMIT finished(m_exchange.status() == methodNotAllowed ? ServiceTrialResult::Service
                                                            : ServiceTrialResult::SomeServer);
}

void ServiceTrial::take(const Error& error)
{
    const int status = m_exchange.status();
    const bool isAnswer
        = status >= 400 && status < 500 && status != unauthorized && status != forbidden;
    if (isAnswer) {
        conclude();
        return;
    }
    m_exchange.disconnect(this);
    Q_EMIT failed(error);
}

} // namespace roadloom
