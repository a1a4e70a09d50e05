// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/EventPrinter.h"
#include "app/ExitStatus.h"
#include "app/RunRecord.h"
#include "app/RunStatistics.h"
#include "core/workflow/RoadmapSource.h"

#include <QFileDevice>

namespace roadloom {

struct OutputOptions {
    OutputFormat format = OutputFormat::Text;
    QString file; ///< empty: standard output
    bool statistics = false;
};

/// One run in the terminal: events go to the printer, the statistics and the record; errors and
/// findings are said to the person; Ctrl-C ends it.
class GenerateRun : public QObject {
    Q_OBJECT
public:
    /// The source must outlive the run.
    GenerateRun(RoadmapSource& source, const QString& dataFolder, OutputOptions output);
    ~GenerateRun() override;

    /// Runs the event loop until the run has ended.
    [[nodiscard]] ExitStatus execute(const LearnerRequest& request);

private:
    /// The error in words if the output cannot be opened.
    [[nodiscard]] std::optional<QString> openOutput();
    [[nodiscard]] bool closeOutput();
    void write(const QByteArray& utf8);
    void failToWrite();
    void takeEvent(const AgentEvent& event);
    void interrupt();
    void end(ExitStatus status);
    void sayHowToGoOn() const;

    RoadmapSource& m_source;
    QString m_dataFolder;
    OutputOptions m_output;
    std::unique_ptr<QFileDevice> m_file;
    std::unique_ptr<EventPrinter> m_printer;
    std::optional<RunRecord> m_record;
    std::optional<RunStatistics> m_statistics;
    bool m_ended = false;
    bool m_saidAnything = false; ///< an agent has said or completed something worth keeping
    ExitStatus m_status = ExitStatus::UnexpectedFailure;
};

} // namespace roadloom
