// SPDX-License-Identifier: Apache-2.0
#include "app/GenerateRun.h"

#include "app/InterruptSignal.h"
#include "app/Terminal.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// False for pipes and devices, which must be written to and never replaced.
bool isFileOrNothing(const QString& path)
{
    const QFileInfo info(path);
    return !info.exists() || info.isFile();
}

} // namespace

GenerateRun::GenerateRun(RoadmapSource& source, const QString& dataFolder, OutputOptions output)
    : m_source(source)
    , m_dataFolder(dataFolder)
    , m_output(std::move(output))
{
}

GenerateRun::~GenerateRun() = default;

std::optional<QString> GenerateRun::openOutput()
{
    const bool wholeResult
        = m_output.format == OutputFormat::Json || m_output.format == OutputFormat::Markdown;
    bool opened = false;
    if (m_output.file.isEmpty()) {
        auto standardOutput = std::make_unique<QFile>();
        opened = standardOutput->open(stdout, QIODevice::WriteOnly);
        m_file = std::move(standardOutput);
    } else if (wholeResult && isFileOrNothing(m_output.file)) {
        // A failed run must not empty the file that was there.
        m_file = std::make_unique<QSaveFile>(m_output.file);
        opened = m_file->open(QIODevice::WriteOnly);
    } else {
        m_file = std::make_unique<QFile>(m_output.file);
        opened = m_file->open(QIODevice::WriteOnly);
    }
    return opened ? std::nullopt : std::optional(m_file->errorString());
}

bool GenerateRun::closeOutput()
{
    if (auto* whole = qobject_cast<QSaveFile*>(m_file.get()))
        return whole->commit();
    return m_file->flush();
}

ExitStatus GenerateRun::execute(const LearnerRequest& request)
{
    if (const auto problem = openOutput()) {
        terminal::say(tr("The file %1 cannot be written: %2. Choose another one with -o.")
                          .arg(m_output.file, *problem));
        return ExitStatus::WrongUsage;
    }
    m_printer = makePrinter(m_output.format, [this](const QByteArray& utf8) { write(utf8); });
    m_record.emplace(m_dataFolder, request);
    m_statistics.emplace();

    const InterruptSignal interruptSignal;
    connect(&interruptSignal, &InterruptSignal::interrupted, this, &GenerateRun::interrupt);
    connect(&m_source, &RoadmapSource::eventEmitted, this, &GenerateRun::takeEvent);
    terminal::say(tr("Answered by: %1").arg(m_source.title()));
    m_source.start(request);
    QCoreApplication::exec();

    if (m_output.statistics)
        terminal::say(m_statistics->report().trimmed());
    return m_status;
}

void GenerateRun::write(const QByteArray& utf8)
{
    if (m_ended || (m_file->write(utf8) == utf8.size() && m_file->flush()))
        return;
    m_source.cancel();
    failToWrite();
}

void GenerateRun::failToWrite()
{
    terminal::say(tr("The result cannot be written: %1").arg(m_file->errorString()));
    end(ExitStatus::UnexpectedFailure);
}

void GenerateRun::takeEvent(const AgentEvent& event)
{
    m_record->append(event);
    m_statistics->observe(event);
    m_printer->print(event);
    std::visit(
        Overload {
            [this](const ChunkEvent&) { m_saidAnything = true; },
            [this](const CompleteEvent&) { m_saidAnything = true; },
            [](const AttemptFailedEvent&) {},
            [](const FindingEvent& found) {
                terminal::say(
                    tr("Note (%1): %2 %3")
                        .arg(found.finding.rule, found.finding.issue, found.finding.suggestion));
            },
            [this](const ErrorEvent& failure) {
                terminal::say(tr("Error: %1").arg(failure.error.message));
                if (!failure.error.details.isEmpty())
                    terminal::say(failure.error.details);
                end(exitStatusFor(failure.error.kind));
            },
            [this](const DoneEvent&) { closeOutput() ? end(ExitStatus::Success) : failToWrite(); },
        },
        event);
}

void GenerateRun::interrupt()
{
    m_source.cancel();
    terminal::say(tr("Interrupted."));
    end(ExitStatus::Interrupted);
}

void GenerateRun::end(ExitStatus status)
{
    if (m_ended)
        return;
    m_ended = true;
    m_status = status;
    m_source.disconnect(this);
    if (status == ExitStatus::Success || !m_saidAnything)
        m_record->discard();
    else
        sayHowToGoOn();
    QCoreApplication::exit();
}

void GenerateRun::sayHowToGoOn() const
{
    if (!m_record->isKept()) {
        terminal::say(tr("What was said so far could not be kept: the folder %1 cannot be written. "
                         "Choose another one with --data-dir.")
                          .arg(m_dataFolder));
        return;
    }
    terminal::say(tr("What was said so far is kept in %1").arg(m_record->eventsFile()));
    terminal::say(tr("To try again with the same wish, give the same options for who answers and "
                     "--request \"%1\"")
                      .arg(m_record->requestFile()));
}

} // namespace roadloom
