// SPDX-License-Identifier: Apache-2.0
#include "core/hub/EventLog.h"

#include <algorithm>

namespace roadloom {

EventLog::EventLog(qsizetype most, QObject* parent)
    : QObject(parent)
    , m_most(most)
{
}

bool EventLog::append(QByteArrayView json)
{
    const QByteArray number = QByteArray::number(last() + 1);
    QByteArray message;
    message.reserve(json.size() + number.size() + 13);
    message.append("id: ").append(number).append("\ndata: ").append(json).append("\n\n");
    if (m_isEnded || message.size() > m_most - m_size)
        return false;
    m_size += message.size();
    m_messages.push_back(std::move(message));
    Q_EMIT grew();
    return true;
}

void EventLog::end()
{
    if (m_isEnded)
        return;
    m_isEnded = true;
    Q_EMIT grew();
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

} // namespace roadloom
