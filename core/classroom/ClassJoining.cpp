// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/ClassJoining.h"

#include "core/base/JsonReader.h"
#include "core/base/PlainText.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int notFound = 404;
constexpr int methodNotAllowed = 405;
constexpr qsizetype mostAnswerBytes = qsizetype(16) * 1024;
constexpr qsizetype mostNameCharacters = 100;

HttpRequest joinRequest(const ClassPlace& place)
{
    json::object body;
    body["code"] = toJsonString(QString::fromUtf8(place.code));
    body["name"] = toJsonString(place.name);
    body["client_id"] = toJsonString(place.client);
    return { .url = classUrl(place.hub, u"join"), .body = writeJson(body) };
}

/// Nothing: there is no token that could be sent.
std::optional<ClassTicket> ticketIn(const QByteArray& answer)
{
    const Result<json::value> value = parseJson(answer);
    if (!value)
        return std::nullopt;
    ReadProblems problems;
    JsonReader reader(value.value(), {}, problems);
    const QString token = reader.requiredString("token");
    const bool isPlain = std::ranges::all_of(
        token, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    if (token.isEmpty() || !isPlain)
        return std::nullopt;
    return ClassTicket { .token = token.toLatin1(),
        .seat = shortLine(reader.string("seat_id"), mostNameCharacters),
        .name = shortLine(reader.string("name"), mostNameCharacters) };
}

} // namespace

QUrl classUrl(const QUrl& hub, QStringView what)
{
    QUrl url = hub;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath((base.isEmpty() ? u"/api/v1"_s : base) + "/class/"_L1 + what);
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

Error noClassAt(const ServerFailures& server)
{
    return server.worded(ErrorKind::NotFound,
        ClassJoining::tr("There is no class to be joined at %1. Check the address of the hub.")
            .arg(server.where()),
        {});
}

ClassJoining::ClassJoining(const ClassPlace& place, QObject* parent)
    : QObject(parent)
    , m_failures(ServerDescription { .url = place.hub,
          .secret = place.code,
          .secretVariable = place.codeVariable,
          .isSecretFromVariable = place.isCodeFromVariable,
          .role = ServerRole::RoadmapService })
    , m_exchange(joinRequest(place), place.network, place.patience, m_failures)
{
    connect(&m_exchange, &HttpExchange::waitChanged, this, &ClassJoining::waitChanged);
    connect(&m_exchange, &HttpExchange::bytesReceived, this, &ClassJoining::take);
    connect(&m_exchange, &HttpExchange::bodyEnded, this, &ClassJoining::conclude);
    connect(&m_exchange, &HttpExchange::failed, this, &ClassJoining::fail);
}

void ClassJoining::take(QByteArrayView bytes)
{
    m_answer.append(bytes.first(std::min(bytes.size(), mostAnswerBytes - m_answer.size())));
}

void ClassJoining::conclude()
{
    if (const auto ticket = ticketIn(m_answer))
        Q_EMIT joined(*ticket);
    else
        Q_EMIT failed(noClassAt(m_failures));
}

void ClassJoining::fail(const Error& error)
{
    const int status = m_exchange.status();
    Q_EMIT failed(status == notFound || status == methodNotAllowed ? noClassAt(m_failures) : error);
}

} // namespace roadloom
