// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/RunPreview.h"
#include "ui/run/RunBar.h"
#include "ui/run/RunController.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSplitter;

namespace roadloom {

class ChatView;
enum class Cure;
class RoadmapView;

/// A run as it goes: the conversation beside the roadmap, or above it where there is little room.
class WorkView : public QWidget {
    Q_OBJECT
public:
    WorkView(RunController& run, const RunBar::Actions& actions, QWidget* parent = nullptr);

    /// Call before the run starts: a new conversation, or, for the same wish, one more try in it,
    /// whose roadmap is another one.
    void beginConversation(const QString& goal);
    void beginAnotherTry();
    /// The same where the run goes on: what it does not ask for again stays.
    void beginGoingOn();

    /// What an earlier try made is still in front.
    [[nodiscard]] bool showsEarlier() const { return m_showsEarlier; }
    /// Takes it away then; a run that is on goes on.
    void leaveEarlier();

    /// Whether the conversation has any room. It does from when a run begins, and as soon as it has
    /// something to be answered or read at once.
    [[nodiscard]] bool showsChat() const { return m_showsChat; }
    void showChat(bool shows);

    /// How much of the room the conversation has, 0 to 1, where the learner chose it.
    [[nodiscard]] std::optional<double> chatShare() const { return m_chatShare; }
    void setChatShare(std::optional<double> share);

    /// How a roadmap that was made before and its conversation share the room, unless the learner
    /// chose otherwise: as they did when one was in front last.
    [[nodiscard]] std::optional<double> keptShare() const;
    void setKeptShare(std::optional<double> share);

    /// Shows nothing but that a roadmap which was made before is about to come.
    void expectKept();
    /// A roadmap that was made before, and the goal that it was made for.
    void showKept(const QString& goal, const CurriculumDesign& design);

    /// What was said when the roadmap of showKept() was made, over several turns.
    void recallConversation(const QString& goal, const QList<AgentEvent>& events);

    [[nodiscard]] ChatView& chat() { return *m_chat; }
    [[nodiscard]] RoadmapView& roadmap() { return *m_roadmap; }

    /// Gives the keyboard to the conversation or the roadmap, whichever does not have it.
    void switchPane();

Q_SIGNALS:
    /// chatShare() or keptShare() may have changed.
    void shareChanged();
    /// Or hidden.
    void chatShown(bool isShown);
    void goOnRequested();
    void startOverRequested();
    void cureRequested(roadloom::Cure cure);
    void linkChosen(const QUrl& address);
    /// A run has brought a whole roadmap, which is in front now; the same run may bring a better
    /// one. Not told of one that breaks a rule it must keep.
    void roadmapMade(const roadloom::Roadmap& roadmap);
    /// Another try has begun to design: what an earlier one made, and its study, is no longer in
    /// front.
    void roadmapLeft();

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void take(const AgentEvent& event);
    void takeResult(const AgentResult& result);
    void showRoadmap(const Roadmap& roadmap);
    void takeMade(const Roadmap& roadmap);
    void tellStandIn();
    void takePhase(RunPhase phase);
    void goOnWithDone();
    void studyFirst();
    void shareRoom();
    [[nodiscard]] double presentShare() const;
    void recallSome();

    const RunController& m_run;
    ChatView* m_chat;
    RoadmapView* m_roadmap;
    RunPreview m_preview;
    QSplitter* m_splitter;
    std::optional<double> m_chatShare; ///< chosen by hand
    std::optional<double> m_keptShare;
    QList<AgentEvent> m_recalled; ///< still to be said
    RunPreview m_recallPreview; ///< of what they tell
    QTimer m_recall; ///< runs while something is recalled
    bool m_showsChat = true;
    bool m_expectsKept = false;
    bool m_showsEarlier = false; ///< until this try designs something, as an earlier one left it
};

} // namespace roadloom
