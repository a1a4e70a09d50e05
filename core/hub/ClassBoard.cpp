// SPDX-License-Identifier: Apache-2.0
#include "core/hub/ClassBoard.h"

#include "core/roadmap/RoadmapJson.h"

#include <QCryptographicHash>
#include <QUuid>

#include <numeric>
#include <utility>

namespace roadloom {

namespace {

/// As short for every id, which may be as long as a roadmap.
QByteArray hashOf(const QString& id)
{
    return QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

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
    const Result<CurriculumDesign> read = readCurriculumDesign(value.value());
    if (!read)
        return read.error();
    const Roadmap& handed = read.value().framework;
    if (conceptCount(handed) == 0)
        return Error { ErrorKind::BadOutput, tr("This roadmap has no concepts."), {} };
    Bytes bytes = m_handedIn.value(seat);
    bytes.insert(hashOf(handed.id), roadmap.size());
    if (bytes.size() > mostOfSeat
        || std::accumulate(bytes.cbegin(), bytes.cend(), qsizetype(0)) > mostBytesOfSeat)
        return Error { ErrorKind::RateLimit,
            tr("You have handed in as many roadmaps as one may, and more are not taken."), {} };
    if (m_handedIn.size() >= mostSeats && !m_handedIn.contains(seat))
        m_handedIn.erase(m_handedIn.begin());
    m_handedIn.insert(seat, bytes);
    Q_EMIT handedIn({ .seat = seat, .roadmap = handed, .bytes = roadmap.size() });
    return std::nullopt;
}

} // namespace roadloom
