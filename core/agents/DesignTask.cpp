// SPDX-License-Identifier: Apache-2.0
#include "core/agents/DesignTask.h"

#include "core/base/PlainText.h"
#include "core/roadmap/StageJoin.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxToldFindings = 30;
constexpr qsizetype maxShownId = 100;

int closedConcepts(const QList<PreviewEvent>& events)
{
    return int(std::ranges::count_if(events,
        [](const PreviewEvent& event) { return std::holds_alternative<ConceptClosed>(event); }));
}

} // namespace

Error brokenRules(const QList<Finding>& findings)
{
    QStringList lines;
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::Critical && lines.size() < maxToldFindings)
            lines.append("%1 (%2): %3"_L1.arg(
                shortLine(finding.location, maxShownId), finding.rule, finding.issue));
    }
    return { ErrorKind::BadOutput,
        DesignTask::tr("The roadmap breaks rules that it must keep, for example: %1")
            .arg(lines.value(0)),
        lines.join(u'\n') };
}

DesignTask::DesignTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const IntentAnalysis& intent, int parallel, const std::optional<DesignParts>& finished)
    : m_setup(setup)
    , m_mode(mode)
    , m_request(request)
    , m_intent(intent)
    , m_parallel(std::max(parallel, 1))
{
    if (!finished) {
        startOutline();
        return;
    }
    m_finished = *finished;
    QMetaObject::invokeMethod(this, &DesignTask::startStages, Qt::QueuedConnection);
}

DesignTask::~DesignTask() = default;

void DesignTask::startOutline()
{
    m_outlineTask = new OutlineTask(m_setup, m_mode, m_request, m_intent);
    listenTo(*m_outlineTask);
    connect(m_outlineTask, &AgentTask::chunk, this, &DesignTask::takeOutlineText);
    connect(m_outlineTask, &AgentTask::reasoning, this,
        [this](const QString& text) { Q_EMIT reasoning(text, {}); });
    connect(m_outlineTask, &AgentTask::waitChanged, this, &DesignTask::waitChanged);
    connect(m_outlineTask, &AgentTask::attemptFailed, this,
        [this](const QString& reason, std::chrono::milliseconds delay) {
            m_outlineHeard = RoadmapAssembler();
            Q_EMIT attemptFailed(reason, delay, {});
        });
    connect(m_outlineTask, &OutlineTask::completed, this, &DesignTask::takeOutline);
    connect(m_outlineTask, &OutlineTask::wholeDesignCompleted, this,
        [this](const CurriculumDesign& design) {
            drop(std::exchange(m_outlineTask, nullptr));
            finish(design);
        });
}

void DesignTask::cancel()
{
    m_isOver = true;
    dropAll();
}

ChatUsage DesignTask::usage() const
{
    ChatUsage usage = m_usage;
    for (const AgentTask* task : tasks())
        usage += task->usage();
    return usage;
}

void DesignTask::retryNow()
{
    for (AgentTask* task : tasks())
        task->retryNow();
}

void DesignTask::listenTo(AgentTask& task)
{
    task.setParent(this);
    connect(&task, &AgentTask::failed, this, &DesignTask::fail);
    connect(&task, &AgentTask::mended, this, [this](const QStringList& sentences) {
        QList<Mend> mends;
        for (const QString& sentence : sentences)
            mends.append({ .rule = {}, .location = {}, .what = sentence });
        tell(mends);
    });
}

/// An outline has no concepts; a whole design has.
void DesignTask::takeOutlineText(const QString& text)
{
    QList<PreviewEvent> events;
    static_cast<void>(m_outlineHeard.feed(text, events));
    Q_EMIT chunk(text, {});
    if (const int closed = closedConcepts(events); closed > 0 && !m_isOver)
        Q_EMIT stageGrew({}, closed);
}

void DesignTask::takeOutline(const RoadmapOutline& outline)
{
    drop(std::exchange(m_outlineTask, nullptr));
    m_finished.outline = outline;
    Q_EMIT outlined(outline);
    tellParts();
    if (!m_isOver)
        startStages();
}

/// Starts as many stages as may be at work, in order.
void DesignTask::startStages()
{
    const auto atWork = [this] {
        return std::ranges::count_if(m_works, [](const Work& work) { return !work.result; });
    };
    while (!m_isOver && qsizetype(m_works.size()) < m_finished.outline.stages.size()
        && atWork() < m_parallel)
        startStage(qsizetype(m_works.size()));
}

void DesignTask::startStage(qsizetype index)
{
    if (const auto finished = m_finished.stages.find(index); finished != m_finished.stages.end()) {
        const auto unsaid = m_finished.unsaid.find(index);
        m_works.push_back(
            { .saidInBackground = unsaid != m_finished.unsaid.end() ? unsaid->second : QString(),
                .result = finished->second });
        if (index == m_front)
            bringForward();
        return;
    }
    auto* task = new StageTask(m_setup, m_mode, m_request, m_intent, m_finished.outline, index);
    m_works.push_back({ .task = task, .isInFront = index == m_front });
    listenTo(*task);
    connect(task, &AgentTask::chunk, this,
        [this, index](const QString& text) { takeText(index, text); });
    connect(task, &AgentTask::reasoning, this, [this, index](const QString& text) {
        if (index == m_front)
            Q_EMIT reasoning(text, idOf(index));
    });
    connect(task, &AgentTask::waitChanged, this,
        [this, index](const Wait& wait) { takeWait(index, wait); });
    connect(task, &AgentTask::attemptFailed, this,
        [this, index](const QString& reason, std::chrono::milliseconds delay) {
            withdraw(index, reason, delay);
        });
    connect(task, &StageTask::completed, this,
        [this, index](const Stage& stage) { takeStage(index, stage); });
}

void DesignTask::takeText(qsizetype index, const QString& text)
{
    Work& work = m_works[std::size_t(index)];
    const bool isFirst = !std::exchange(work.hasSpoken, true);
    QList<PreviewEvent> events;
    const QString said = work.heard.feed(text, events);
    if (work.isInFront) {
        // The stage before it ended somewhere in a line.
        Q_EMIT chunk(isFirst ? "\n\n"_L1 + text : text, idOf(index));
    } else {
        work.saidInBackground += said;
        Q_EMIT stageChunk(text, idOf(index));
    }
    if (const int closed = closedConcepts(events); closed > 0 && !m_isOver)
        Q_EMIT stageGrew(idOf(index), closed);
}

void DesignTask::takeWait(qsizetype index, const Wait& wait)
{
    m_works[std::size_t(index)].wait = wait;
    if (index == m_front)
        Q_EMIT waitChanged(wait);
}

void DesignTask::withdraw(qsizetype index, const QString& reason, std::chrono::milliseconds delay)
{
    Work& work = m_works[std::size_t(index)];
    work.heard = RoadmapAssembler();
    work.saidInBackground.clear();
    work.hasSpoken = false;
    work.isInFront = index == m_front;
    Q_EMIT attemptFailed(reason, delay, idOf(index));
}

void DesignTask::takeStage(qsizetype index, const Stage& stage)
{
    Work& work = m_works[std::size_t(index)];
    work.result = stage;
    drop(std::exchange(work.task, nullptr));
    m_finished.stages.insert_or_assign(index, stage);
    if (!work.saidInBackground.isEmpty())
        m_finished.unsaid.insert_or_assign(index, work.saidInBackground);
    tellParts();
    bringForward();
    startStages();
    if (!m_isOver && m_front == m_finished.outline.stages.size())
        join();
}

/// Lets the stages up to the first that is not complete say what they said in the background.
void DesignTask::bringForward()
{
    while (!m_isOver && m_front < qsizetype(m_works.size())) {
        Work& work = m_works[std::size_t(m_front)];
        if (!work.isInFront && (work.result || work.heard.isInPlainProse())) {
            work.isInFront = true;
            const QString said = std::exchange(work.saidInBackground, {});
            // One that speaks on does so in a line or at its start, as it was.
            if (!said.trimmed().isEmpty())
                Q_EMIT chunk("\n\n"_L1 + (work.result ? said.trimmed() : said), idOf(m_front));
            if (m_finished.unsaid.erase(m_front) > 0)
                tellParts();
        }
        if (!work.result) {
            if (!m_isOver)
                Q_EMIT waitChanged(work.wait);
            return;
        }
        ++m_front;
    }
}

void DesignTask::tellParts()
{
    if (!m_isOver && qsizetype(m_finished.stages.size()) < m_finished.outline.stages.size())
        Q_EMIT advanced(m_finished);
}

void DesignTask::join()
{
    QList<Stage> stages;
    for (const Work& work : m_works)
        stages.append(*work.result);
    QList<Mend> mends;
    CurriculumDesign design = joinStages(m_finished.outline, stages, m_request, &mends);
    tell(mends);
    finish(std::move(design));
}

void DesignTask::finish(CurriculumDesign design)
{
    const RuleContext context {
        .request = &m_request, .intent = &m_intent, .today = QDate::currentDate()
    };
    MendedRoadmap whole = mendRoadmap(std::move(design.framework), context);
    design.framework = std::move(whole.roadmap);
    tell(whole.mends);
    const QList<Finding> findings = checkRoadmap(design.framework, context);
    if (std::exchange(m_isOver, true))
        return;
    // Nothing critical survives the mending.
    if (hasCriticalFinding(findings))
        Q_EMIT failed(brokenRules(findings));
    else
        Q_EMIT completed(design, findings);
}

void DesignTask::tell(const QList<Mend>& mends)
{
    for (const Mend& mend : mends) {
        if (m_isOver)
            return;
        Q_EMIT mended(mend);
    }
}

void DesignTask::fail(const Error& error)
{
    m_isOver = true;
    dropAll();
    Q_EMIT failed(error);
}

void DesignTask::dropAll()
{
    for (AgentTask* task : tasks())
        drop(task);
    m_outlineTask = nullptr;
    for (Work& work : m_works)
        work.task = nullptr;
}

/// It may be one of its own signals that brought us here.
void DesignTask::drop(AgentTask* task)
{
    m_usage += task->usage();
    task->disconnect(this);
    task->deleteLater();
}

const QString& DesignTask::idOf(qsizetype index) const
{
    return m_finished.outline.stages[index].id;
}

QList<AgentTask*> DesignTask::tasks() const
{
    QList<AgentTask*> tasks;
    if (m_outlineTask != nullptr)
        tasks.append(m_outlineTask);
    for (const Work& work : m_works) {
        if (work.task != nullptr)
            tasks.append(work.task);
    }
    return tasks;
}

} // namespace roadloom
