// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceSource.h"

#include "core/base/DropLater.h"
#include "core/base/JsonReader.h"
#include "core/workflow/ContentVocabulary.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr int refusedContent = 422;
constexpr int noContent = 204;
constexpr int unauthorized = 401;

/// While a stream is being taken up again, everything that is not a clear answer may pass: the
/// network, the server that restarts, the gateway before it.
bool mayPass(const Error& error)
{
    return error.isTransient || error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout
        || error.kind == ErrorKind::Cut;
}

} // namespace

ServiceSource::ServiceSource(const ServiceEndpoint& endpoint)
    : m_endpoint(endpoint)
    , m_failures(failuresAt(endpoint))
    , m_token(endpoint.seatToken.isEmpty() ? endpoint.accessCode : endpoint.seatToken)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ServiceSource::send);
}

bool ServiceSource::isRunning() const
{
    return m_conversation.has_value();
}

QString ServiceSource::title() const
{
    return tr("the service at %1").arg(m_failures.where());
}

FinishedWork ServiceSource::usable(const FinishedWork& finished) const
{
    return finished.taskAt(m_endpoint.url);
}

void ServiceSource::start(const LearnerRequest& request)
{
    goOn(request, {});
}

void ServiceSource::goOn(const LearnerRequest& request, const FinishedWork& finished)
{
    Q_ASSERT(!isRunning());
    ++m_run;
    m_request = request;
    noteContact();
    const ServiceTask task = usable(finished).task.value_or(ServiceTask());
    m_task = task.id;
    m_isTaskTold = false;
    m_resumedFrom = m_task.isEmpty() ? QByteArray() : m_task.toLatin1() + ":0"; // before the first
    m_hasOtherWords = false;
    m_hasJoined = false;
    m_wantsCode = false;
    m_conversation.emplace(request, QDate::currentDate(), m_failures);
    m_clock.start();
    send();
}

void ServiceSource::cancel()
{
    if (m_exchange != nullptr && m_task.isEmpty())
        m_task = taskOfAnswer();
    if (isRunning() && !m_task.isEmpty())
        cancelTask(m_endpoint, m_token, m_task);
    endRun();
}

void ServiceSource::leave()
{
    endRun();
}

/// A hub says where the events of the run are to be had. Empty: it is none.
QString ServiceSource::taskOfAnswer() const
{
    constexpr auto before = "/api/v1/roadmaps/"_L1;
    constexpr auto behind = "/events"_L1;
    const QString place = QString::fromLatin1(m_exchange->header("Content-Location"));
    if (!place.startsWith(before) || !place.endsWith(behind))
        return {};
    const QString id = place.sliced(before.size()).chopped(behind.size());
    return isTaskId(id) ? id : QString();
}

/// Empty: there is none any more.
void ServiceSource::tellTask(const QString& id)
{
    m_task = id;
    m_isTaskTold = !id.isEmpty();
    Q_EMIT taskGiven(id.isEmpty()
            ? ServiceTask()
            : ServiceTask { .service = serviceAddress(m_endpoint.url), .id = id });
}

void ServiceSource::endRun()
{
    ++m_run;
    m_pause.stop();
    dropExchange();
    m_conversation.reset();
    m_body.reset();
}

void ServiceSource::retryNow()
{
    if (m_pause.isActive())
        m_pause.start(0);
}

void ServiceSource::send()
{
    dropExchange();
    m_toldWait = {};
    m_sinceSent.start();
    m_sinceBytes.invalidate();
    m_body.emplace(m_failures);
    m_exchange = new HttpExchange(
        httpRequest(), m_endpoint.network, m_endpoint.patience, m_failures, this);
    connect(m_exchange, &HttpExchange::waitChanged, this, &ServiceSource::takeWait);
    connect(m_exchange, &HttpExchange::bytesReceived, this, &ServiceSource::takeBytes);
    connect(m_exchange, &HttpExchange::fellSilent, this, &ServiceSource::handleSilence);
    connect(m_exchange, &HttpExchange::bodyEnded, this, &ServiceSource::handleEnd);
    connect(m_exchange, &HttpExchange::failed, this, &ServiceSource::handleFailure);
}

HttpRequest ServiceSource::httpRequest() const
{
    // Uncompressed: where a compressed stream breaks, Qt 6.4 may say nothing of it.
    HttpRequest request { .url = generateStreamUrl(m_endpoint.url),
        .headers
        = { { "Accept"_ba, "text/event-stream"_ba }, { "Accept-Encoding"_ba, "identity"_ba } },
        .body = writeJson(toJson(m_request)) };
    if (!m_token.isEmpty())
        request.headers.append({ "Authorization"_ba, "Bearer " + m_token });
    if (!m_resumedFrom.isEmpty())
        request.headers.append({ "Last-Event-ID"_ba, m_resumedFrom });
    return request;
}

void ServiceSource::dropExchange()
{
    dropLater(std::exchange(m_exchange, nullptr), *this);
    dropLater(std::exchange(m_joining, nullptr), *this);
}

void ServiceSource::takeWait(const Wait& wait)
{
    m_wait = wait;
    tellWait();
}

/// Whoever has a place in the line waits for nothing else, once the request is out.
void ServiceSource::tellWait()
{
    Wait wait = m_wait;
    const bool isForAnswer = wait.what == WaitFor::FirstWord || wait.what == WaitFor::NextWord;
    if (const auto& line = m_conversation->placeInLine(); line && isForAnswer) {
        wait = { .what = WaitFor::Turn, .place = line->place, .untilTurn = line->untilTurn };
        const std::chrono::milliseconds since(m_sincePlace.elapsed());
        if (wait.untilTurn)
            wait.untilTurn
                = std::max(0s, *wait.untilTurn - std::chrono::floor<std::chrono::seconds>(since));
    }
    if (std::exchange(m_toldWait, wait) != wait)
        Q_EMIT waitChanged(wait);
}

void ServiceSource::takeBytes(QByteArrayView bytes)
{
    const quint64 run = m_run;
    if (const QString task = taskOfAnswer(); !m_isTaskTold && !task.isEmpty())
        tellTask(task);
    if (run != m_run)
        return;
    const qint64 signsBefore = m_conversation->signsOfLife();
    const std::optional<PlaceInLine> placeBefore = m_conversation->placeInLine();
    QList<AgentEvent> events;
    const auto problem = m_body->feed(
        bytes, [&](const SseEvent& event) { events += m_conversation->take(event); });
    if (problem)
        events += m_conversation->fail(*problem);
    m_sinceBytes.start();
    if (m_sinceSent.hasExpired(m_endpoint.retries.longestDelayOfReturn.count()))
        noteContact();
    const bool isAnotherPlace = m_conversation->placeInLine() != placeBefore;
    if (isAnotherPlace)
        m_sincePlace.start();
    noteProgress(signsBefore);
    if (run == m_run && isAnotherPlace)
        tellWait();
    // What ends the run there is the last of it: the service has nothing more to say of it.
    if (run == m_run && !problem && m_conversation->isOver() && !m_task.isEmpty())
        tellTask({});
    if (run == m_run)
        tell(events);
}

void ServiceSource::noteProgress(qint64 signsBefore)
{
    const bool isAtWork = m_conversation->signsOfLife() != signsBefore;
    // Whoever waits in a line hears nothing but that the hub is alive: it is not stuck.
    if (m_conversation->isOver() || !(isAtWork || m_conversation->placeInLine()))
        return;
    if (isAtWork && m_conversation->lastEventId() != m_resumedFrom) {
        noteContact();
        m_hasJoined = false; // a hub may be begun anew more than once
    }
    m_exchange->noteWord();
}

/// The stream goes on, as far as can be seen.
void ServiceSource::noteContact()
{
    m_retries = 0;
    m_absence.invalidate();
}

void ServiceSource::handleSilence(const Error& error)
{
    QList<AgentEvent> events = settle();
    if (!m_conversation->isOver() && !isKeptAlive() && reconnectAfter(error))
        return;
    events += m_conversation->fail(error);
    tell(events);
}

/// A connection that still brings keep-alives is not the one to blame. One that brought some long
/// ago, or stopped inside an event, is.
bool ServiceSource::isKeptAlive() const
{
    const auto recently = m_endpoint.patience.silence / 2;
    return m_sinceBytes.isValid() && !m_sinceBytes.hasExpired(recently.count())
        && m_body->events().unfinishedEvent().data.isEmpty();
}

void ServiceSource::handleEnd()
{
    QList<AgentEvent> events = settle();
    if (m_conversation->isOver()) {
        tell(events);
        return;
    }
    if (isForgotten()) {
        tellForgotten();
        return;
    }
    const bool isLast = m_exchange->status() == noContent;
    if (!isLast && reconnectAfter({ .kind = ErrorKind::Cut, .message = {}, .details = {} }))
        return;
    tell(events + breakOff());
}

/// The service knows nothing of the run that was to be taken up. Only a hub says that so: a page of
/// something between, which knows nothing of it either, does not.
bool ServiceSource::isForgotten() const
{
    return !m_resumedFrom.isEmpty() && m_exchange->status() == noContent;
}

void ServiceSource::tellForgotten()
{
    const quint64 run = m_run;
    tellTask({});
    if (run != m_run)
        return;
    const QString technical = u"the service does not know the run any more"_s;
    tell(m_conversation->hasEvents() ? m_conversation->breakOff(technical)
                                     : m_conversation->fail({ ErrorKind::Cut,
                                         tr("The service no longer has this run. What was said so "
                                            "far is kept. Trying again starts a new run from the "
                                            "beginning."),
                                         technical }));
}

/// What the body amounts to if nothing more comes: an end of the run, or nothing.
QList<AgentEvent> ServiceSource::settle()
{
    if (const auto problem = m_body->finish())
        return m_conversation->fail(*problem);
    return m_conversation->takeUnfinished(m_body->events().unfinishedEvent());
}

void ServiceSource::handleFailure(const Error& error)
{
    if (joinClass(error))
        return;
    if (isForgotten()) {
        tellForgotten();
        return;
    }
    if (m_conversation->hasEvents()) {
        if (mayPass(error) && reconnectAfter(error))
            return;
        tell(m_resumedFrom.isEmpty() ? m_conversation->fail(error) : breakOff(error.message));
        return;
    }
    if (sendInOtherWords() || sendLater(error))
        return;
    m_wantsCode = m_exchange->status() == unauthorized;
    tell(m_conversation->fail(error));
}

/// True if the code, or a seat's token of before, was refused and the class is being joined: a hub
/// that was begun anew knows its seats no more.
bool ServiceSource::joinClass(const Error& refusal)
{
    if (m_hasJoined || m_endpoint.accessCode.isEmpty() || m_exchange->status() != unauthorized)
        return false;
    m_hasJoined = true;
    dropExchange();
    m_joining = new ClassJoining(classPlaceAt(m_endpoint, m_request.userId), this);
    connect(m_joining, &ClassJoining::waitChanged, this, &ServiceSource::takeWait);
    connect(m_joining, &ClassJoining::joined, this, &ServiceSource::takeTicket);
    connect(m_joining, &ClassJoining::failed, this, [this, refusal](const Error& error) {
        failJoining(error.kind == ErrorKind::NotFound ? refusal : error);
    });
    return true;
}

void ServiceSource::takeTicket(const ClassTicket& ticket)
{
    const QByteArray token = ticket.token;
    m_token = token;
    send();
    Q_EMIT joined(token);
}

void ServiceSource::failJoining(const Error& error)
{
    if (mayPass(error)) { // a whole class joins when its hub is back
        m_hasJoined = false;
        if (m_conversation->hasEvents() ? reconnectAfter(error) : sendLater(error))
            return;
    }
    m_wantsCode = error.kind == ErrorKind::Authentication && !m_conversation->hasEvents();
    tell(m_conversation->hasEvents() ? breakOff(error.message) : m_conversation->fail(error));
}

/// A run that a hub has may be there yet.
QList<AgentEvent> ServiceSource::breakOff(const QString& technical)
{
    if (m_task.isEmpty())
        return m_conversation->breakOff(technical);
    return m_conversation->breakOff(Error { ErrorKind::Cut,
        tr("The connection to the service broke, and it did not come back in time. What was said "
           "so far is kept. Going on takes the run up there again, if it is still on or done."),
        technical });
}

/// True if the request was refused for the words of its `content_preference` and is on its way
/// again.
bool ServiceSource::sendInOtherWords()
{
    if (m_hasOtherWords || m_exchange->status() != refusedContent)
        return false;
    const auto complaint = contentComplaintIn(m_exchange->errorBody());
    if (!complaint)
        return false;
    QList<ContentPreference>& chosen = m_request.preferences.contentPreference;
    const QList<ContentPreference> mapped = mappedContentPreference(chosen, complaint->wanted);
    if (mapped == chosen)
        return false;
    chosen = mapped;
    m_hasOtherWords = true;
    send();
    return true;
}

/// True if the request will be sent again because nothing has come of it yet.
bool ServiceSource::sendLater(const Error& problem)
{
    const auto delay = m_endpoint.retries.delayBefore(
        m_retries + 1, problem, QRandomGenerator::global()->generateDouble());
    if (!delay)
        return false;
    ++m_retries;
    dropExchange();
    m_pause.start(*delay);
    Q_EMIT eventEmitted(AttemptFailedEvent {
        .agent = AgentId::System, .reason = problem.message, .retryIn = *delay });
    return true;
}

/// True if the stream will be taken up again.
bool ServiceSource::reconnectAfter(const Error& problem)
{
    if (!m_conversation->canResume())
        return false;
    if (!m_absence.isValid())
        m_absence.start();
    const RetryPolicy& policy = m_endpoint.retries;
    auto delay
        = policy.delayBeforeReturn(m_retries + 1, std::chrono::milliseconds(m_absence.elapsed()),
            problem, QRandomGenerator::global()->generateDouble());
    if (!delay)
        return false;
    if (const auto asked = m_body->events().retry())
        delay = std::max(*delay, std::min(*asked, policy.longestDelay));
    ++m_retries;
    m_resumedFrom = m_conversation->lastEventId();
    m_conversation->reconnect();
    dropExchange();
    m_pause.start(*delay);
    takeWait({ .what = WaitFor::Reconnection, .limit = *delay, .problem = problemBefore(problem) });
    return true;
}

QString ServiceSource::problemBefore(const Error& problem) const
{
    if (problem.kind == ErrorKind::Cut)
        return tr("The connection to %1 broke.").arg(m_failures.where());
    if (problem.kind == ErrorKind::Network || problem.kind == ErrorKind::Timeout)
        return tr("%1 does not answer.").arg(m_failures.where());
    return tr("%1 answers, but cannot go on yet.").arg(m_failures.where());
}

void ServiceSource::tell(const QList<AgentEvent>& events)
{
    quint64 run = m_run;
    for (AgentEvent event : events) {
        if (run != m_run)
            return;
        if (auto* done = std::get_if<DoneEvent>(&event); done != nullptr && done->duration == 0ms)
            done->duration = std::chrono::milliseconds(m_clock.elapsed());
        if (isTerminal(event)) {
            endRun();
            run = m_run;
        }
        Q_EMIT eventEmitted(event);
    }
}

} // namespace roadloom
