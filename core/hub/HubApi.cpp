// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubApi.h"

#include "core/base/JsonReader.h"
#include "core/hub/ClassBoard.h"
#include "core/hub/EventSocket.h"
#include "core/hub/EventStream.h"
#include "core/hub/GzipStream.h"
#include "core/hub/HttpServer.h"
#include "core/hub/RunStatus.h"
#include "core/hub/WebSocketRequest.h"
#include "core/hub/WishBody.h"
#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// A place in a run's events: "<task>:<number>", as their ids are, or the number alone.
struct Place {
    QString task;
    qint64 number = 0;
};

std::optional<Place> placeOf(const QByteArray& id)
{
    const qsizetype colon = id.lastIndexOf(':');
    bool isNumber = false;
    const qint64 number = id.mid(colon + 1).toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return std::nullopt;
    return Place { .task = QString::fromLatin1(id.left(std::max<qsizetype>(colon, 0))),
        .number = number };
}

/// The value of a parameter of the query, its percent encoding decoded.
QByteArray parameter(const QByteArray& query, const QByteArray& name)
{
    for (const QByteArray& part : query.split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (equals >= 0 && part.left(equals) == name)
            return QByteArray::fromPercentEncoding(part.mid(equals + 1));
    }
    return {};
}

/// Where the client goes on: what it says in the header, as browsers do by themselves, or else in
/// the address.
std::optional<Place> resumedPlace(const IncomingRequest& request)
{
    const QByteArray header = request.field("last-event-id");
    return placeOf(header.isEmpty() ? parameter(request.query, "after") : header);
}

json::value text(QStringView words)
{
    return json::value(toJsonString(words));
}

json::value text(const QByteArray& ascii)
{
    return json::value(json::string_view(ascii.constData(), std::size_t(ascii.size())));
}

HttpAnswer health()
{
    json::object body;
    body["status"] = "healthy";
    body["version"] = text(QCoreApplication::applicationVersion());
    return HttpAnswer::ofJson(body);
}

int statusFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Authentication:
        return 401;
    case ErrorKind::RateLimit:
        return 429;
    case ErrorKind::TooLarge:
        return 503;
    default:
        return 400;
    }
}

HttpAnswer refusalOf(const Error& error)
{
    HttpAnswer answer = refusal(statusFor(error.kind), error.message);
    if (error.retryAfter)
        answer.fields.emplaceBack(
            "Retry-After", QByteArray::number(qint64(error.retryAfter->count())));
    return answer;
}

} // namespace

HubApi::HubApi(HttpServer& server, HubRuns& runs, ClassBoard& board, SeatBook* seats,
    AllowedOrigins allowed, const HubPatience& patience, TrustedProxies proxies, QObject* parent)
    : QObject(parent)
    , m_server(server)
    , m_runs(runs)
    , m_board(board)
    , m_seats(seats)
    , m_admission(seats, std::move(allowed))
    , m_patience(patience)
    , m_proxies(std::move(proxies))
{
    m_clock.start();
    m_heart.setInterval(patience.heartbeat);
    m_heart.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_heart, &QTimer::timeout, this, &HubApi::beat);
    m_heart.start();
    connect(&server, &HttpServer::requested, this, &HubApi::take);
    connect(&server, &HttpServer::announced, this, &HubApi::receive);
}

/// Who may not send a body is told before it has come. What anybody may send is short.
void HubApi::receive(HttpConnection& connection, const IncomingRequest& header)
{
    const auto admitted = admit(connection, header);
    if (!admitted || !isForAll(admitted->route.action))
        return;
    bool isSaid = false;
    const qlonglong length = header.field("content-length").toLongLong(&isSaid);
    if (!isSaid || length > Admission::longestOfStrangers)
        connection.answer(tooLong());
}

HttpAnswer HubApi::tooLong()
{
    return refusal(413,
        tr("Say in Content-Length how long the body is: at most %1 bytes.")
            .arg(Admission::longestOfStrangers));
}

void HubApi::take(HttpConnection& connection, const IncomingRequest& request)
{
    if (const auto admitted = admit(connection, request))
        serve(connection, request, *admitted);
}

std::optional<Admitted> HubApi::admit(HttpConnection& connection, const IncomingRequest& header)
{
    const auto decision = m_admission.decide(header, connection.isFromHere(), now());
    connection.addFields(decision.fields);
    if (const auto* const admitted = std::get_if<Admitted>(&decision.outcome))
        return *admitted;
    connection.answer(std::get<HttpAnswer>(decision.outcome));
    return std::nullopt;
}

void HubApi::serve(
    HttpConnection& connection, const IncomingRequest& request, const Admitted& admitted)
{
    const auto& [route, asker] = admitted;
    if (route.action == HubAction::Health) {
        connection.answer(health());
        return;
    }
    if (route.action == HubAction::Metrics) {
        connection.answer(metrics());
        return;
    }
    if (route.action == HubAction::JoinClass) {
        join(connection, request);
        return;
    }
    if (route.action == HubAction::GenerateStream || route.action == HubAction::Generate) {
        generate(connection, request, asker, route.action == HubAction::GenerateStream);
        return;
    }
    if (route.action == HubAction::ClassEvents) {
        streamClass(connection, request, asker);
        return;
    }
    if (route.action == HubAction::HandIn) {
        connection.answer(handIn(request, asker));
        return;
    }
    if (route.action == HubAction::Roadmap) {
        connection.answer(roadmap(route.id, asker));
        return;
    }
    HubRun* const run = findRun(route.id, asker);
    if (run == nullptr) {
        connection.answer(refusal(
            404, tr("The hub has no such task, or none any more: ask for the roadmap anew.")));
        return;
    }
    if (route.action == HubAction::TaskStatus)
        connection.answer(HttpAnswer::ofJson(statusOf(*run)));
    else if (route.action == HubAction::CancelTask)
        connection.answer(cancelled(*run));
    else if (route.action == HubAction::TaskSocket)
        openSocket(connection, request, *run);
    else
        stream(connection, request, *run, resumedPlace(request).value_or(Place()).number);
}

void HubApi::join(HttpConnection& connection, const IncomingRequest& request)
{
    if (m_seats == nullptr) {
        connection.answer(refusal(404, tr("This hub has no class: use it without joining.")));
        return;
    }
    if (request.body.size() > Admission::longestOfStrangers) {
        connection.answer(tooLong());
        return;
    }
    const Result<json::value> body = parseJson(request.body);
    ReadProblems problems;
    SeatBook::Newcomer newcomer;
    if (body) {
        JsonReader reader(body.value(), {}, problems);
        newcomer = { .code = reader.requiredString("code").toUtf8(),
            .name = reader.string("name"),
            .client = reader.string("client_id") };
    }
    if (!body || !problems.isEmpty()) {
        connection.answer(refusal(422, tr(R"(Say the class code as {"code":"…","name":"…"}.)")));
        return;
    }
    const QHostAddress from = m_proxies.clientOf(request, connection.peerAddress());
    const auto joined = m_seats->join(newcomer, from, now());
    if (!joined) {
        connection.answer(refusalOf(joined.error()));
        Q_EMIT codeRefused();
        return;
    }
    Q_EMIT seatJoined(joined.value().seat.id);
    json::object answer;
    answer["token"] = text(joined.value().token);
    answer["seat_id"] = text(joined.value().seat.id);
    answer["name"] = text(joined.value().seat.name);
    connection.answer(HttpAnswer::ofJson(answer));
}

/// A stream that names a place in a run of before goes on there. Where that run is no more, nothing
/// follows, and the client is not to ask again (204): a new run would cost anew, which is for the
/// learner to say.
void HubApi::generate(
    HttpConnection& connection, const IncomingRequest& request, const Asker& asker, bool isStream)
{
    if (const auto place = resumedPlace(request); isStream && place && !place->task.isEmpty()) {
        if (HubRun* const run = findRun(place->task, asker))
            stream(connection, request, *run, place->number);
        else
            connection.answer({ .status = 204 });
        return;
    }
    auto wish = readWishBody(request.body, QDate::currentDate());
    if (const auto* const fault = std::get_if<HttpAnswer>(&wish)) {
        connection.answer(*fault);
        return;
    }
    const auto& learner = std::get<LearnerRequest>(wish);
    const Result<HubRun*> added = m_runs.add(asker.value_or(learner.userId), learner);
    if (!added) {
        connection.answer(refusalOf(added.error()));
        return;
    }
    HubRun& run = *added.value();
    if (isStream) {
        stream(connection, request, run, 0);
        return;
    }
    json::object answer;
    answer["task_id"] = text(run.id());
    answer["status"] = text(taskStatusName(run.state()));
    answer["message"]
        = text(run.place() > 0 ? tr("The run waits for its turn.") : tr("The run has begun."));
    connection.answer(HttpAnswer::ofJson(answer));
}

void HubApi::stream(
    HttpConnection& connection, const IncomingRequest& request, HubRun& run, qint64 after)
{
    connection.addFields(
        { { "Content-Location", "/api/v1/roadmaps/" + run.id().toLatin1() + "/events" } });
    run.readBy(streamLog(connection, request, run.log(), after), m_patience.grace);
}

EventStream* HubApi::streamLog(
    HttpConnection& connection, const IncomingRequest& request, EventLog& log, qint64 after)
{
    const auto coding
        = acceptsGzip(request) ? EventStream::Coding::Gzip : EventStream::Coding::Plain;
    auto* const events = new EventStream(connection, log, after, coding);
    connect(this, &HubApi::beat, events, &EventStream::beat);
    return events;
}

/// A place in the events of a hub of before is none in these: they come from the first on.
void HubApi::streamClass(
    HttpConnection& connection, const IncomingRequest& request, const Asker& asker)
{
    const Place place = resumedPlace(request).value_or(Place());
    const bool isHere = place.task.isEmpty() || place.task.toLatin1() == m_board.events().name();
    auto* const events
        = streamLog(connection, request, m_board.events(), isHere ? place.number : 0);
    if (m_seats != nullptr && asker)
        connect(this, &HubApi::beat, events,
            [this, seat = *asker] { m_seats->noteHeard(seat, now()); });
    connect(this, &HubApi::seatRemoved, events, [&connection, asker](const QString& removed) {
        if (removed == asker)
            connection.abort();
    });
}

HttpAnswer HubApi::handIn(const IncomingRequest& request, const Asker& asker)
{
    if (const auto error = m_board.handIn(asker.value_or(QString()), request.body)) {
        const bool isFault
            = error->kind == ErrorKind::BadOutput || error->kind == ErrorKind::TooLarge;
        return isFault ? faultyBody(*error) : refusalOf(*error);
    }
    return { .status = 204 };
}

void HubApi::openSocket(HttpConnection& connection, const IncomingRequest& request, HubRun& run)
{
    if (!isHandshake(request)) {
        HttpAnswer answer = refusal(request.isUpgrade ? 400 : 426,
            tr("This address is a WebSocket's: ask for it as RFC 6455 says, with version 13."));
        answer.fields
            += HttpFields { { "Upgrade", "websocket" }, { "Sec-WebSocket-Version", "13" } };
        connection.answer(answer);
        return;
    }
    auto* const events = new EventSocket(
        connection, run, resumedPlace(request).value_or(Place()).number, chosenProtocol(request));
    connect(this, &HubApi::beat, events, &EventSocket::beat);
    run.readBy(events, m_patience.grace);
}

HubRun* HubApi::findRun(const QString& task, const Asker& asker) const
{
    HubRun* const run = m_runs.find(task);
    return run != nullptr && (!asker || run->seat() == *asker) ? run : nullptr;
}

/// Several runs may have brought the same one: the last counts.
HttpAnswer HubApi::roadmap(const QString& id, const Asker& asker) const
{
    const HubRun* last = nullptr;
    for (const HubRun* const run : m_runs.withRoadmap(id)) {
        const bool isTheirs = !asker || run->seat() == *asker;
        if (isTheirs && (last == nullptr || last->created() <= run->created()))
            last = run;
    }
    if (last == nullptr)
        return refusal(404, tr("The hub has no such roadmap, or none any more."));
    return HttpAnswer::ofJson(toJson(last->result()->design.framework));
}

HttpAnswer HubApi::metrics() const
{
    const qsizetype seats = m_seats != nullptr ? m_seats->seats().size() : 0;
    return { .contentType = "text/plain; version=0.0.4; charset=utf-8",
        .body = m_runs.figures().prometheusText(m_runs, seats, m_server.connectionCount()) };
}

HttpAnswer HubApi::cancelled(HubRun& run) const
{
    const QByteArray before = taskStatusName(run.state());
    const bool wasOn = !run.hasEnded();
    run.cancel();
    json::object body;
    body["success"] = wasOn;
    body["task_id"] = text(run.id());
    body["message"] = text(wasOn ? tr("The run was stopped.") : tr("The run had ended before."));
    body["previous_status"] = text(before);
    return HttpAnswer::ofJson(body);
}

} // namespace roadloom
