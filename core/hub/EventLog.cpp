// SPDX-License-Identifier: Apache-2.0
#include "core/hub/EventLog.h"

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

constexpr QByteArrayView dataMark = "\ndata: ";
constexpr QByteArrayView endMark = "\n\n";

} // namespace

EventLog::EventLog(QByteArray run, qsizetype most, QObject* parent)
    : QObject(parent)
    , m_run(std::move(run))
    , m_most(most)
{
}

QByteArray EventLog::messageOf(QByteArrayView json) const
{
    const QByteArray number = QByteArray::number(last() + 1);
    QByteArray message;
    message.reserve(m_run.size() + number.size() + json.size() + 14);
    message.append("id: ").append(m_run).append(':').append(number);
    message.append(dataMark).append(json).append(endMark);
    return message;
}

void EventLog::add(QByteArray message)
{
    m_size += message.size();
    m_messages.push_back(std::move(message));
    Q_EMIT grew();
}

bool EventLog::append(QByteArrayView json)
{
    QByteArray message = messageOf(json);
    if (m_isEnded || message.size() > m_most - m_size)
        return false;
    add(std::move(message));
    return true;
}

void EventLog::endWith(QByteArrayView json)
{
    if (std::exchange(m_isEnded, true))
        return;
    add(messageOf(json));
}

EventLog::Part EventLog::after(qint64 number, qsizetype most) const
{
    Part part { .messages = {}, .last = std::clamp(number, qint64(0), last()) };
    while (part.last < last()) {
        const QByteArray& next = m_messages[std::size_t(part.last)];
        if (!part.messages.isEmpty() && part.messages.size() + next.size() > most)
            break;
        part.messages += next; // the first one shares its bytes
        ++part.last;
    }
    return part;
}

QByteArrayView EventLog::json(qint64 number) const
{
    const QByteArrayView message = m_messages[std::size_t(number - 1)];
    return message.sliced(message.indexOf(dataMark) + dataMark.size()).chopped(endMark.size());
}

} // namespace roadloom
