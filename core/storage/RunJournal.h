// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"
#include "core/storage/RunLock.h"
#include "core/workflow/RunRecorder.h"

#include <QTimer>

namespace roadloom {

/// Records runs in a library. What is said is gathered for a moment and then written together:
/// words of one speaker become one event, of progress only the last is kept. What is completed is
/// written at once. A run that said nothing leaves nothing, unless a service has it.
class RunJournal final : public RunRecorder {
    Q_OBJECT
public:
    /// The library must outlive it, and may have no file.
    explicit RunJournal(Library& library, QObject* parent = nullptr);
    /// Leaves a run that is on.
    ~RunJournal() override;
    Q_DISABLE_COPY_MOVE(RunJournal)

    /// The last run's id; empty if there is none.
    [[nodiscard]] const QString& run() const { return m_run; }
    /// This one, of the library, is what goes on next.
    void adopt(const RunLine& run);
    /// The last run has led to this roadmap, which was put into the library: isDurable() is about
    /// that, too.
    void lead(const QString& roadmap);

    void begin(const LearnerRequest& request, const QString& answerer) override;
    void goOn(const LearnerRequest& request, const QString& answerer,
        const FinishedWork& finished) override;
    void record(const AgentEvent& event) override;
    void record(const DesignParts& parts) override;
    void record(const ServiceTask& task) override;
    void stop() override;
    void leave() override;
    [[nodiscard]] bool isDurable() const override;

private:
    void open(const LearnerRequest& request, const QString& answerer);
    void end(RunState state);
    void write();
    void takeSettled(qint64 number);
    void tellIfDurable();

    Library& m_library;
    QString m_run;
    std::unique_ptr<QLockFile> m_lock; ///< while it is on
    bool m_isOn = false;
    bool m_hasSaid = false; ///< the run has, something worth keeping
    bool m_isAtService = false; ///< the run is, as far as it is known
    bool m_hasResults = false; ///< what is recorded of it has
    /// A service tells the run from its first event on, but no result yet: so long what was
    /// recorded before stays.
    bool m_isRetold = false;
    bool m_isForgotten = false; ///< meanwhile, by the service
    RunRecorded m_gathered; ///< not with the library yet
    QTimer m_moment;
    qint64 m_needed = 0; ///< number of the last record with something complete
    qint64 m_settled = 0; ///< number of the last record on the disk, or lost
    bool m_wasDurable = true; ///< as it was told last
};

} // namespace roadloom
