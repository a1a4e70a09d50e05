// SPDX-License-Identifier: Apache-2.0
#include "core/hub/ClassBoard.h"

#include "core/roadmap/RoadmapJson.h"

#include <QUuid>

namespace roadloom {

ClassBoard::ClassBoard(QObject* parent)
    : QObject(parent)
    , m_events(QUuid::createUuid().toByteArray(QUuid::WithoutBraces), mostHandedOut)
{
}

std::optional<Error> ClassBoard::handOut(const Roadmap& roadmap)
{
    json::object event;
    event["type"] = "handed_out";
    event["roadmap_id"] = toJsonString(roadmap.id);
    event["title"] = toJsonString(roadmap.title);
    event["data"] = toJson(roadmap);
    const QByteArray words = writeJson(event);
    if (words.size() > mostBytes || !m_events.append(words))
        return Error { ErrorKind::TooLarge,
            tr("This roadmap is too long to be handed out, or too much was handed out before. "
               "Share anew to hand out more."),
            {} };
    return std::nullopt;
}

std::optional<Error> ClassBoard::handIn(const QString& seat, const QByteArray& roadmap)
{
    if (roadmap.size() > mostBytes)
        return Error { ErrorKind::TooLarge, tr("This roadmap is too long to be handed in."), {} };
    const Result<json::value> value = parseJson(roadmap);
    if (!value)
        return value.error();
    Result<Roadmap> read = readRoadmap(value.value());
    if (!read)
        return read.error();
    QList<Kept> kept = m_handedIn.value(seat);
    qsizetype bytes = m_handedInBytes + roadmap.size();
    for (const Kept& before : kept) {
        if (before.roadmap.id == read.value().id)
            bytes -= before.bytes;
    }
    kept.removeIf([&read](const Kept& before) { return before.roadmap.id == read.value().id; });
    if (kept.size() >= mostOfSeat)
        return Error { ErrorKind::RateLimit,
            tr("You have handed in %n roadmaps, and more are not taken.", nullptr, int(mostOfSeat)),
            {} };
    if (bytes > mostHandedIn)
        return Error { ErrorKind::RateLimit,
            tr("The class has handed in all it may. Ask your teacher to share anew."), {} };
    kept.append({ .roadmap = read.value(), .bytes = roadmap.size() });
    m_handedIn.insert(seat, kept);
    m_handedInBytes = bytes;
    Q_EMIT handedIn(seat, read.value());
    return std::nullopt;
}

QList<Roadmap> ClassBoard::handedInBy(const QString& seat) const
{
    QList<Roadmap> roadmaps;
    for (const Kept& kept : m_handedIn.value(seat))
        roadmaps.append(kept.roadmap);
    return roadmaps;
}

} // namespace roadloom
