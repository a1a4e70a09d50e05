// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/RoadmapEditor.h"
#include "core/agents/StructureValidator.h"
#include "core/http/Wait.h"
#include "core/stream/RoadmapAssembler.h"
#include "core/workflow/AgentEvent.h"
#include "core/workflow/RunRecorder.h"

#include <QObject>

#include <optional>

namespace roadloom {

/// A roadmap under review: in each round the validator judges it and the editor mends what was
/// found; what the last round has mended is judged once more. Or the editor changes what the
/// learner asks for.
///
/// A roadmap is never worse for it. Of those that were judged the best one stands: that with fewer
/// critical issues, then with the higher score, then the later. Where it is not the last one, it is
/// told again as an edit, with its findings and its review. An edit leaves the roadmap as it was if
/// it breaks a hard rule, lacks too many concepts (unless the learner asked for it) or cannot be
/// judged; so does an agent that cannot be reached. A finding says so.
///
/// Emits only from the event loop, never inside review(), change() or cancel(); finished comes
/// once, last. Destroy it from a slot connected to it only through deleteLater().
class RoadmapReview final : public QObject {
    Q_OBJECT
public:
    /// With a recorder, which must outlive this, no agent starts before what another has completed
    /// is durable.
    RoadmapReview(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const IntentAnalysis& intent, RunRecorder* recorder = nullptr);

    /// Judges and mends, in at most so many rounds; without any, only judges. `findings` are those
    /// of the rules. With a validation of that very design, begins by mending what that found, and
    /// does not tell it again.
    void review(const CurriculumDesign& design, const QList<Finding>& findings, int rounds,
        const std::optional<Validation>& validation = std::nullopt);
    /// Changes what the learner asks for, in the learner's words.
    void change(const CurriculumDesign& design, const QString& wish);

    /// Ends it at once: the connection closes, no signal follows.
    void cancel();
    [[nodiscard]] ChatUsage usage() const;
    /// Ends the pause before a repetition.
    void retryNow();

Q_SIGNALS:
    void eventEmitted(const roadloom::AgentEvent& event);
    void waitChanged(const roadloom::Wait& wait);
    void validationBegan();
    void editBegan();
    /// So many more concepts of the edited roadmap have come.
    void editGrew(int concepts);
    /// What the agent at work said so far is asked for again.
    void withdrawn();
    void finished(const roadloom::CurriculumDesign& design);

private:
    /// A roadmap and what was found about it.
    struct Judged {
        CurriculumDesign design;
        QList<Finding> ofRules;
        std::optional<Validation> validation {}; ///< none: nobody has judged it yet
    };

    /// Does it from the event loop, unless it is over by then.
    void later(void (RoadmapReview::*step)());
    /// Does it when all that was told is durable, unless it is over by then.
    void whenRecorded(void (RoadmapReview::*step)());
    void validate();
    void takeValidation(const Validation& validation);
    void mendOrEnd();
    void mend();
    void carryOutWish();
    void edit(std::unique_ptr<EditTask> task);
    void takeEdit(const RoadmapEdit& edit);
    void follow(std::unique_ptr<AgentTask> task, AgentId agent);
    void takeFailure(const Error& error);
    void dropTask();
    void tell(const AgentEvent& event);
    void tell(const QList<Finding>& findings);
    /// Goes back to the best roadmap, if the last is another one.
    void settle();
    void end();
    /// Ends with the best roadmap so far.
    void giveUp(const QString& issue, const QString& suggestion);
    [[nodiscard]] RuleContext rules() const;
    [[nodiscard]] static bool isWorse(const Validation& one, const Validation& other);

    AgentSetup m_setup;
    ReplyMode m_mode;
    LearnerRequest m_request;
    IntentAnalysis m_intent;
    RunRecorder* m_recorder;
    QString m_wish; ///< the learner's; empty: it is a review
    Judged m_last;
    Judged m_best;
    int m_editsLeft = 0;
    bool m_isOver = false;
    AgentTask* m_task = nullptr; ///< a child; the agent at work
    AgentId m_agent = AgentId::System; ///< which one that is
    RoadmapAssembler m_heard; ///< of the edit under way
    ChatUsage m_usage; ///< of tasks that are no more
};

} // namespace roadloom
