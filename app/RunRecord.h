// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/workflow/AgentEvent.h"

#include <QFile>

namespace roadloom {

/// What a terminal run has said so far, on disk while it runs, so that a failed or interrupted run
/// loses nothing: a folder of its own below <data folder>/runs with the request and the events, one
/// a line, for the owner's eyes only. A run that succeeds leaves nothing behind; of those that did
/// not, the last twenty are kept.
class RunRecord {
public:
    RunRecord(const QString& dataFolder, const LearnerRequest& request);
    Q_DISABLE_COPY_MOVE(RunRecord)

    void append(const AgentEvent& event);
    /// The run has succeeded: removes the record.
    void discard();

    /// False when something could not be written; the run goes on all the same.
    [[nodiscard]] bool isKept() const { return m_isKept; }
    [[nodiscard]] QString requestFile() const;
    [[nodiscard]] QString eventsFile() const { return m_events.fileName(); }

private:
    QString m_folder;
    QFile m_events;
    bool m_isKept = false;
};

} // namespace roadloom
