// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ResumePoint.h"

#include <QHash>

#include <algorithm>

namespace roadloom {

namespace {

constexpr qsizetype longestId = 1024;

bool fitsHeader(QByteArrayView id)
{
    return !id.isEmpty() && id.size() <= longestId
        && std::ranges::all_of(id, [](char c) { return c >= ' ' && c < '\x7f'; });
}

} // namespace

void ResumePoint::reconnect()
{
    m_state = State::Returning;
    m_replayHash = 0;
}

ResumePoint::Place ResumePoint::take(QByteArrayView id, QByteArrayView data)
{
    switch (m_state) {
    case State::Live:
        return advance(id, data);
    case State::Replaying:
        return compare(id, data);
    case State::Returning:
        break;
    }
    if (id.isEmpty())
        return Place::Elsewhere;
    if (id == m_firstId) {
        m_state = State::Replaying;
        return compare(id, data);
    }
    if (id == m_lastId || isBehind(id))
        return Place::Repeated;
    m_state = State::Live;
    return advance(id, data);
}

ResumePoint::Place ResumePoint::advance(QByteArrayView id, QByteArrayView data)
{
    const bool isOwn = !m_hasEvents || id != m_lastId;
    m_canResume = isOwn && fitsHeader(id);
    if (!m_hasEvents)
        m_firstId = id.toByteArray();
    m_hasEvents = true;
    if (isOwn)
        m_lastId = id.toByteArray();
    m_hash = qHashBits(data.data(), std::size_t(data.size()), m_hash);
    return Place::Next;
}

/// Whether a new stream with the same ids is coming shows, at the latest, where the old one broke.
ResumePoint::Place ResumePoint::compare(QByteArrayView id, QByteArrayView data)
{
    m_replayHash = qHashBits(data.data(), std::size_t(data.size()), m_replayHash);
    if (id != m_lastId)
        return Place::Repeated;
    if (m_replayHash != m_hash)
        return Place::Elsewhere;
    m_state = State::Live;
    return Place::Repeated;
}

bool ResumePoint::isBehind(QByteArrayView id) const
{
    bool isNumber = false;
    const qulonglong number = id.toByteArray().toULongLong(&isNumber);
    bool wasNumber = false;
    const qulonglong last = m_lastId.toULongLong(&wasNumber);
    return isNumber && wasNumber && number < last;
}

} // namespace roadloom
