// SPDX-License-Identifier: Apache-2.0
#include "core/hub/Hub.h"

#include <utility>

namespace roadloom {

Hub::Hub(const HubSetup& setup, HubRuns::SourceFactory factory, QObject* parent)
    : QObject(parent)
    , m_setup(setup)
    , m_server(setup.connections)
    , m_seats(setup.classCode.isEmpty() ? std::nullopt : std::optional<SeatBook>(setup.classCode))
    , m_runs(std::move(factory), setup.limits)
    , m_api(m_server, m_runs, m_board, seats(), setup.allowedOrigins, setup.patience)
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

void Hub::removeSeat(const QString& seat)
{
    if (m_seats)
        m_seats->remove(seat);
    m_runs.cancelOf(seat);
    Q_EMIT seatRemoved(seat);
}

} // namespace roadloom
