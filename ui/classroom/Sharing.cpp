// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/Sharing.h"

#include "core/hub/HubThread.h"
#include "ui/classroom/ReceivedRoadmap.h"
#include "ui/window/WindowMemory.h"

#include <algorithm>
#include <utility>

namespace roadloom {

Sharing::Sharing(ClassroomParts parts, WindowMemory* memory, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_memory(memory)
    , m_choices(memory != nullptr ? memory->shareChoices() : ShareChoices())
{
}

Sharing::~Sharing() = default;

bool Sharing::hasRuns() const
{
    return std::ranges::any_of(m_report.runs, [](const RunReport& run) {
        return run.state == HubRunState::Waiting || run.state == HubRunState::Running;
    });
}

void Sharing::keepChoices(const ShareChoices& choices)
{
    m_choices = choices;
    if (m_memory != nullptr)
        m_memory->keepShareChoices(choices);
}

void Sharing::start(const HubSetup& setup)
{
    m_setup = setup;
    m_report = {};
    m_hub = m_parts.openHub(setup);
    connect(m_hub.get(), &HubThread::serving, this,
        [this, hub = m_hub.get()](const QHostAddress& address, quint16 port) {
            if (hub != m_hub.get()) // what it said may come when it is no more
                return;
            m_setup.address = address;
            m_setup.port = port;
            setState(State::On);
        });
    // Queued: what says so must outlive its word.
    connect(
        m_hub.get(), &HubThread::failed, this,
        [this](const Error& error) {
            if (m_state != State::Starting)
                return;
            stop();
            Q_EMIT failed(error);
        },
        Qt::QueuedConnection);
    connect(m_hub.get(), &HubThread::reported, this,
        [this, hub = m_hub.get()](const HubReport& report) {
            if (hub != m_hub.get())
                return;
            m_report = report;
            Q_EMIT reported();
        });
    connect(m_hub.get(), &HubThread::stumbled, this, &Sharing::stumbled);
    connect(m_hub.get(), &HubThread::handedOut, this, &Sharing::handedOut);
    connect(m_hub.get(), &HubThread::notHandedOut, this, &Sharing::notHandedOut);
    connect(m_hub.get(), &HubThread::handedIn, this, [this](const HandedIn& handedIn) {
        if (const auto received = receivedRoadmap(handedIn.roadmap))
            m_collected.take({ .seat = handedIn.seat,
                .name = handedIn.name,
                .roadmap = *received,
                .bytes = handedIn.bytes,
                .came = QDateTime::currentDateTime() });
    });
    setState(State::Starting);
    m_hub->start();
}

void Sharing::stop()
{
    m_hub.reset();
    m_report = {};
    setState(State::Off);
}

void Sharing::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace roadloom
