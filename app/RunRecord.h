// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/workflow/AgentEvent.h"

#include <QFile>

namespace roadloom {

/// What a terminal run has said so far, on disk while it runs, so that a failed or interrupted run
/// loses nothing: a folder of its own below <data folder>/runs with the request and the events, one
/// a line. A run that succeeds leaves nothing behind.
class RunRecord {
public:
    RunRecord(const QString& dataFolder, const LearnerRequest& request);
    Q_DISABLE_COPY_MOVE(RunRecord)

    void append(const AgentEvent& event);
    /// The run has succeeded: removes the record.
    void discard();

    /// False when the data folder cannot be written; the run goes on all the same.
    [[nodiscard]] bool isKept() const { return m_events.isOpen(); }
    [[nodiscard]] QString requestFile() const;
    [[nodiscard]] QString eventsFile() const { return m_events.fileName(); }

private:
    QString m_folder;
    QFile m_events;
};

} // namespace roadloom
