// SPDX-License-Identifier: Apache-2.0
#include "core/storage/RunJournal.h"

#include <QFileInfo>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

/// What is said goes to the disk so long after it began: with the time that writing takes it is a
/// tenth of a second behind, at most.
constexpr auto gatheringTime = 50ms;

template <class Words>
bool isSameSpeaker(const Words& one, const Words& other)
{
    return one.agent == other.agent && one.stage == other.stage;
}

enum class Join { Done, GoOn, No };

/// Joins words to an earlier event, if that is of the same speaker; words of others and
/// progress between them do not matter.
template <class Words>
Join joinTo(AgentEvent& earlier, const Words& words)
{
    return std::visit(Overload {
                          [&](Words& same) {
                              if (!isSameSpeaker(same, words))
                                  return Join::GoOn;
                              same.content += words.content;
                              return Join::Done;
                          },
                          [&]<class Other>(Other& other) {
                              if constexpr (requires { other.content; })
                                  return other.stage == words.stage ? Join::No : Join::GoOn;
                              else
                                  return std::is_same_v<Other, ProgressEvent> ? Join::GoOn
                                                                              : Join::No;
                          },
                      },
        earlier);
}

template <class Words>
void gather(QList<AgentEvent>& events, const Words& words)
{
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const Join join = joinTo(*event, words);
        if (join == Join::Done)
            return;
        if (join == Join::No)
            break;
    }
    events.append(words);
}

/// The last one stands, at the end.
void gather(QList<AgentEvent>& events, const ProgressEvent& progress)
{
    events.removeIf(
        [](const AgentEvent& event) { return std::holds_alternative<ProgressEvent>(event); });
    events.append(progress);
}

bool isComplete(const AgentEvent& event)
{
    return std::holds_alternative<CompleteEvent>(event)
        || std::holds_alternative<RefusedEvent>(event);
}

} // namespace

RunJournal::RunJournal(Library& library, QObject* parent)
    : RunRecorder(parent)
    , m_library(library)
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(gatheringTime);
    connect(&m_moment, &QTimer::timeout, this, &RunJournal::write);
    connect(&library, &Library::runSettled, this, &RunJournal::takeSettled);
    connect(&library, &Library::keepingChanged, this, &RunJournal::tellIfDurable);
}

RunJournal::~RunJournal()
{
    leave();
}

void RunJournal::adopt(const RunLine& run)
{
    stop();
    m_run = run.id;
    m_hasSaid = true;
    m_hasResults = run.results > 0;
    m_isAtService = false;
}

void RunJournal::begin(const LearnerRequest& request, const QString& answerer)
{
    stop();
    m_run = Library::newId();
    m_hasSaid = false;
    m_hasResults = false;
    m_isAtService = false;
    open(request, answerer);
}

void RunJournal::goOn(
    const LearnerRequest& request, const QString& answerer, const FinishedWork& finished)
{
    if (!m_run.isEmpty()) {
        stop();
        open(request, answerer);
        if (!finished.task)
            m_gathered.task = ServiceTask(); // what follows is not told by the service of before
        return;
    }
    begin(request, answerer);
    if (finished.task)
        record(*finished.task);
    for (const AgentEvent& event : eventsOf(finished))
        record(event);
    if (finished.parts)
        record(*finished.parts);
}

void RunJournal::open(const LearnerRequest& request, const QString& answerer)
{
    m_isOn = true;
    m_lock = lockRun(QFileInfo(m_library.path()).absolutePath(), m_run);
    m_library.beginRun({ .run = m_run,
        .request = request,
        .answerer = answerer,
        .moment = QDateTime::currentDateTime() });
}

void RunJournal::record(const AgentEvent& event)
{
    if (!m_isOn)
        return;
    std::visit(Overload {
                   [this](const ProgressEvent& progress) {
                       m_gathered.percent = progress.percent;
                       gather(m_gathered.events, progress);
                   },
                   [this]<class Event>(const Event& other) {
                       if constexpr (requires { other.content; }) {
                           m_hasSaid = true;
                           gather(m_gathered.events, other);
                       } else {
                           m_gathered.events.append(other);
                       }
                   },
               },
        event);
    if (std::holds_alternative<DoneEvent>(event))
        end(RunState::Done);
    else if (std::holds_alternative<ErrorEvent>(event))
        end(RunState::Failed);
    else if (isComplete(event)) {
        m_hasSaid = true;
        m_hasResults = true;
        m_isRetold = false;
        write();
        if (std::exchange(m_isForgotten, false))
            m_gathered.task = ServiceTask();
        m_needed = m_gathered.number;
        tellIfDurable();
    } else if (!m_isRetold && !m_moment.isActive()) {
        m_moment.start();
    }
}

/// Written at once: it is what an hour of a slow model may have brought.
void RunJournal::record(const DesignParts& parts)
{
    if (!m_isOn)
        return;
    m_gathered.parts = parts;
    write();
}

/// Written at once, too: the program may end before the service says more.
void RunJournal::record(const ServiceTask& task)
{
    if (!m_isOn)
        return;
    m_isAtService = !task.id.isEmpty();
    if (m_isRetold && !m_isAtService) {
        m_isForgotten = true;
        return;
    }
    m_gathered.task = task;
    if (!m_isAtService)
        return; // what ends it follows
    m_moment.stop();
    m_gathered.events.clear();
    m_gathered.parts.reset();
    m_gathered.percent.reset();
    m_isForgotten = false;
    m_isRetold = m_hasResults;
    if (!m_isRetold)
        write();
}

void RunJournal::stop()
{
    if (!m_isOn)
        return;
    record(ServiceTask());
    end(RunState::Stopped);
}

void RunJournal::leave()
{
    if (m_isOn)
        end(RunState::Stopped);
}

void RunJournal::end(RunState state)
{
    m_isOn = false;
    if (std::exchange(m_isRetold, false)) {
        m_gathered.events.removeIf([](const AgentEvent& event) { return !isTerminal(event); });
        m_gathered.percent.reset();
        m_gathered.task.reset();
        if (std::exchange(m_isForgotten, false))
            m_gathered.task = ServiceTask();
    }
    if (m_hasSaid || m_isAtService) {
        m_gathered.state = state;
        write();
        m_needed = m_gathered.number;
    } else {
        m_moment.stop();
        m_gathered = { .run = {}, .number = m_gathered.number };
        m_library.removeRun(std::exchange(m_run, {}));
    }
    m_lock.reset();
    tellIfDurable();
}

void RunJournal::lead(const QString& roadmap)
{
    if (m_run.isEmpty())
        return;
    m_library.leadRun(m_run, roadmap);
    write(); // behind it, so that it is known when all that is on the disk
    m_needed = m_gathered.number;
}

void RunJournal::write()
{
    m_moment.stop();
    const qint64 number = m_gathered.number + 1;
    RunRecorded record = std::exchange(m_gathered, { .run = {}, .number = number });
    record.run = m_run;
    record.moment = QDateTime::currentDateTime();
    record.number = number;
    m_library.recordRun(std::move(record));
}

bool RunJournal::isDurable() const
{
    const Keeping keeping = m_library.keeping();
    return m_settled >= m_needed || keeping == Keeping::Waiting || keeping == Keeping::NotKept;
}

void RunJournal::takeSettled(qint64 number)
{
    m_settled = number;
    tellIfDurable();
}

void RunJournal::tellIfDurable()
{
    const bool is = isDurable();
    if (std::exchange(m_wasDurable, is) != is && is)
        Q_EMIT durable();
}

} // namespace roadloom
