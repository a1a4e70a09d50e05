// SPDX-License-Identifier: Apache-2.0
#include "core/hub/WebSocketRequest.h"

#include <algorithm>

namespace roadloom {

namespace {

const QByteArray plainProtocol = "roadloom";
const QByteArray tokenProtocol = "roadloom.";

constexpr QByteArrayView beginning = "GET /api/v1/ws/";
constexpr QByteArrayView headerEnd = "\r\n\r\n";

bool hasMember(const IncomingRequest& request, QByteArrayView name, const QByteArray& member)
{
    return std::ranges::any_of(membersOf(request, name),
        [&member](const QByteArray& each) { return each.toLower() == member; });
}

} // namespace

QByteArrayList membersOf(const IncomingRequest& request, QByteArrayView name)
{
    QByteArrayList members;
    for (const auto& [each, value] : request.fields) {
        if (each != name)
            continue;
        for (const QByteArray& member : value.split(','))
            members.append(member.trimmed());
    }
    return members;
}

FirstRequest firstRequestOf(QByteArrayView bytes, const RequestParser::Limits& limits)
{
    FirstRequest other { .kind = FirstRequest::Kind::Other };
    const qsizetype compared = std::min(bytes.size(), beginning.size());
    if (bytes.first(compared) != beginning.first(compared))
        return other;
    const qsizetype end = bytes.indexOf(headerEnd);
    if (end < 0)
        return bytes.size() < limits.header ? FirstRequest() : other;
    const qsizetype size = end + headerEnd.size();
    RequestParser parser(limits);
    if (parser.feed(bytes.first(size)) != size || !parser.isWhole())
        return other;
    FirstRequest first {
        .kind = FirstRequest::Kind::WebSocket, .request = parser.take(), .size = size
    };
    // HTTP/1.0, which has no chunks, has no upgrades, either.
    first.request.isUpgrade = first.request.takesChunks
        && hasMember(first.request, "connection", "upgrade")
        && hasMember(first.request, "upgrade", "websocket");
    return first.request.isUpgrade ? first : other;
}

bool isHandshake(const IncomingRequest& request)
{
    constexpr qsizetype keyBytes = 16;
    const auto key = QByteArray::fromBase64Encoding(
        request.field("sec-websocket-key"), QByteArray::AbortOnBase64DecodingErrors);
    return request.isUpgrade && key && (*key).size() == keyBytes
        && request.field("sec-websocket-version") == "13";
}

QByteArray offeredToken(const IncomingRequest& request)
{
    for (const QByteArray& protocol : membersOf(request, "sec-websocket-protocol")) {
        if (protocol.startsWith(tokenProtocol))
            return protocol.mid(tokenProtocol.size());
    }
    return {};
}

QByteArray chosenProtocol(const IncomingRequest& request)
{
    QByteArray chosen;
    for (const QByteArray& protocol : membersOf(request, "sec-websocket-protocol")) {
        if (protocol == plainProtocol)
            return protocol;
        if (chosen.isEmpty() && protocol.startsWith(tokenProtocol))
            chosen = protocol;
    }
    return chosen;
}

} // namespace roadloom
