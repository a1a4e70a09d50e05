// SPDX-License-Identifier: Apache-2.0
#include "core/hub/Admission.h"

#include "core/hub/SeatBook.h"
#include "core/hub/WebSocketRequest.h"
#include "core/hub/WishBody.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Admission)
};

QByteArray bearerToken(const IncomingRequest& request)
{
    const QByteArray field = request.field("authorization");
    if (field.toLower().startsWith("bearer "))
        return field.mid(7).trimmed();
    return request.isUpgrade ? offeredToken(request) : QByteArray();
}

bool isPassedOn(const IncomingRequest& request)
{
    return std::ranges::any_of(request.fields, [](const auto& field) {
        return field.first == "x-forwarded-for" || field.first == "forwarded";
    });
}

bool namesThisMachine(const IncomingRequest& request)
{
    const QString host = QUrl(u"http://"_s + QString::fromLatin1(request.field("host"))).host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// What a browser asks before a page's script may ask.
HttpAnswer permission()
{
    return { .status = 204,
        .fields = { { "Access-Control-Allow-Methods", "GET, POST" },
            { "Access-Control-Allow-Headers", "authorization, content-type, last-event-id" },
            { "Access-Control-Max-Age", "600" } } };
}

HttpAnswer noRouteAnswer(const NoRoute& none)
{
    if (none.allowed.isEmpty())
        return refusal(404, Translation::tr("There is nothing at this address of the hub."));
    HttpAnswer answer = refusal(
        405, Translation::tr("This address takes %1 only.").arg(QString::fromLatin1(none.allowed)));
    answer.fields.emplaceBack("Allow", none.allowed);
    return answer;
}

HttpAnswer strangersAnswer()
{
    HttpAnswer answer = refusal(401,
        Translation::tr("Join the class first: this hub is for those who have its class code."));
    answer.fields.emplaceBack("WWW-Authenticate", "Bearer");
    return answer;
}

} // namespace

Admission::Admission(SeatBook* seats, AllowedOrigins allowed)
    : m_seats(seats)
    , m_allowed(std::move(allowed))
{
}

Admission::Decision Admission::decide(
    const IncomingRequest& header, bool isFromHere, std::chrono::seconds now) const
{
    const QByteArray origin = header.field("origin");
    if (origin.isEmpty())
        return { .outcome = admit(header, isFromHere, now) };
    if (!m_allowed.hold(origin))
        return { .outcome = refusal(403,
                     Translation::tr("Pages in a browser may not use this hub, unless its "
                                     "--allow-origin names them.")) };
    // No field of ours may hold a line end, and none that was parsed does.
    HttpFields fields { { "Access-Control-Allow-Origin", origin }, { "Vary", "Origin" } };
    if (header.method == "OPTIONS")
        return { .outcome = permission(), .fields = std::move(fields) };
    return { .outcome = admit(header, isFromHere, now), .fields = std::move(fields) };
}

std::variant<Admitted, HttpAnswer> Admission::admit(
    const IncomingRequest& header, bool isFromHere, std::chrono::seconds now) const
{
    if (m_seats == nullptr && !namesThisMachine(header))
        return refusal(403,
            Translation::tr(
                "This hub serves its own machine only: call it 127.0.0.1 or localhost."));
    const auto found = routeOf(header);
    if (const auto* const none = std::get_if<NoRoute>(&found))
        return noRouteAnswer(*none);
    const auto& route = std::get<HubRoute>(found);
    if (route.action == HubAction::Metrics && (!isFromHere || isPassedOn(header)))
        return noRouteAnswer({});
    if (isForAll(route.action) || m_seats == nullptr)
        return Admitted { .route = route, .asker = {} };
    if (const auto seat = m_seats->seatWith(bearerToken(header), now))
        return Admitted { .route = route, .asker = seat->id };
    return strangersAnswer();
}

bool isForAll(HubAction action)
{
    return action == HubAction::Health || action == HubAction::Metrics
        || action == HubAction::JoinClass;
}

} // namespace roadloom
