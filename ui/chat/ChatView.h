// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyTime.h"
#include "core/stream/AnswerSplitter.h"
#include "core/workflow/AgentEvent.h"
#include "ui/chat/FollowedScroll.h"
#include "ui/chat/SpokenStage.h"
#include "ui/look/Accents.h"
#include "ui/run/TimedWait.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QLabel;

namespace roadloom {

class Card;
class ChatItem;
class CheckCard;
class DoneCard;
class ErrorCard;
enum class Cure;
enum class Kept;
enum class Ending;
enum class StandIn;
class MendCard;
class MessageBubble;
class ReadingActions;
class RetryCards;
class ReviewCard;
class StatusLine;
class StoppedCard;
class SentenceAnnouncer;
class Transcript;

/// The conversation: the learner's wish, what each agent says, and what came of it. take() takes an
/// event at once; ProseView lays words out at most once a frame.
class ChatView : public QWidget {
    Q_OBJECT
public:
    explicit ChatView(QWidget* parent = nullptr);
    ~ChatView() override;

    /// A new conversation, with the learner's words.
    void beginConversation(const QString& goal);
    /// A roadmap that was made before, and the words that it was made for.
    void showKept(const QString& goal, const CurriculumDesign& design);
    /// What was said when such a roadmap was made takes the place of the note that it was: take()
    /// of the events, then endRecall(). It is not said to screen readers.
    void beginRecall(const QString& goal);
    void endRecall();
    /// Another run for the same wish: what was said before stays.
    void beginAnotherTry();
    void take(const AgentEvent& event);
    /// What the events have told of the roadmap, for the names of its stages; before the first
    /// event about a stage.
    void learnStages(const QList<PreviewEvent>& growth);
    /// What the run waits for; may come with every word.
    void takeWait(const TimedWait& wait);
    /// Whether the built-in courses are offered where the run came to no end.
    void setStandIn(StandIn standIn) { m_standIn = standIn; }
    /// The learner stopped the run, or it broke off.
    void noteStopped(Kept kept, bool canGoOn, Ending ending);
    /// Whether the roadmap of the run that is done is in the library.
    void noteKept(bool isKept);
    /// Gives the keyboard to what comes after a run that is done, if the end is in sight, else to
    /// the words.
    void enterDone();
    /// While the learner has the word: what the check found can be mended, if that is their wish.
    void offerToMend(const QString& wish);
    /// What was said before, in order: costs little, however much it is.
    void addPast(std::vector<std::unique_ptr<ChatItem>> items);

    /// What there is to do with the words; see there for their shortcuts.
    [[nodiscard]] ReadingActions& reading() { return *m_reading; }
    /// See Transcript::orderFocus().
    void orderFocus();
    /// Tells screen readers what is said; its switch is the reader's.
    [[nodiscard]] SentenceAnnouncer& announcer() { return *m_announcer; }

    [[nodiscard]] Transcript& transcript() { return *m_transcript; }

Q_SIGNALS:
    /// The run failed or was stopped, and is to go on, from its beginning if it must.
    void goOnRequested();
    /// The same, but from its beginning in any case.
    void startOverRequested();
    /// The run failed, and this would help.
    void cureRequested(roadloom::Cure cure);
    /// A try failed, and is to be repeated without the pause.
    void retryNowRequested();
    void stopRequested();
    /// The learner has the word, and approves the roadmap, or, with words, wants it changed.
    void reviewAnswered(const QString& wish);
    /// The learner wants to see what the last check found.
    void remarksWanted();
    /// The run is done, and the learner wants to begin to learn.
    void studyRequested();
    /// A concept of the roadmap, by its id.
    void conceptChosen(const QString& id);
    /// The reader chose a link in a model's words. Nothing has been opened.
    void linkChosen(const QUrl& address);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    /// What an agent is saying now.
    struct Speech {
        MessageBubble* bubble
            = nullptr; ///< made with the first word for the learner, or of reasoning
        AnswerSplitter splitter;
        AgentId agent = AgentId::System;
        QString stage {}; ///< that the words are about
    };

    void takeChunk(const ChunkEvent& chunk);
    void takeReasoning(const ReasoningEvent& reasoning);
    void takeComplete(const CompleteEvent& complete);
    void note(const CurriculumDesign& design);
    void note(const Validation& validation);
    void note(const RoadmapEdit& edit);
    void takeRemark();
    void retireCheck();
    void takeRefused(const RefusedEvent& refused);
    void takeAttemptFailed(const AttemptFailedEvent& attempt);
    void withdrawStage(const QString& stage);
    void takeMended(const MendedEvent& event);
    void takeDone();
    void takeReviewRequest();
    void callForReview();
    void takeError(const ErrorEvent& error);

    void beginSpeech(AgentId agent);
    void say(const QString& words);
    [[nodiscard]] QString unlessSaid(const QString& text) const;
    [[nodiscard]] MessageBubble& bubble();
    void endSpeech();
    void clear();
    void countDown(const AttemptFailedEvent& attempt);
    void addNote(Tone tone, const std::function<QString()>& sentence, const QString& text = {});
    void showStatus();
    void setWaiting(bool waiting);

    void retranslate();

    void announce(const QString& sentences);

    Transcript* m_transcript;
    ReadingActions* m_reading;
    StatusLine* m_status;
    SentenceAnnouncer* m_announcer;
    QLabel* m_spoken; ///< where a screen reader finds what is announced
    QTimer m_announcerRest;
    RetryCards* m_retries; ///< of this step
    QTimer m_statusTimer;
    std::unique_ptr<Speech> m_speech;
    QPointer<MendCard> m_mends; ///< of the roadmap that is being made
    QPointer<CheckCard> m_check; ///< whose remarks are those of the roadmap in front
    bool m_hasRemarks = false; ///< the roadmap in front
    QPointer<ReviewCard> m_review;
    QPointer<ErrorCard> m_error;
    QPointer<StoppedCard> m_stopped;
    QPointer<DoneCard> m_done;
    std::optional<Roadmap> m_roadmap; ///< as it was designed or edited last
    SpokenStages m_stages;
    StandIn m_standIn {};
    bool m_waiting = false;
    bool m_isKept = false; ///< it was made earlier
    bool m_isRecalled = false; ///< and what was said is here
    bool m_wasMuted = false; ///< before something was recalled
    QString m_said; ///< what the agent whose result comes next has had for the learner so far
};

} // namespace roadloom
