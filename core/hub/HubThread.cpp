// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubThread.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

/// The hub, made and used on its thread alone.
class HubThread::Server : public QObject {
public:
    Server(const HubSetup& setup, Sources sources, HubLog::Write log)
        : m_setup(setup)
        , m_sources(std::move(sources))
        , m_write(std::move(log))
    {
    }

    void start(HubThread& front)
    {
        m_hub = std::make_unique<Hub>(m_setup, m_sources());
        if (m_write)
            m_log = std::make_unique<HubLog>(*m_hub, m_write);
        if (const auto error = m_hub->listen()) {
            Q_EMIT front.failed(*error);
            m_log.reset();
            m_hub.reset();
            return;
        }
        connect(&m_hub->runs(), &HubRuns::stumbled, &front, &HubThread::stumbled);
        connect(&m_hub->board(), &ClassBoard::handedIn, this, [this, &front](HandedIn handedIn) {
            handedIn.name = nameOf(handedIn.seat);
            Q_EMIT front.handedIn(handedIn);
        });
        m_clock = std::make_unique<QTimer>();
        connect(m_clock.get(), &QTimer::timeout, this, [this, &front] { report(front); });
        m_clock->start(500ms);
        m_sinceCount.start();
        Q_EMIT front.serving(m_setup.address, m_hub->port());
        if (const auto error = m_hub->beFound())
            Q_EMIT front.stumbled(error->message);
        report(front);
    }

    [[nodiscard]] Hub* hub() { return m_hub.get(); } ///< null: it does not serve

    void report(HubThread& front)
    {
        HubReport report = reportOf(*m_hub);
        count(report.rates.events);
        report.rates.eventsPerSecond = m_eventsPerSecond;
        if (report == m_last)
            return;
        m_last = std::move(report);
        Q_EMIT front.reported(m_last);
    }

private:
    [[nodiscard]] QString nameOf(const QString& id) const
    {
        const QList<Seat> seats
            = m_hub->seats() != nullptr ? m_hub->seats()->seats() : QList<Seat>();
        const auto found = std::ranges::find(seats, id, &Seat::id);
        return found != seats.cend() ? found->name : QString();
    }

    /// Over two seconds at least, so that it does not flicker.
    void count(qint64 events)
    {
        if (!m_sinceCount.hasExpired(2000))
            return;
        m_eventsPerSecond
            = 1000.0 * double(events - m_eventsCounted) / double(m_sinceCount.restart());
        m_eventsCounted = events;
    }

    HubSetup m_setup;
    Sources m_sources;
    HubLog::Write m_write;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<HubLog> m_log; ///< null: nobody wants one
    std::unique_ptr<QTimer> m_clock;
    HubReport m_last;
    QElapsedTimer m_sinceCount;
    qint64 m_eventsCounted = 0;
    double m_eventsPerSecond = 0.0;
};

HubThread::HubThread(const HubSetup& setup, Sources sources, HubLog::Write log, QObject* parent)
    : QObject(parent)
    , m_server(new Server(setup, std::move(sources), std::move(log)))
{
    m_thread.setObjectName(QStringLiteral("hub"));
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
}

HubThread::~HubThread()
{
    if (!m_thread.isRunning()) {
        delete m_server;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void HubThread::start()
{
    if (m_thread.isRunning())
        return;
    m_thread.start();
    QMetaObject::invokeMethod(
        m_server, [this] { m_server->start(*this); }, Qt::QueuedConnection);
}

/// Of the hub, on its thread, if it serves.
template <typename Act>
void HubThread::ask(Act act)
{
    QMetaObject::invokeMethod(
        m_server,
        [this, act] {
            Hub* const hub = m_server->hub();
            if (hub == nullptr)
                return;
            act(*hub);
            m_server->report(*this);
        },
        Qt::QueuedConnection);
}

void HubThread::setPaused(bool isPaused)
{
    ask([isPaused](Hub& hub) { hub.runs().setPaused(isPaused); });
}

void HubThread::cancel(const QString& task)
{
    ask([task](Hub& hub) {
        if (HubRun* const run = hub.runs().find(task))
            run->cancel();
    });
}

void HubThread::favour(const QString& task)
{
    ask([task](Hub& hub) { hub.runs().favour(task); });
}

void HubThread::removeSeat(const QString& seat)
{
    ask([seat](Hub& hub) { hub.removeSeat(seat); });
}

void HubThread::handOut(const Roadmap& roadmap)
{
    ask([this, roadmap](Hub& hub) {
        if (const auto error = hub.board().handOut(roadmap))
            Q_EMIT notHandedOut(*error);
        else
            Q_EMIT handedOut(roadmap.title);
    });
}

} // namespace roadloom
