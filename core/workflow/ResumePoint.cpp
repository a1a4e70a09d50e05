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

std::size_t hashOf(QByteArrayView data, std::size_t before = 0)
{
    return qHashBits(data.data(), std::size_t(data.size()), before);
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
        return findBack(id, data);
    case State::Lost:
        return Place::Elsewhere;
    }
    Q_UNREACHABLE();
}

ResumePoint::Place ResumePoint::findBack(QByteArrayView id, QByteArrayView data)
{
    if (id.isEmpty())
        return Place::Elsewhere;
    if (id == m_firstId) {
        m_state = State::Replaying;
        return compare(id, data);
    }
    if (id == m_lastId) {
        m_state = State::Live;
        return Place::Repeated;
    }
    if (isBegunAnew(data)) {
        m_state = State::Lost;
        return Place::Elsewhere;
    }
    if (isBehind(id))
        return Place::Repeated;
    m_state = State::Live;
    return advance(id, data);
}

ResumePoint::Place ResumePoint::advance(QByteArrayView id, QByteArrayView data)
{
    const bool isOwn = !m_hasEvents || id != m_lastId;
    m_canResume = isOwn && fitsHeader(id);
    if (!m_hasEvents) {
        m_firstId = id.toByteArray();
        m_firstHash = hashOf(data);
    } else if (hashOf(data) == m_firstHash) {
        m_firstIsUnique = false;
    }
    m_hasEvents = true;
    if (isOwn)
        m_lastId = id.toByteArray();
    m_hash = hashOf(data, m_hash);
    return Place::Next;
}

/// Whether a new stream with the same ids is coming shows, at the latest, where the old one broke.
ResumePoint::Place ResumePoint::compare(QByteArrayView id, QByteArrayView data)
{
    m_replayHash = hashOf(data, m_replayHash);
    if (id != m_lastId)
        return Place::Repeated;
    if (m_replayHash != m_hash)
        return Place::Elsewhere;
    m_state = State::Live;
    return Place::Repeated;
}

/// The words a run begins with, under an id that they did not have. A stream that said the same
/// more than once may only do so again.
bool ResumePoint::isBegunAnew(QByteArrayView data) const
{
    return m_firstIsUnique && hashOf(data) == m_firstHash;
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
