// SPDX-License-Identifier: Apache-2.0
#include "core/hub/EventStream.h"

#include "core/hub/EventLog.h"
#include "core/hub/HttpConnection.h"

#include <algorithm>

namespace roadloom {

namespace {

constexpr qsizetype partSize = 16 * 1024; // bytes

} // namespace

EventStream::EventStream(HttpConnection& connection, EventLog& log, qint64 after)
    : QObject(&connection)
    , m_connection(connection)
    , m_log(&log)
    , m_sent(std::clamp(after, qint64(0), log.last()))
{
    connect(&log, &EventLog::grew, this, &EventStream::send);
    connect(&connection, &HttpConnection::drained, this, &EventStream::send);
    connection.begin({ .status = 200,
        .contentType = "text/event-stream; charset=utf-8",
        .fields = { { "Cache-Control", "no-cache" }, { "X-Accel-Buffering", "no" } } });
    send();
}

void EventStream::beat()
{
    if (!m_hasEnded && m_connection.backlog() == 0)
        m_connection.write(": alive\n\n");
}

void EventStream::send()
{
    if (m_hasEnded)
        return;
    while (m_log && m_sent < m_log->last() && m_connection.hasRoom()) {
        const EventLog::Part part = m_log->after(m_sent, partSize);
        m_connection.write(part.messages);
        m_sent = part.last;
    }
    if (m_log && !(m_log->isEnded() && m_sent >= m_log->last()))
        return;
    m_hasEnded = true;
    m_connection.end();
    deleteLater();
}

} // namespace roadloom
