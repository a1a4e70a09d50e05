// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/EventPrinter.h"
#include "app/ExitStatus.h"
#include "app/ResultOutput.h"
#include "app/ReviewPrompt.h"
#include "app/RunRecord.h"
#include "app/RunStatistics.h"
#include "app/WaitLine.h"
#include "core/workflow/RoadmapSource.h"

namespace roadloom {

struct OutputOptions {
    OutputFormat format = OutputFormat::Text;
    QString file; ///< empty or "-": standard output
    bool statistics = false;
};

/// One run in the terminal: events go to the printer, the statistics and the record; errors and
/// what comes of a review are said to the person, findings when the roadmap stands that they are
/// about; Ctrl-C ends it.
class GenerateRun : public QObject {
    Q_OBJECT
public:
    /// The source must outlive the run.
    GenerateRun(RoadmapSource& source, const QString& dataFolder, OutputOptions output);
    ~GenerateRun() override;

    /// Runs the event loop until the run has ended.
    [[nodiscard]] ExitStatus execute(const LearnerRequest& request);

private:
    void takeEvent(const AgentEvent& event);
    void takeResult(const AgentResult& result);
    void takeEdit(const RoadmapEdit& edit);
    void askPerson();
    void sayFindings();
    /// Ends with the status when the result is out.
    void conclude(ExitStatus status);
    void interrupt();
    void failToWrite(const QString& why);
    void end(ExitStatus status);
    void sayHowToGoOn(bool isKept) const;

    RoadmapSource& m_source;
    QString m_dataFolder;
    OutputOptions m_options;
    std::unique_ptr<ResultOutput> m_output;
    std::unique_ptr<EventPrinter> m_printer;
    std::optional<RunRecord> m_record;
    std::optional<RunStatistics> m_statistics;
    WaitLine m_waitLine;
    ReviewPrompt m_review;
    Roadmap m_roadmap; ///< the last that was complete
    QList<Finding> m_findings; ///< about that one
    QList<Finding> m_saidFindings;
    bool m_ended = false;
    bool m_saidAnything = false; ///< an agent has said or completed something worth keeping
    ExitStatus m_status = ExitStatus::UnexpectedFailure;
};

} // namespace roadloom
