// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/ServiceConversation.h"
#include "tests/core/workflow/ServiceWire.h"

namespace roadloom {

/// A conversation and the parser of its connection.
struct Talk {
    ServiceConversation conversation { sample::request(), sample::firstDay(),
        ServerFailures(QUrl(QStringLiteral("http://service.example:8000/"))) };
    SseParser parser {};
    QList<AgentEvent> events {};

    Talk& feed(QByteArrayView bytes)
    {
        parser.feed(bytes, [this](const SseEvent& event) { events += conversation.take(event); });
        return *this;
    }
    Talk& end()
    {
        events += conversation.takeUnfinished(parser.unfinishedEvent());
        events += conversation.breakOff();
        return *this;
    }
    Talk& reconnect()
    {
        parser = {};
        conversation.reconnect();
        return *this;
    }

    /// "chunk complete done"; chunks in a row as one.
    [[nodiscard]] QString outline() const
    {
        QStringList kinds;
        for (const AgentEvent& event : events) {
            const QString kind = toQString(toJson(event).at("type").as_string());
            if (kind != QLatin1String("chunk") || kinds.isEmpty() || kinds.last() != kind)
                kinds.append(kind);
        }
        return kinds.join(u' ');
    }
    [[nodiscard]] QString said(AgentId agent) const
    {
        QString text;
        for (const AgentEvent& event : events) {
            const auto* chunk = std::get_if<ChunkEvent>(&event);
            if (chunk != nullptr && chunk->agent == agent)
                text += chunk->content;
        }
        return text;
    }
    [[nodiscard]] Error error() const
    {
        const auto* last = events.isEmpty() ? nullptr : std::get_if<ErrorEvent>(&events.last());
        return last != nullptr ? last->error : Error {};
    }
    [[nodiscard]] DoneEvent done() const
    {
        const auto* last = events.isEmpty() ? nullptr : std::get_if<DoneEvent>(&events.last());
        return last != nullptr ? *last : DoneEvent {};
    }
};

/// A whole stream of these events, heard to its end.
inline Talk heard(const QList<QByteArray>& events)
{
    Talk talk;
    talk.feed(wire::stream(events)).end();
    return talk;
}

} // namespace roadloom
