// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubRun.h"

#include <utility>

namespace roadloom {

QByteArray taskStatusName(HubRunState state)
{
    switch (state) {
    case HubRunState::Waiting:
        return "pending";
    case HubRunState::Running:
        return "processing";
    case HubRunState::Done:
        return "completed";
    case HubRunState::Failed:
        return "failed";
    case HubRunState::Cancelled:
        return "cancelled";
    }
    return {};
}

namespace {

/// The learner can do something about it, and no more is said than was asked.
bool concernsLearner(ErrorKind kind)
{
    return kind == ErrorKind::NotCovered || kind == ErrorKind::BadOutput
        || kind == ErrorKind::Cancelled || kind == ErrorKind::TooLarge;
}

} // namespace

HubRun::HubRun(
    const QString& id, const QString& seat, const LearnerRequest& request, QObject* parent)
    : QObject(parent)
    , m_id(id)
    , m_seat(seat)
    , m_request(request)
    , m_log(id.toLatin1())
    , m_created(QDateTime::currentDateTimeUtc())
    , m_changed(m_created)
{
    m_clock.start();
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &HubRun::cancel);
}

std::optional<ErrorKind> HubRun::failureKind() const
{
    return m_failure ? std::optional(m_failure->kind) : std::nullopt;
}

void HubRun::takePlace(int place, Wait wait)
{
    if (m_state != HubRunState::Waiting)
        return;
    m_place = place;
    m_wait = wait;
    if (m_nearestPlace > 0 && place >= m_nearestPlace)
        return; // back and forth would fill the log
    m_nearestPlace = place;
    json::object event;
    event["type"] = "queued";
    event["position"] = place;
    if (wait)
        event["wait_s"] = qint64(wait->count());
    static_cast<void>(m_log.append(writeJson(event))); // without room the run will say so
}

void HubRun::begin(std::unique_ptr<RoadmapSource> source)
{
    if (m_state != HubRunState::Waiting)
        return;
    m_state = HubRunState::Running;
    m_place = 0;
    m_wait.reset();
    m_waited = elapsed();
    m_clock.start();
    m_changed = QDateTime::currentDateTimeUtc();
    m_source = source.release();
    m_source->setParent(this);
    connect(m_source, &RoadmapSource::eventEmitted, this, &HubRun::take);
    Q_EMIT began();
    m_source->start(m_request);
}

void HubRun::cancel()
{
    finish(ErrorEvent { { ErrorKind::Cancelled, tr("The run was stopped."), {} }, AgentId::System },
        HubRunState::Cancelled);
}

void HubRun::readBy(QObject* reader, std::chrono::milliseconds grace)
{
    ++m_readers;
    m_grace.stop();
    connect(reader, &QObject::destroyed, this, [this, grace] {
        if (--m_readers == 0 && !hasEnded())
            m_grace.start(grace);
    });
}

void HubRun::take(const AgentEvent& said)
{
    if (hasEnded())
        return;
    const AgentEvent event = forSeats(said);
    if (!m_firstWord && std::holds_alternative<ChunkEvent>(event))
        m_firstWord = elapsed();
    if (const auto* const done = std::get_if<DoneEvent>(&event)) {
        m_result = *done;
        finish(event, HubRunState::Done);
    } else if (std::holds_alternative<ErrorEvent>(event)) {
        finish(event, HubRunState::Failed);
    } else if (!m_log.append(toJsonLine(event))) {
        finish(
            ErrorEvent {
                { ErrorKind::TooLarge,
                    tr("The run said more than the hub keeps of one. Try a smaller goal."), {} },
                AgentId::System },
            HubRunState::Failed);
    } else if (const auto* const progress = std::get_if<ProgressEvent>(&event)) {
        m_changed = QDateTime::currentDateTimeUtc();
        m_progress = *progress;
    }
}

/// What is between the hub and its model is not the learner's to mend, nor to know.
AgentEvent HubRun::forSeats(const AgentEvent& said)
{
    if (const auto* const failure = std::get_if<ErrorEvent>(&said);
        failure != nullptr && !concernsLearner(failure->error.kind)) {
        m_trouble = failure->error.message;
        Q_EMIT stumbled(m_trouble);
        return ErrorEvent { { failure->error.kind == ErrorKind::Timeout ? ErrorKind::Timeout
                                                                        : ErrorKind::Server,
                                tr("The model of the hub does not answer. Tell your teacher, and "
                                   "try again later."),
                                {} },
            failure->agent };
    }
    if (const auto* const attempt = std::get_if<AttemptFailedEvent>(&said)) {
        m_trouble = attempt->reason;
        Q_EMIT stumbled(m_trouble);
        AttemptFailedEvent plain = *attempt;
        plain.reason = tr("The model of the hub did not answer as it should.");
        return plain;
    }
    return said;
}

void HubRun::finish(const AgentEvent& event, HubRunState state)
{
    if (hasEnded())
        return;
    if (const auto* const error = std::get_if<ErrorEvent>(&event))
        m_failure = error->error;
    if (m_waited)
        m_lasted = elapsed();
    m_grace.stop();
    m_place = 0;
    m_wait.reset();
    m_state = state;
    m_changed = QDateTime::currentDateTimeUtc();
    if (RoadmapSource* const source = std::exchange(m_source, nullptr)) {
        m_usage = m_result ? m_result->usage : source->usage();
        source->disconnect(this);
        source->cancel();
        source->deleteLater(); // its word may be what brought us here
    }
    m_log.endWith(toJsonLine(event));
    m_request.extras.clear(); // nobody asks for them any more
    m_request.preferences.extras.clear();
    Q_EMIT ended();
}

} // namespace roadloom
