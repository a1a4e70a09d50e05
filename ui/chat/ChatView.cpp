// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ChatView.h"

#include "core/base/Overload.h"
#include "ui/chat/ChatItem.h"
#include "ui/chat/CheckCard.h"
#include "ui/chat/DoneCard.h"
#include "ui/chat/EditCard.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/IntentCard.h"
#include "ui/chat/MendCard.h"
#include "ui/chat/MessageBubble.h"
#include "ui/chat/ReadingActions.h"
#include "ui/chat/RetryCard.h"
#include "ui/chat/RetryCards.h"
#include "ui/chat/ReviewCard.h"
#include "ui/chat/RunNotes.h"
#include "ui/chat/SentenceAnnouncer.h"
#include "ui/chat/StatusLine.h"
#include "ui/chat/StoppedCard.h"
#include "ui/chat/Transcript.h"
#include "ui/look/Announcement.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFocusEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr std::chrono::milliseconds statusPeriod { 50 };
constexpr std::chrono::milliseconds announcerRest { 1000 };

bool isBlank(const QString& text)
{
    return std::ranges::all_of(text, [](QChar character) { return character.isSpace(); });
}

} // namespace

ChatView::ChatView(QWidget* parent)
    : QWidget(parent)
    , m_transcript(new Transcript)
    , m_reading(new ReadingActions(*m_transcript, *this))
    , m_status(new StatusLine)
    , m_announcer(new SentenceAnnouncer(this))
    , m_spoken(new QLabel(this))
    , m_retries(new RetryCards(this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(&m_reading->findBar());
    column->addWidget(m_transcript, 1);
    m_transcript->setFooter(m_status);
    m_status->setFocusProxy(this);
    connect(m_status, &StatusLine::retryNowRequested, this, &ChatView::retryNowRequested);
    connect(m_transcript, &Transcript::realised, this, [this](int /*index*/, QWidget* widget) {
        if (auto* const bubble = qobject_cast<MessageBubble*>(widget)) {
            connect(bubble, &MessageBubble::linkChosen, this, &ChatView::linkChosen);
            connect(
                bubble, &MessageBubble::heightAboutToChange, m_transcript, &Transcript::makeRoom);
        } else if (auto* const edit = qobject_cast<EditCard*>(widget)) {
            connect(edit, &EditCard::conceptChosen, this, &ChatView::conceptChosen);
        }
    });
    m_spoken->setGeometry(0, 0, 1, 1);
    m_spoken->lower();
    m_announcerRest.setSingleShot(true);
    m_announcerRest.setInterval(announcerRest);
    connect(m_announcer, &SentenceAnnouncer::announced, this, &ChatView::announce);
    connect(
        m_announcer, &SentenceAnnouncer::restBegun, &m_announcerRest, qOverload<>(&QTimer::start));
    connect(&m_announcerRest, &QTimer::timeout, m_announcer, &SentenceAnnouncer::endRest);
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(statusPeriod);
    connect(&m_statusTimer, &QTimer::timeout, this, &ChatView::showStatus);
    connect(m_retries, &RetryCards::retryNowRequested, this, &ChatView::retryNowRequested);
    connect(m_retries, &RetryCards::stopRequested, this, &ChatView::stopRequested);
    connect(m_retries, &RetryCards::countdownEnded, this, &ChatView::showStatus);
    retranslate();
}

ChatView::~ChatView() = default;

void ChatView::beginConversation(const QString& goal)
{
    clear();
    m_transcript->append(std::make_unique<WishItem>(goal));
    setWaiting(true);
}

void ChatView::showKept(const QString& goal, const CurriculumDesign& design)
{
    clear();
    setWaiting(false);
    m_transcript->append(std::make_unique<WishItem>(goal));
    note(design);
    m_isKept = true;
    showStatus();
}

void ChatView::beginRecall(const QString& goal)
{
    clear();
    m_wasMuted = m_announcer->isMuted();
    m_announcer->setMuted(true);
    m_transcript->append(std::make_unique<WishItem>(goal));
}

void ChatView::endRecall()
{
    endSpeech();
    retireCheck(); // what it found is not kept
    m_announcer->setMuted(m_wasMuted);
    m_isKept = true;
    m_isRecalled = true;
    setWaiting(false);
}

void ChatView::beginAnotherTry()
{
    endSpeech();
    if (m_error) {
        m_error->retire();
        m_transcript->retire(m_error, m_error->makerOfRetired());
    }
    if (m_stopped) {
        m_stopped->retire();
        m_transcript->retire(
            m_stopped, [ending = m_stopped->ending()] { return StoppedCard::makeRetired(ending); });
    }
    m_error.clear();
    m_stopped.clear();
    m_hasRemarks = false;
    retireCheck();
    m_retries->forget();
    m_mends.clear();
    m_review.clear();
    m_transcript->follow();
    setWaiting(true);
}

void ChatView::noteStopped(Kept kept, bool canGoOn, Ending ending)
{
    endSpeech();
    m_retries->stopAll();
    if (m_review)
        m_review->retire();
    setWaiting(false);
    m_stopped = new StoppedCard(kept, canGoOn, ending, m_standIn);
    connect(m_stopped, &StoppedCard::goOnRequested, this, &ChatView::goOnRequested);
    connect(m_stopped, &StoppedCard::startOverRequested, this, &ChatView::startOverRequested);
    connect(m_stopped, &StoppedCard::standInRequested, this,
        [this] { Q_EMIT cureRequested(Cure::BuiltInCourses); });
    m_transcript->appendLive(m_stopped);
}

void ChatView::learnStages(const QList<PreviewEvent>& growth)
{
    m_stages.learn(growth);
}

/// What is waited for is an answer, or the stage in front: others may pause meanwhile.
void ChatView::takeWait(const TimedWait& wait)
{
    if (wait.wait.what != WaitFor::Nothing)
        m_retries->end({});
    m_status->setWait(wait);
}

void ChatView::take(const AgentEvent& event)
{
    m_retries->take(event);
    std::visit(Overload {
                   [this](const ChunkEvent& chunk) { takeChunk(chunk); },
                   [this](const ReasoningEvent& reasoning) { takeReasoning(reasoning); },
                   [this](const CompleteEvent& complete) { takeComplete(complete); },
                   [this](const AttemptFailedEvent& attempt) { takeAttemptFailed(attempt); },
                   [this](const MendedEvent& mended) { takeMended(mended); },
                   [this](const ReviewRequestedEvent& /*review*/) { takeReviewRequest(); },
                   [this](const RefusedEvent& refused) { takeRefused(refused); },
                   [this](const FindingEvent& /*found*/) { takeRemark(); },
                   [this](const ErrorEvent& error) { takeError(error); },
                   [this](const DoneEvent& /*done*/) { takeDone(); },
                   // Growth and progress are shown elsewhere.
                   [](const auto& /*other*/) {},
               },
        event);
}

void ChatView::takeChunk(const ChunkEvent& chunk)
{
    beginSpeech(chunk.agent);
    if (m_speech->stage != chunk.stage) {
        // Each stage is an answer of its own.
        say(m_speech->splitter.finish());
        m_announcer->finish();
        m_speech->splitter = AnswerSplitter();
        m_speech->stage = chunk.stage;
    }
    if (m_speech->bubble != nullptr && !isBlank(chunk.content))
        m_speech->bubble->endReasoning();
    say(m_speech->splitter.feed(chunk.content));
}

void ChatView::takeReasoning(const ReasoningEvent& reasoning)
{
    beginSpeech(reasoning.agent);
    // Some models mark that they do not reason with blank reasoning.
    if (m_speech->bubble != nullptr || !isBlank(reasoning.content))
        bubble().reason(reasoning.content, m_stages.find(reasoning.stage));
}

void ChatView::takeComplete(const CompleteEvent& complete)
{
    endSpeech();
    m_retries->forget();
    if (const auto* const intent = std::get_if<IntentAnalysis>(&complete.result)) {
        m_said.clear();
        m_transcript->appendLive(new IntentCard(*intent));
        showStatus();
        return;
    }
    setWaiting(true);
    std::visit(Overload {
                   [](const IntentAnalysis& /*intent*/) {},
                   [this](const auto& result) { note(result); },
               },
        complete.result);
    m_said.clear();
}

void ChatView::note(const CurriculumDesign& design)
{
    m_hasRemarks = false;
    retireCheck();
    // Reasons that the agent kept for its result are shown with it.
    const QString reasons = m_said.isEmpty() ? design.designRationale : QString();
    // The roadmap goes with the note, in a later turn than its rows: giving up both takes too long.
    addNote(
        Tone::Good,
        [sentence = roadmapSummary(design.framework), roadmap = design.framework] {
            return sentence();
        },
        reasons);
    m_roadmap = design.framework;
    m_mends.clear();
}

void ChatView::note(const Validation& validation)
{
    retireCheck();
    m_check = new CheckCard({ .score = validation.overallScore,
        .isValid = validation.isValid,
        .hasRemarks = m_hasRemarks,
        .summary = unlessSaid(validation.summary) });
    connect(m_check, &CheckCard::remarksWanted, this, &ChatView::remarksWanted);
    m_transcript->appendLive(m_check);
}

/// Those of the rules come before the check, its own after it.
void ChatView::takeRemark()
{
    m_hasRemarks = true;
    if (m_check)
        m_check->offerRemarks();
}

/// What comes next has other remarks.
void ChatView::retireCheck()
{
    if (!m_check)
        return;
    m_check->retire();
    m_transcript->retire(
        m_check, [note = m_check->note()] { return CheckCard::makeRetired(note); });
    m_check.clear();
}

void ChatView::note(const RoadmapEdit& edit)
{
    m_hasRemarks = false;
    retireCheck();
    RoadmapEditNote note { .summary = unlessSaid(edit.modificationSummary) };
    if (m_roadmap)
        note.changes = changesBetween(*m_roadmap, edit.framework);
    m_transcript->append(std::make_unique<EditItem>(std::move(note)));
    m_roadmap = edit.framework;
    m_mends.clear();
}

/// What an agent says of its result is often what it said before.
QString ChatView::unlessSaid(const QString& text) const
{
    return m_said.contains(text.trimmed()) ? QString() : text;
}

void ChatView::takeRefused(const RefusedEvent& refused)
{
    endSpeech();
    addNote(
        Tone::Caution,
        [] {
            return tr("The roadmap beside this breaks rules that it must keep. It is shown so that "
                      "you can judge for yourself.");
        },
        refused.design.designRationale);
}

void ChatView::takeAttemptFailed(const AttemptFailedEvent& attempt)
{
    const bool pauses = attempt.retryIn > std::chrono::milliseconds(0);
    MessageBubble* const bubble = m_speech != nullptr ? m_speech->bubble : nullptr;
    const bool isOfStage = !attempt.stage.isEmpty();
    if (isOfStage)
        withdrawStage(attempt.stage);
    else
        endSpeech();
    // Where there is a card for it, that gives the reason.
    if (!isOfStage && bubble != nullptr && bubble->agent() == attempt.agent)
        bubble->withdraw(pauses ? QString() : attempt.reason);
    else if (!pauses)
        addNote(Tone::Caution, [reason = attempt.reason, stage = m_stages.find(attempt.stage)] {
            const QString title = stageTitle(stage);
            return title.isEmpty() ? reason : title + u" · "_s + reason;
        });
    if (pauses)
        countDown(attempt);
    setWaiting(true);
}

/// What it said so far no longer counts, and its answer begins anew. The words of other stages
/// still hold.
void ChatView::withdrawStage(const QString& stage)
{
    if (m_speech == nullptr)
        return;
    if (m_speech->stage == stage) {
        m_speech->splitter = AnswerSplitter();
        m_announcer->reset();
    }
    if (m_speech->bubble != nullptr)
        m_speech->bubble->withdrawStage(stage);
}

/// Below what was said since.
void ChatView::countDown(const AttemptFailedEvent& attempt)
{
    RetryCard* const card = m_retries->countDown(attempt, m_stages.find(attempt.stage));
    m_transcript->appendLive(card);
}

void ChatView::takeMended(const MendedEvent& event)
{
    if (m_mends) {
        m_mends->add(event.mend.what);
        return;
    }
    m_mends = new MendCard;
    m_mends->add(event.mend.what);
    m_transcript->appendLive(m_mends);
}

void ChatView::takeDone()
{
    endSpeech();
    setWaiting(false);
    m_done = new DoneCard;
    connect(m_done, &DoneCard::studyRequested, this, &ChatView::studyRequested);
    m_transcript->appendLive(m_done);
}

/// Whoever reads further up goes on reading.
void ChatView::enterDone()
{
    if (m_done && m_transcript->isFollowing())
        m_done->takeFocus();
    else if (!isAncestorOf(window()->focusWidget()))
        m_transcript->setFocus(Qt::OtherFocusReason);
}

void ChatView::noteKept(bool isKept)
{
    if (m_done)
        m_done->setKept(isKept);
}

void ChatView::takeReviewRequest()
{
    endSpeech();
    setWaiting(false);
    m_review = new ReviewCard;
    connect(m_review, &ReviewCard::answered, this, [this](const QString& wish) {
        setWaiting(true);
        Q_EMIT reviewAnswered(wish);
    });
    m_transcript->appendLive(m_review);
    callForReview();
}

void ChatView::offerToMend(const QString& wish)
{
    if (m_review)
        m_review->offerToMend(wish);
}

/// The run waits for the learner, who may look elsewhere: whoever reads or writes in another part
/// of the window goes on there.
void ChatView::callForReview()
{
    QApplication::alert(window());
    m_transcript->follow();
    const QWidget* const focus = window()->focusWidget();
    if (focus == nullptr || focus == this || isAncestorOf(focus))
        m_review->takeFocus();
}

void ChatView::takeError(const ErrorEvent& error)
{
    MessageBubble* const bubble = m_speech != nullptr ? m_speech->bubble : nullptr;
    endSpeech();
    // Words that broke off may still be worth something; those around a useless result are not.
    if (bubble != nullptr && error.error.kind == ErrorKind::BadOutput)
        bubble->withdraw({});
    setWaiting(false);
    if (m_review)
        m_review->retire();
    m_retries->withdraw(error.error.message);
    m_error = new ErrorCard(error.error, m_standIn);
    connect(m_error, &ErrorCard::retryRequested, this, &ChatView::goOnRequested);
    connect(m_error, &ErrorCard::cureRequested, this, &ChatView::cureRequested);
    m_transcript->appendLive(m_error);
}

void ChatView::beginSpeech(AgentId agent)
{
    if (m_speech == nullptr || m_speech->agent != agent) {
        endSpeech();
        m_speech = std::make_unique<Speech>();
        m_speech->agent = agent;
        m_said.clear();
    }
    if (!m_statusTimer.isActive())
        m_statusTimer.start();
}

void ChatView::say(const QString& words)
{
    // Blank lines before the first words, or before the JSON, are none.
    if (words.isEmpty() || (m_said.isEmpty() && isBlank(words)))
        return;
    m_said += words;
    bubble().say(words, m_stages.find(m_speech->stage));
    m_announcer->take(words);
}

MessageBubble& ChatView::bubble()
{
    if (m_speech->bubble == nullptr) {
        m_speech->bubble = qobject_cast<MessageBubble*>(m_transcript->append(
            std::make_unique<MessageItem>(SpokenMessage { .agent = m_speech->agent })));
    }
    return *m_speech->bubble;
}

void ChatView::endSpeech()
{
    if (m_speech == nullptr)
        return;
    say(m_speech->splitter.finish());
    if (m_speech->bubble != nullptr)
        m_speech->bubble->finish();
    m_announcer->finish();
    m_speech.reset();
    m_statusTimer.stop();
    showStatus();
}

void ChatView::setWaiting(bool waiting)
{
    m_waiting = waiting;
    if (!waiting)
        m_status->setWait({});
    showStatus();
}

/// What goes on unseen.
void ChatView::showStatus()
{
    QString activity;
    if (m_waiting) {
        const bool writesResult = m_speech != nullptr && !m_speech->splitter.json().isEmpty();
        if (writesResult)
            activity = m_speech->agent == AgentId::CurriculumArchitect
                ? tr("Filling in the roadmap …")
                : tr("Writing the result …");
        else if (m_speech == nullptr && !m_retries->isCountingDown())
            activity = tr("Waiting for the answer to begin …");
    } else if (m_isKept) {
        activity = m_isRecalled
            ? tr("You made this roadmap earlier. Your progress and notes are kept with it.")
            : tr("You made this roadmap earlier. Your progress and notes are kept with it; "
                 "what the agents said is not.");
    }
    m_status->setActivity(activity);
}

void ChatView::addPast(std::vector<std::unique_ptr<ChatItem>> items)
{
    m_transcript->appendPast(std::move(items));
}

void ChatView::clear()
{
    m_isKept = false;
    m_isRecalled = false;
    m_speech.reset();
    m_announcer->reset();
    m_statusTimer.stop();
    m_mends.clear();
    m_error.clear();
    m_stopped.clear();
    m_done.clear();
    m_check.clear();
    m_hasRemarks = false;
    m_said.clear();
    m_roadmap.reset();
    m_retries->forget();
    m_stages.clear();
    m_review.clear();
    m_transcript->follow();
    m_transcript->clear();
}

void ChatView::addNote(Tone tone, const std::function<QString()>& sentence, const QString& text)
{
    m_transcript->append(std::make_unique<NoteItem>(tone, sentence, text));
}

void ChatView::announce(const QString& sentences)
{
    roadloom::announce(*m_spoken, sentences);
}

/// No proxy: Tab would come by that before the bar above it, and then leave the bar out.
void ChatView::focusInEvent(QFocusEvent* event)
{
    m_transcript->setFocus(event->reason());
}

void ChatView::orderFocus()
{
    m_transcript->orderFocus();
}

void ChatView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChatView::retranslate()
{
    m_transcript->setAccessibleName(tr("Conversation"));
    showStatus();
}

} // namespace roadloom
