// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/ClassFeed.h"

#include "core/base/DropLater.h"
#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/roadmap/RoadmapMender.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr int noContent = 204;
constexpr int unauthorized = 401;
constexpr int notFound = 404;
constexpr int methodNotAllowed = 405;
constexpr auto mostSilence = 60s; // a hub shows four times as often that it is alive
constexpr qsizetype mostEventBytes = ClassFeed::mostBytes + qsizetype(64) * 1024;
constexpr qsizetype mostIdCharacters = 200;
constexpr qsizetype mostTitleCharacters = 200;

/// Nothing: it is no roadmap that could be followed.
std::optional<HandedOut> handedOutIn(QByteArrayView data)
{
    const Result<json::value> value = parseJson(data);
    if (!value)
        return std::nullopt;
    ReadProblems problems;
    JsonReader reader(value.value(), {}, problems);
    const json::value* const roadmap = reader.member("data");
    if (reader.string("type") != "handed_out"_L1 || roadmap == nullptr)
        return std::nullopt;
    Result<Roadmap> read = readRoadmap(*roadmap);
    if (!read)
        return std::nullopt;
    Roadmap mended = mendRoadmap(std::move(read).value()).roadmap;
    if (mended.id.isEmpty() || conceptCount(mended) == 0)
        return std::nullopt;
    HandedOut handed { .id = mended.id, .title = shortLine(mended.title, mostTitleCharacters) };
    handed.roadmap = std::move(mended);
    return handed;
}

/// One that a header can hold.
bool isUsableId(QByteArrayView id)
{
    return id.size() <= mostIdCharacters
        && std::ranges::all_of(id, [](char c) { return c > ' ' && c < '\x7f'; });
}

/// What the hub would say again: it is not gone.
bool isLasting(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::Authentication:
    case ErrorKind::NotFound:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
        return true;
    default:
        return false;
    }
}

bool isNoClass(int status)
{
    return status == notFound || status == methodNotAllowed;
}

} // namespace

ClassFeed::ClassFeed(
    const ClassPlace& place, const ClassTicket& ticket, const Pauses& pauses, QObject* parent)
    : QObject(parent)
    , m_place(place)
    , m_ticket(ticket)
    , m_pauses(pauses)
    , m_failures(ServerDescription { .url = place.hub,
          .secret = place.code,
          .secretVariable = place.codeVariable,
          .role = ServerRole::RoadmapService })
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ClassFeed::listen);
    listen();
}

HttpRequest ClassFeed::requestFor(QStringView what) const
{
    HttpRequest request { .url = classUrl(m_place.hub, what) };
    if (!m_ticket.token.isEmpty())
        request.headers.append({ "Authorization"_ba, "Bearer " + m_ticket.token });
    return request;
}

void ClassFeed::listen()
{
    m_parser = SseParser(mostEventBytes);
    HttpRequest request = requestFor(u"events");
    // Uncompressed: where a compressed stream breaks, Qt 6.4 may say nothing of it.
    request.headers.append({ "Accept"_ba, "text/event-stream"_ba });
    request.headers.append({ "Accept-Encoding"_ba, "identity"_ba });
    if (!m_lastEventId.isEmpty())
        request.headers.append({ "Last-Event-ID"_ba, m_lastEventId });
    Patience patience = m_place.patience;
    patience.firstWord = std::min<std::chrono::milliseconds>(patience.firstWord, mostSilence);
    patience.silence = std::min<std::chrono::milliseconds>(patience.silence, mostSilence);
    m_stream = new HttpExchange(request, m_place.network, patience, m_failures, this);
    connect(m_stream, &HttpExchange::bytesReceived, this, &ClassFeed::take);
    connect(m_stream, &HttpExchange::bodyEnded, this, &ClassFeed::handleEnd);
    connect(m_stream, &HttpExchange::failed, this, &ClassFeed::handleFailure);
}

void ClassFeed::take(QByteArrayView bytes)
{
    if (!m_stream->header("Content-Type").toLower().startsWith("text/event-stream")) {
        stop(noClassAt(m_failures));
        return;
    }
    m_stream->noteWord();
    m_tries = 0;
    m_hasJoinedToHear = false;
    const bool isFine = m_parser.feed(bytes, [this](const SseEvent& event) { takeEvent(event); });
    if (!isFine)
        stop(m_failures.tooLarge(mostEventBytes));
}

void ClassFeed::takeEvent(const SseEvent& event)
{
    if (m_isOver)
        return;
    if (isUsableId(event.lastEventId))
        m_lastEventId = event.lastEventId.toByteArray();
    const auto handed = handedOutIn(event.data);
    if (!handed)
        return;
    if (++m_heard > mostHandedOut)
        stop(m_failures.worded(ErrorKind::TooLarge,
            tr("The hub at %1 hands out roadmaps without end, so nothing more is taken from it. "
               "Ask "
               "your teacher to share anew.")
                .arg(m_failures.where()),
            {}));
    else
        Q_EMIT handedOut(*handed);
}

void ClassFeed::handleEnd()
{
    dropLater(std::exchange(m_stream, nullptr), *this);
    listenLater();
}

void ClassFeed::handleFailure(const Error& error)
{
    const int status = m_stream->status();
    const bool isAnother = !m_stream->peerFingerprint().isEmpty(); // than the one that is trusted
    dropLater(std::exchange(m_stream, nullptr), *this);
    if (status == unauthorized && !m_hasJoinedToHear) {
        m_hasJoinedToHear = true;
        join();
    } else if (isNoClass(status)) {
        stop(noClassAt(m_failures));
    } else if (isAnother || isLasting(error.kind)) {
        stop(error);
    } else {
        listenLater(error.retryAfter.value_or(0s));
    }
}

void ClassFeed::listenLater(std::chrono::milliseconds wanted)
{
    auto pause = m_pauses.first;
    for (int i = 0; i < m_tries && pause < m_pauses.longest; ++i)
        pause *= 2;
    ++m_tries;
    pause = std::min(std::max(pause, wanted), m_pauses.longest);
    // Spread, so that not all seats of a class come at once.
    const int least = int(std::max(pause / 2, std::min(wanted, pause)).count());
    m_pause.start(QRandomGenerator::global()->bounded(least, int(pause.count()) + 1));
}

void ClassFeed::retryNow()
{
    if (m_pause.isActive())
        m_pause.start(0);
}

void ClassFeed::handIn(const Roadmap& roadmap)
{
    m_toHandIn.append(writeJson(toJson(roadmap)));
    QMetaObject::invokeMethod(this, &ClassFeed::send, Qt::QueuedConnection);
}

void ClassFeed::send()
{
    if (m_toHandIn.isEmpty() || m_sending != nullptr || m_joining != nullptr)
        return;
    if (m_toHandIn.first().size() > mostBytes) {
        settle(Error { ErrorKind::TooLarge, tr("This roadmap is too long to be handed in."), {} });
        return;
    }
    HttpRequest request = requestFor(u"roadmaps");
    request.body = m_toHandIn.first();
    m_sending = new HttpExchange(request, m_place.network, m_place.patience, m_failures, this);
    connect(m_sending, &HttpExchange::bodyEnded, this, &ClassFeed::handleSent);
    connect(m_sending, &HttpExchange::failed, this, &ClassFeed::handleRefusal);
}

void ClassFeed::handleSent()
{
    if (m_sending->status() == noContent)
        settle(std::nullopt);
    else
        settle(noClassAt(m_failures));
}

void ClassFeed::handleRefusal(const Error& error)
{
    const int status = m_sending->status();
    if (status == unauthorized && !m_hasJoinedToSend) {
        m_hasJoinedToSend = true;
        dropLater(std::exchange(m_sending, nullptr), *this);
        join();
        return;
    }
    settle(isNoClass(status) ? noClassAt(m_failures) : error);
}

/// The next one follows.
void ClassFeed::settle(const std::optional<Error>& error)
{
    dropLater(std::exchange(m_sending, nullptr), *this);
    m_toHandIn.removeFirst();
    m_hasJoinedToSend = false;
    QMetaObject::invokeMethod(this, &ClassFeed::send, Qt::QueuedConnection);
    if (error)
        Q_EMIT handInFailed(*error);
    else
        Q_EMIT handedIn();
}

void ClassFeed::join()
{
    if (m_joining != nullptr)
        return;
    m_joining = new ClassJoining(m_place, this);
    connect(m_joining, &ClassJoining::joined, this, &ClassFeed::takeTicket);
    connect(m_joining, &ClassJoining::failed, this, &ClassFeed::failJoining);
}

void ClassFeed::takeTicket(const ClassTicket& ticket)
{
    dropLater(std::exchange(m_joining, nullptr), *this);
    m_ticket = ticket;
    if (m_stream == nullptr && !m_pause.isActive() && !m_isOver)
        listen();
    send();
    Q_EMIT joined(ticket);
}

void ClassFeed::failJoining(const Error& error)
{
    dropLater(std::exchange(m_joining, nullptr), *this);
    if (isLasting(error.kind))
        stop(error);
    else if (m_stream == nullptr && !m_pause.isActive() && !m_isOver) {
        m_hasJoinedToHear = false; // it was not said that this would not do
        listenLater(error.retryAfter.value_or(0s));
    }
    if (m_hasJoinedToSend)
        settle(error);
    else
        send();
}

void ClassFeed::stop(const Error& error)
{
    dropLater(std::exchange(m_stream, nullptr), *this);
    m_pause.stop();
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT failed(error);
}

} // namespace roadloom
