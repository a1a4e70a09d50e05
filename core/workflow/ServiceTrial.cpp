// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceTrial.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int methodNotAllowed = 405;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;

/// Where a hub says how the run of this id is, which no run has.
QUrl urlOfNoRun(const QUrl& service)
{
    QUrl url = serviceApiUrl(service);
    url.setPath(url.path() + "/roadmaps/00000000-0000-0000-0000-000000000000/status"_L1);
    return url;
}

} // namespace

ServiceTrial::ServiceTrial(const ServiceEndpoint& endpoint, const QString& client, QObject* parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_failures(failuresAt(endpoint))
    , m_client(client)
{
    ask(generateStreamUrl(endpoint.url), &ServiceTrial::takePlace);
}

ServiceTrial::~ServiceTrial() = default;

void ServiceTrial::ask(const QUrl& url, Step then)
{
    HttpRequest request { .url = url };
    if (!m_endpoint.accessCode.isEmpty())
        request.headers.append({ "Authorization"_ba, "Bearer " + m_endpoint.accessCode });
    m_exchange
        = new HttpExchange(request, m_endpoint.network, m_endpoint.patience, m_failures, this);
    const auto conclude = [this, then](const std::optional<Error>& error) {
        m_exchange->disconnect(this);
        m_exchange->deleteLater(); // its signal is what brought us here
        (this->*then)(error);
    };
    connect(m_exchange, &HttpExchange::waitChanged, this, &ServiceTrial::waitChanged);
    // What it says does not matter; that it says something does.
    connect(m_exchange, &HttpExchange::bytesReceived, this, [conclude] { conclude({}); });
    connect(m_exchange, &HttpExchange::bodyEnded, this, [conclude] { conclude({}); });
    connect(m_exchange, &HttpExchange::failed, this,
        [conclude](const Error& error) { conclude(error); });
}

void ServiceTrial::takePlace(const std::optional<Error>& error)
{
    const int status = m_exchange->status();
    const bool isAnswer = !error || (status >= 400 && status < 500 && status != forbidden);
    if (!isAnswer)
        Q_EMIT failed(*error);
    else if (status == unauthorized)
        join(*error);
    else if (status == methodNotAllowed)
        ask(urlOfNoRun(m_endpoint.url), &ServiceTrial::takeDoor);
    else
        Q_EMIT finished(ServiceTrialResult::SomeServer);
}

/// Other servers may say anything to that.
void ServiceTrial::takeDoor(const std::optional<Error>& error)
{
    if (error && m_exchange->status() == unauthorized)
        join(*error);
    else if (error && m_exchange->status() == 0)
        Q_EMIT failed(*error);
    else
        Q_EMIT finished(ServiceTrialResult::Service);
}

void ServiceTrial::join(const Error& refusal)
{
    if (m_endpoint.accessCode.isEmpty()) {
        Q_EMIT failed(refusal);
        return;
    }
    auto* const joining = new ClassJoining(classPlaceAt(m_endpoint, m_client), this);
    connect(joining, &ClassJoining::waitChanged, this, &ServiceTrial::waitChanged);
    connect(joining, &ClassJoining::joined, this,
        [this] { Q_EMIT finished(ServiceTrialResult::Class); });
    connect(joining, &ClassJoining::failed, this, [this, refusal](const Error& error) {
        Q_EMIT failed(error.kind == ErrorKind::NotFound ? refusal : error);
    });
}

} // namespace roadloom
