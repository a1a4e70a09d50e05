// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/workflow/AgentEvent.h"

#include <QFile>
#include <QLockFile>

#include <optional>

namespace roadloom {

/// What a terminal run has said so far, on disk while it runs, so that a failed or interrupted run
/// loses nothing: a folder of its own below <data folder>/runs with the request and the events, one
/// a line, for the owner's eyes only. A run that succeeds leaves nothing behind; of those that did
/// not, the last twenty are kept. Folders that are no such record are never touched.
class RunRecord {
public:
    RunRecord(const QString& dataFolder, const LearnerRequest& request);
    Q_DISABLE_COPY_MOVE(RunRecord)

    void append(const AgentEvent& event);
    /// The run has succeeded: removes the record.
    void discard();
    /// The run has ended otherwise: the record stays, and the oldest ones go. False when something
    /// of this one could not be written.
    [[nodiscard]] bool keep();

    [[nodiscard]] QString requestFile() const;
    [[nodiscard]] QString eventsFile() const { return m_events.fileName(); }

private:
    [[nodiscard]] bool create(const LearnerRequest& request);

    QString m_runsFolder;
    QString m_folder;
    QFile m_events;
    std::optional<QLockFile> m_lock; ///< held while the run is on
    bool m_isWritten = false; ///< all of it so far
};

} // namespace roadloom
