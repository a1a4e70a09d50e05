// SPDX-License-Identifier: Apache-2.0
#include "core/hub/Hub.h"

#include <utility>

namespace roadloom {

namespace {

std::optional<SeatBook> seatsFor(const HubSetup& setup)
{
    if (setup.classCode.isEmpty())
        return std::nullopt;
    return setup.secret.isEmpty() ? SeatBook(setup.classCode)
                                  : SeatBook(setup.classCode, setup.secret);
}

} // namespace

Hub::Hub(const HubSetup& setup, HubRuns::SourceFactory factory, QObject* parent)
    : QObject(parent)
    , m_setup(setup)
    , m_server(setup.connections)
    , m_seats(seatsFor(setup))
    , m_runs(std::move(factory), setup.limits, setup.name)
    , m_api(m_server, m_runs, m_board, seats(), setup.allowedOrigins, setup.patience, setup.proxies)
{
    connect(&m_api, &HubApi::seatJoined, this, &Hub::seatJoined);
    connect(&m_api, &HubApi::codeRefused, this, &Hub::codeRefused);
}

std::optional<Error> Hub::listen()
{
    if (!m_seats && !m_setup.address.isLoopback())
        return Error { ErrorKind::InvalidInput,
            tr("On a network the hub needs a class code, so that it serves the class only."), {} };
    if (m_setup.certificate)
        m_server.showCertificate(*m_setup.certificate);
    return m_server.listen(m_setup.address, m_setup.port);
}

std::optional<Error> Hub::beFound()
{
    if (!m_setup.isFound)
        return std::nullopt;
    const auto& certificate = m_setup.certificate;
    m_beacon.emplace(HubAd { .name = m_setup.className,
                         .port = port(),
                         .usesTls = certificate.has_value(),
                         .fingerprint = certificate ? certificate->fingerprint() : QByteArray(),
                         .needsCode = m_seats.has_value() },
        m_setup.address, m_setup.searchPort);
    return m_beacon->listen();
}

void Hub::removeSeat(const QString& seat)
{
    if (m_seats)
        m_seats->remove(seat);
    m_runs.cancelOf(seat);
    m_api.dropSeat(seat);
    Q_EMIT seatRemoved(seat);
}

} // namespace roadloom
