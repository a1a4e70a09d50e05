// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/LlmSource.h"

#include "core/base/DropLater.h"

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

constexpr auto architect = AgentId::CurriculumArchitect;

} // namespace

LlmSource::LlmSource(
    const AgentSetup& setup, const RunPlan& plan, QString title, RunRecorder* recorder)
    : m_setup(setup)
    , m_plan(plan)
    , m_title(std::move(title))
    , m_recorder(recorder)
{
}

bool LlmSource::isRunning() const
{
    return m_isRunning;
}

/// With that of whoever is at work.
ChatUsage LlmSource::usage() const
{
    ChatUsage usage = m_usage;
    if (m_analysis != nullptr)
        usage += m_analysis->usage();
    if (m_designing != nullptr)
        usage += m_designing->usage();
    if (m_review != nullptr)
        usage += m_review->usage();
    return usage;
}

QString LlmSource::title() const
{
    return m_title;
}

FinishedWork LlmSource::usable(const FinishedWork& finished) const
{
    return finished.withoutTask();
}

void LlmSource::start(const LearnerRequest& request)
{
    goOn(request, {});
}

void LlmSource::goOn(const LearnerRequest& request, const FinishedWork& finished)
{
    Q_ASSERT(!isRunning());
    m_isRunning = true;
    ++m_run;
    m_request = request;
    m_finished = finished;
    m_usage = {};
    m_progress = RunProgress({ .review = m_plan.rounds > 0, .learner = m_plan.asksLearner });
    m_progress.begin();
    m_clock.start();
    later(&LlmSource::proceed);
}

/// With whatever is not finished yet.
void LlmSource::proceed()
{
    if (!m_finished.intent) {
        startAnalysis();
        return;
    }
    m_intent = *m_finished.intent;
    m_progress.noteIntent(elapsed());
    if (!m_finished.design) {
        if (m_finished.parts)
            noteParts(*m_finished.parts);
        if (tellProgress())
            startDesign();
        return;
    }
    m_design = *m_finished.design;
    m_progress.noteDesign(elapsed());
    const QList<Finding> findings = checkRoadmap(m_design.framework,
        { .request = &m_request, .intent = &m_intent, .today = QDate::currentDate() });
    if (tellProgress() && tellFindings(findings))
        judge(findings);
}

void LlmSource::noteParts(const DesignParts& parts)
{
    m_progress.noteOutline(parts.outline, elapsed());
    for (const auto& [index, stage] : parts.stages)
        m_progress.noteStageThere(parts.outline.stages[index].id);
}

void LlmSource::startAnalysis()
{
    if (!tellProgress())
        return;
    const IntentAnalyzer analyzer(m_setup);
    m_analysis = (m_plan.mode == ReplyMode::Stream ? analyzer.analyzeStream(m_request)
                                                   : analyzer.analyze(m_request))
                     .release();
    m_analysis->setParent(this);
    constexpr auto agent = AgentId::IntentAnalyzer;
    connect(m_analysis, &AgentTask::chunk, this, [this](const QString& text) {
        tell(ChunkEvent { text, agent });
    });
    connect(m_analysis, &AgentTask::reasoning, this, [this](const QString& text) {
        tell(ReasoningEvent { text, agent });
    });
    connect(m_analysis, &AgentTask::attemptFailed, this,
        [this](const QString& reason, std::chrono::milliseconds delay) {
            tell(AttemptFailedEvent { .agent = agent, .reason = reason, .retryIn = delay });
        });
    connect(m_analysis, &AgentTask::waitChanged, this, &RoadmapSource::waitChanged);
    connect(m_analysis, &AgentTask::mended, this, [this](const QStringList& sentences) {
        for (const QString& sentence : sentences)
            tell(MendedEvent { { .rule = {}, .location = {}, .what = sentence }, agent });
    });
    connect(
        m_analysis, &AgentTask::failed, this, [this](const Error& error) { fail(error, agent); });
    connect(m_analysis, &IntentTask::completed, this, &LlmSource::takeIntent);
}

void LlmSource::cancel()
{
    m_isRunning = false;
    ++m_run;
    dropWork();
}

void LlmSource::retryNow()
{
    if (m_analysis != nullptr)
        m_analysis->retryNow();
    if (m_designing != nullptr)
        m_designing->retryNow();
    if (m_review != nullptr)
        m_review->retryNow();
}

void LlmSource::takeIntent(const IntentAnalysis& intent)
{
    m_intent = intent;
    m_usage += m_analysis->usage();
    dropLater(std::exchange(m_analysis, nullptr), *this);
    m_progress.noteIntent(elapsed());
    if (tell(CompleteEvent { intent, AgentId::IntentAnalyzer }) && tellProgress())
        whenRecorded([this] { startDesign(); });
}

void LlmSource::startDesign()
{
    const CurriculumArchitect designer(m_setup);
    m_designing = (m_plan.mode == ReplyMode::Stream
            ? designer.designStream(m_request, m_intent, m_plan.parallel, m_finished.parts)
            : designer.design(m_request, m_intent, m_plan.parallel, m_finished.parts))
                      .release();
    m_designing->setParent(this);
    connect(
        m_designing, &DesignTask::chunk, this, [this](const QString& text, const QString& stage) {
            tell(ChunkEvent { text, architect, stage });
        });
    connect(m_designing, &DesignTask::stageChunk, this,
        [this](const QString& text, const QString& stage) {
            tell(StageChunkEvent { text, architect, stage });
        });
    connect(m_designing, &DesignTask::reasoning, this,
        [this](const QString& text, const QString& stage) {
            tell(ReasoningEvent { text, architect, stage });
        });
    connect(m_designing, &DesignTask::attemptFailed, this,
        [this](const QString& reason, std::chrono::milliseconds delay, const QString& stage) {
            m_progress.noteStageWithdrawn(stage, elapsed());
            if (tell(AttemptFailedEvent {
                    .agent = architect, .reason = reason, .retryIn = delay, .stage = stage }))
                tellProgress();
        });
    connect(m_designing, &DesignTask::waitChanged, this, &RoadmapSource::waitChanged);
    connect(m_designing, &DesignTask::advanced, this, &RoadmapSource::designAdvanced);
    connect(m_designing, &DesignTask::outlined, this, [this](const RoadmapOutline& outline) {
        m_progress.noteOutline(outline, elapsed());
        tellProgress();
    });
    connect(m_designing, &DesignTask::stageGrew, this, [this](const QString& stage, int concepts) {
        m_progress.noteConcepts(stage, concepts, elapsed());
        tellProgress();
    });
    connect(m_designing, &DesignTask::mended, this, [this](const Mend& mend) {
        tell(MendedEvent { mend, architect });
    });
    connect(m_designing, &DesignTask::completed, this, &LlmSource::takeDesign);
    connect(m_designing, &DesignTask::failed, this,
        [this](const Error& error) { fail(error, architect); });
}

void LlmSource::takeDesign(const CurriculumDesign& design, const QList<Finding>& findings)
{
    m_design = design;
    m_usage += m_designing->usage();
    dropLater(std::exchange(m_designing, nullptr), *this);
    m_progress.noteDesign(elapsed());
    if (tell(CompleteEvent { design, architect }) && tellFindings(findings) && tellProgress())
        whenRecorded([this, findings] { judge(findings); });
}

bool LlmSource::tellFindings(const QList<Finding>& findings)
{
    return std::ranges::all_of(
        findings, [this](const Finding& finding) { return tell(FindingEvent { finding }); });
}

void LlmSource::judge(const QList<Finding>& findings)
{
    if (m_plan.rounds > 0)
        startReview().review(
            m_design, findings, m_plan.rounds - m_finished.edits, m_finished.validation);
    else
        takeReviewed(m_design);
}

RoadmapReview& LlmSource::startReview()
{
    m_review = new RoadmapReview(m_setup, m_plan.mode, m_request, m_intent, m_recorder);
    m_review->setParent(this);
    connect(m_review, &RoadmapReview::eventEmitted, this, &LlmSource::tell);
    connect(m_review, &RoadmapReview::waitChanged, this, &RoadmapSource::waitChanged);
    connect(m_review, &RoadmapReview::validationBegan, this, [this] {
        m_progress.noteValidationBegins(elapsed());
        tellProgress();
    });
    connect(m_review, &RoadmapReview::editBegan, this, [this] {
        m_progress.noteEditBegins(int(conceptCount(m_design.framework)), elapsed());
        tellProgress();
    });
    connect(m_review, &RoadmapReview::editGrew, this, [this](int concepts) {
        m_progress.noteEditedConcepts(concepts, elapsed());
        tellProgress();
    });
    connect(m_review, &RoadmapReview::withdrawn, this, [this] {
        m_progress.noteEditWithdrawn(elapsed());
        tellProgress();
    });
    connect(m_review, &RoadmapReview::finished, this, [this](const CurriculumDesign& design) {
        m_usage += m_review->usage();
        dropLater(std::exchange(m_review, nullptr), *this);
        takeReviewed(design);
    });
    return *m_review;
}

void LlmSource::takeReviewed(const CurriculumDesign& design)
{
    m_design = design;
    if (m_plan.asksLearner)
        askLearner();
    else
        finish();
}

void LlmSource::askLearner()
{
    m_asksLearner = true;
    m_progress.noteHumanReview();
    const quint64 run = m_run;
    if (!tellProgress())
        return;
    Q_EMIT waitChanged({});
    if (run == m_run)
        tell(ReviewRequestedEvent {});
}

void LlmSource::answerReview(const QString& wish)
{
    if (!std::exchange(m_asksLearner, false))
        return;
    if (wish.trimmed().isEmpty())
        later(&LlmSource::finish);
    else
        startReview().change(m_design, wish.trimmed());
}

void LlmSource::finish()
{
    m_progress.noteEnd();
    if (!tellProgress())
        return;
    m_isRunning = false;
    Q_EMIT eventEmitted(DoneEvent {
        .intent = m_intent, .design = m_design, .duration = elapsed(), .usage = m_usage });
}

void LlmSource::fail(const Error& error, AgentId agent)
{
    if (!std::exchange(m_isRunning, false))
        return;
    dropWork();
    Q_EMIT eventEmitted(ErrorEvent { error, agent });
}

void LlmSource::dropWork()
{
    m_asksLearner = false;
    m_usage = usage();
    if (m_designing != nullptr)
        m_designing->cancel();
    if (m_review != nullptr)
        m_review->cancel();
    dropLater(std::exchange(m_analysis, nullptr), *this);
    dropLater(std::exchange(m_designing, nullptr), *this);
    dropLater(std::exchange(m_review, nullptr), *this);
}

void LlmSource::later(void (LlmSource::*step)())
{
    QMetaObject::invokeMethod(
        this,
        [this, step, run = m_run] {
            if (run == m_run)
                (this->*step)();
        },
        Qt::QueuedConnection);
}

template <class Step>
void LlmSource::whenRecorded(Step step)
{
    whenDurable(m_recorder, this, [this, step, run = m_run] {
        if (run == m_run)
            step();
    });
}

bool LlmSource::tell(const AgentEvent& event)
{
    const quint64 run = m_run;
    if (m_isRunning)
        Q_EMIT eventEmitted(event);
    return m_isRunning && run == m_run;
}

bool LlmSource::tellProgress()
{
    const auto progress = m_progress.next();
    return progress ? tell(*progress) : m_isRunning;
}

RunProgress::Time LlmSource::elapsed() const
{
    return RunProgress::Time(m_clock.elapsed());
}

} // namespace roadloom
