// SPDX-License-Identifier: Apache-2.0
#include "core/hub/EventStream.h"

#include "core/hub/EventLog.h"
#include "core/hub/GzipStream.h"
#include "core/hub/HttpConnection.h"

#include <algorithm>

namespace roadloom {

namespace {

constexpr qsizetype partSize = qsizetype(16) * 1024; // bytes

} // namespace

EventStream::EventStream(HttpConnection& connection, EventLog& log, qint64 after, Coding coding)
    : QObject(&connection)
    , m_connection(connection)
    , m_log(&log)
    , m_gzip(coding == Coding::Gzip ? std::make_unique<GzipStream>() : nullptr)
    , m_sent(std::clamp(after, qint64(0), log.last()))
{
    connect(&log, &EventLog::grew, this, &EventStream::send);
    connect(&connection, &HttpConnection::drained, this, &EventStream::send);
    HttpAnswer head { .status = 200,
        .contentType = "text/event-stream; charset=utf-8",
        .fields = { { "Cache-Control", "no-cache" }, { "X-Accel-Buffering", "no" },
            { "Vary", "Accept-Encoding" } } };
    if (m_gzip)
        head.fields.emplaceBack("Content-Encoding", "gzip");
    connection.begin(head);
    send();
}

EventStream::~EventStream() = default;

void EventStream::beat()
{
    if (!m_hasEnded && m_connection.backlog() == 0)
        write(": alive\n\n");
}

void EventStream::write(QByteArrayView messages)
{
    if (m_gzip)
        m_connection.write(m_gzip->add(messages));
    else
        m_connection.write(messages);
}

void EventStream::send()
{
    if (m_hasEnded)
        return;
    while (m_log && m_sent < m_log->last() && m_connection.hasRoom()) {
        const EventLog::Part part = m_log->after(m_sent, partSize);
        m_sent = part.last; // before what may bring us here again: some is sent at once
        write(part.messages);
    }
    if (m_hasEnded || (m_log && !(m_log->isEnded() && m_sent >= m_log->last())))
        return;
    m_hasEnded = true;
    if (m_gzip)
        m_connection.write(m_gzip->end());
    m_connection.end();
    deleteLater();
}

} // namespace roadloom
