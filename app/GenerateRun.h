// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/EventPrinter.h"
#include "app/ExitStatus.h"
#include "app/ResultOutput.h"
#include "app/ReviewPrompt.h"
#include "app/RunStatistics.h"
#include "app/WaitLine.h"
#include "core/storage/RunJournal.h"
#include "core/workflow/RecordedSource.h"

#include <functional>

namespace roadloom {

struct OutputOptions {
    OutputFormat format = OutputFormat::Text;
    QString file; ///< empty or "-": standard output
    bool statistics = false;
};

/// One run in the terminal: events go to the library's journal, the printer and the statistics;
/// errors and what comes of a review are said to the person, findings when the roadmap stands that
/// they are about; Ctrl-C ends it. The roadmap that comes of it is put into the library.
class GenerateRun : public QObject {
    Q_OBJECT
public:
    /// All must outlive the run. The journal is the library's, which need not be open.
    GenerateRun(RoadmapSource& source, Library& library, RunJournal& journal, OutputOptions output);
    ~GenerateRun() override;

    /// Runs the event loop until the run has ended.
    [[nodiscard]] ExitStatus execute(const LearnerRequest& request);
    /// The same, from where a run of the library broke off.
    [[nodiscard]] ExitStatus goOn(const RecordedRun& run);

private:
    [[nodiscard]] ExitStatus execute(
        const LearnerRequest& request, const std::function<void()>& start);
    void takeEvent(const AgentEvent& event);
    void takeResult(const AgentResult& result);
    static void sayScore(const Validation& validation);
    void takeEdit(const RoadmapEdit& edit);
    void askPerson();
    void keepRoadmap(const CurriculumDesign& design);
    void sayFindings();
    /// Ends with the status when the result is out.
    void conclude(ExitStatus status);
    void interrupt();
    void failToWrite(const QString& why);
    void end(ExitStatus status);
    [[nodiscard]] bool isKept() const;
    void sayHowToGoOn() const;

    RecordedSource m_source;
    Library& m_library;
    RunJournal& m_journal;
    OutputOptions m_options;
    LearnerRequest m_request;
    QString m_kept; ///< the roadmap's id in the library, once it was put there
    std::unique_ptr<ResultOutput> m_output;
    std::unique_ptr<EventPrinter> m_printer;
    std::optional<RunStatistics> m_statistics;
    WaitLine m_waitLine;
    ReviewPrompt m_review;
    Roadmap m_roadmap; ///< the last that was complete
    QList<Finding> m_findings; ///< about that one
    QList<Finding> m_saidFindings;
    bool m_ended = false;
    ExitStatus m_status = ExitStatus::UnexpectedFailure;
};

} // namespace roadloom
