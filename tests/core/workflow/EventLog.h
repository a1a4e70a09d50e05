// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/RoadmapSource.h"

#include <QEventLoop>
#include <QTimer>

namespace roadloom {

/// Records the events of a source.
class EventLog : public QObject {
    Q_OBJECT
public:
    explicit EventLog(RoadmapSource& source)
    {
        connect(&source, &RoadmapSource::eventEmitted, this, [this](const AgentEvent& event) {
            events.append(event);
            if (isTerminal(event))
                Q_EMIT ended();
        });
    }

    /// The kinds in order, but for progress; chunks of one kind in a row as one: "chunk complete
    /// chunk done".
    [[nodiscard]] QString outline() const
    {
        QStringList kinds;
        for (const AgentEvent& event : events) {
            const QString kind = toQString(toJson(event).at("type").as_string());
            const bool goesOn
                = kind.endsWith(QLatin1String("chunk")) && !kinds.isEmpty() && kinds.last() == kind;
            if (!goesOn && kind != QLatin1String("progress"))
                kinds.append(kind);
        }
        return kinds.join(u' ');
    }

    /// All an agent said.
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

    QList<AgentEvent> events;

Q_SIGNALS:
    void ended();
};

} // namespace roadloom
