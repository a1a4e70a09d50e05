// SPDX-License-Identifier: Apache-2.0
#include "app/GenerateRun.h"

#include "app/InterruptSignal.h"
#include "app/Terminal.h"
#include "core/roadmap/RoadmapChanges.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ResultPieces piecesOf(OutputFormat format)
{
    const bool isDocument = format == OutputFormat::Json || format == OutputFormat::Markdown;
    return isDocument ? ResultPieces::AllOrNothing : ResultPieces::AsTheyCome;
}

void sayHowLongUntil(std::chrono::milliseconds retry)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(retry).count();
    if (seconds > 0)
        terminal::say(
            GenerateRun::tr("This step is tried again in %n second(s).", nullptr, int(seconds)));
}

/// The error's own words are the window's, too; how an option is spelt is said here alone.
void sayWhatHelps(ErrorKind kind)
{
    if (kind == ErrorKind::NotCovered)
        terminal::say(GenerateRun::tr(
            "To let a model answer, name one with --provider NAME or with --base-url URL."));
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return GenerateRun::tr("critical", "a note");
    case Severity::Warning:
        return GenerateRun::tr("warning", "a note");
    case Severity::Suggestion:
        return GenerateRun::tr("suggestion", "a note");
    }
    Q_UNREACHABLE();
}

/// Of the stage, module or concept with this id; empty if there is none.
QString nameOf(const QString& id, const Roadmap& roadmap)
{
    if (id.isEmpty())
        return {};
    for (const Stage& stage : roadmap.stages) {
        if (stage.id == id)
            return stage.name;
        for (const Module& module : stage.modules) {
            if (module.id == id)
                return module.name;
            const auto found = std::ranges::find(module.concepts, id, &Concept::id);
            if (found != module.concepts.end())
                return found->name;
        }
    }
    return {};
}

QString noteText(const Finding& finding, const QString& name)
{
    QString about = "%1, %2"_L1.arg(finding.rule, severityWord(finding.severity));
    if (!name.isEmpty())
        about += ", "_L1 + name;
    //: %1 is what the note is about, %2 what is wrong, %3 what to do.
    return GenerateRun::tr("Note (%1): %2 %3").arg(about, finding.issue, finding.suggestion);
}

} // namespace

GenerateRun::GenerateRun(
    RoadmapSource& source, Library& library, RunJournal& journal, OutputOptions output)
    : m_source(source, journal)
    , m_library(library)
    , m_journal(journal)
    , m_options(std::move(output))
{
    connect(&library, &Library::failed, this,
        [](const Error& error, ChangeFate /*fate*/) { terminal::say(error.message); });
}

GenerateRun::~GenerateRun() = default;

ExitStatus GenerateRun::execute(const LearnerRequest& request)
{
    return execute(request, [this] { m_source.start(m_request); });
}

ExitStatus GenerateRun::goOn(const RecordedRun& run)
{
    m_journal.adopt(run.line);
    if (run.finished.design)
        m_roadmap = run.finished.design->framework;
    // It was all there but for the roadmap's place in the library.
    if (run.line.state == RunState::Done)
        return execute(run.request, [this, last = run.events.last()] {
            QMetaObject::invokeMethod(
                this, [this, last] { takeEvent(last); }, Qt::QueuedConnection);
        });
    if (run.finished.task && !m_source.usable(run.finished).task)
        terminal::say(tr("This design was begun at a service, which may still have it. To take it "
                         "up there: --service-url %1")
                          .arg(run.finished.task->service));
    return execute(
        run.request, [this, finished = run.finished] { m_source.goOn(m_request, finished); });
}

ExitStatus GenerateRun::execute(const LearnerRequest& request, const std::function<void()>& start)
{
    m_request = request;
    Result<std::unique_ptr<ResultOutput>> output
        = openResultOutput(m_options.file, piecesOf(m_options.format));
    if (!output) {
        terminal::say(output.error().message);
        return ExitStatus::WrongUsage;
    }
    m_output = std::move(output).value();
    connect(m_output.get(), &ResultOutput::failed, this, &GenerateRun::failToWrite);
    m_printer = makePrinter(m_options.format, [this](const QByteArray& utf8) {
        if (m_ended)
            return;
        m_waitLine.erase();
        m_output->write(utf8);
        if (m_options.file.isEmpty() || m_options.file == "-"_L1)
            m_waitLine.noteOutput(utf8);
    });
    m_statistics.emplace();

    const InterruptSignal interruptSignal;
    connect(&interruptSignal, &InterruptSignal::interrupted, this, &GenerateRun::interrupt);
    connect(&m_source, &RoadmapSource::eventEmitted, this, &GenerateRun::takeEvent);
    connect(&m_source, &RoadmapSource::waitChanged, &m_waitLine, &WaitLine::setWait);
    connect(&m_review, &ReviewPrompt::answered, &m_source, &RoadmapSource::answerReview);
    terminal::say(tr("Answered by: %1").arg(m_source.title()));
    start();
    QCoreApplication::exec();

    if (m_options.statistics)
        terminal::say(m_statistics->report().trimmed());
    return m_status;
}

void GenerateRun::takeEvent(const AgentEvent& event)
{
    m_waitLine.observe(event);
    m_statistics->observe(event);
    m_printer->print(event);
    std::visit(Overload {
                   [this](const CompleteEvent& complete) { takeResult(complete.result); },
                   [this](const ReviewRequestedEvent&) { askPerson(); },
                   [](const AttemptFailedEvent& attempt) { sayHowLongUntil(attempt.retryIn); },
                   [this](const FindingEvent& found) { m_findings.append(found.finding); },
                   [this](const ErrorEvent& failure) {
                       sayFindings();
                       terminal::say(tr("Error: %1").arg(failure.error.message));
                       if (!failure.error.details.isEmpty())
                           terminal::say(failure.error.details);
                       sayWhatHelps(failure.error.kind);
                       conclude(exitStatusFor(failure.error.kind));
                   },
                   [this](const DoneEvent& done) {
                       sayFindings();
                       keepRoadmap(done.design);
                       conclude(ExitStatus::Success);
                   },
                   [](const auto& /*other*/) {},
               },
        event);
}

void GenerateRun::takeResult(const AgentResult& result)
{
    if (const auto* design = std::get_if<CurriculumDesign>(&result))
        m_roadmap = design->framework;
    else if (const auto* edit = std::get_if<RoadmapEdit>(&result))
        takeEdit(*edit);
    else if (const auto* validation = std::get_if<Validation>(&result))
        sayScore(*validation);
}

void GenerateRun::sayScore(const Validation& validation)
{
    const QString score = QLocale().toString(validation.overallScore, 'f', 0);
    terminal::say(validation.isValid
            ? tr("Check: the roadmap scores %1 of 100, %2.")
                  .arg(score, scoreWord(validation.overallScore))
            : tr("Check: the roadmap scores %1 of 100, but something in it has to be better.")
                  .arg(score));
}

/// What was found in the roadmap before it holds no longer.
void GenerateRun::takeEdit(const RoadmapEdit& edit)
{
    const bool isTheSame = changesBetween(m_roadmap, edit.framework).isEmpty();
    m_roadmap = edit.framework;
    m_findings.clear();
    if (isTheSame)
        terminal::say(tr("No concept was changed. %1").arg(edit.modificationSummary).trimmed());
    else if (!edit.modificationSummary.isEmpty())
        terminal::say(tr("Mended: %1").arg(edit.modificationSummary));
}

/// The findings may be ones that were said about the roadmap before; they are what to answer now.
void GenerateRun::askPerson()
{
    m_saidFindings.clear();
    sayFindings();
    m_review.ask(m_roadmap);
}

void GenerateRun::keepRoadmap(const CurriculumDesign& design)
{
    if (!m_library.isWritable())
        return; // that was said
    m_kept = Library::newId();
    const QDateTime now = QDateTime::currentDateTime();
    m_library.put({ .id = m_kept,
        .roadmap = design.framework,
        .request = m_request,
        .created = now,
        .opened = now,
        .hoursPerWeek = m_request.preferences.availableHoursPerWeek,
        .rationale = design.designRationale });
    m_journal.lead(m_kept);
}

void GenerateRun::sayFindings()
{
    for (const Finding& finding : std::as_const(m_findings)) {
        if (m_saidFindings.contains(finding))
            continue;
        m_saidFindings.append(finding);
        terminal::say(noteText(finding, nameOf(finding.location, m_roadmap)));
    }
}

void GenerateRun::conclude(ExitStatus status)
{
    connect(m_output.get(), &ResultOutput::finished, this, [this, status] { end(status); });
    m_output->finish();
}

void GenerateRun::failToWrite(const QString& why)
{
    m_source.cancel();
    m_waitLine.setWait({});
    terminal::say(tr("The result cannot be written: %1").arg(why));
    end(ExitStatus::UnexpectedFailure);
}

void GenerateRun::interrupt()
{
    m_source.cancel();
    m_waitLine.setWait({});
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
    // What was put into the library is written before what the journal is waited for.
    whenDurable(&m_journal, this, [this] {
        if (m_status != ExitStatus::Success)
            sayHowToGoOn();
        else if (!m_kept.isEmpty() && isKept())
            terminal::say(tr("Kept in the library as %1").arg(m_kept));
        QCoreApplication::exit();
    });
}

bool GenerateRun::isKept() const
{
    const Keeping keeping = m_library.keeping();
    return keeping == Keeping::Kept || keeping == Keeping::Underway;
}

void GenerateRun::sayHowToGoOn() const
{
    if (m_journal.run().isEmpty())
        return; // nothing was said
    if (!isKept()) {
        terminal::say(tr("What was said so far could not be kept: the folder %1 cannot be written. "
                         "Choose another one with --data-dir.")
                          .arg(QFileInfo(m_library.path()).absolutePath()));
        return;
    }
    terminal::say(tr("What was said so far is kept. To go on, give the same options for who "
                     "answers: roadloom roadmap resume %1")
                      .arg(m_journal.run()));
}

} // namespace roadloom
