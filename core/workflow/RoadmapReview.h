// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/RoadmapEditor.h"
#include "core/agents/StructureValidator.h"
#include "core/http/Wait.h"
#include "core/stream/RoadmapAssembler.h"
#include "core/workflow/AgentEvent.h"

#include <QObject>

namespace roadloom {

/// A roadmap under review: the validator judges it, the editor mends what was found, and the
/// validator judges again, for some rounds at most. Or the editor changes what the learner asks
/// for. A roadmap is never worse for it: an edit that breaks a hard rule, and an agent that cannot
/// be reached, leave the roadmap as it was, and a finding says so.
///
/// Emits only from the event loop; finished comes once, last. Destroy it from a slot connected to
/// it only through deleteLater().
class RoadmapReview final : public QObject {
    Q_OBJECT
public:
    RoadmapReview(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const IntentAnalysis& intent);

    /// Judges, and mends in at most so many rounds, at least one. `findings` are those of the
    /// rules.
    void review(const CurriculumDesign& design, const QList<Finding>& findings, int rounds);
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
    void finished(const roadloom::CurriculumDesign& design);

private:
    void validate();
    void takeValidation(const Validation& validation);
    void edit(std::unique_ptr<EditTask> task);
    void takeEdit(const RoadmapEdit& edit);
    void follow(std::unique_ptr<AgentTask> task, AgentId agent);
    void dropTask();
    void tell(const AgentEvent& event);
    void tell(const QList<Finding>& findings);
    void end();
    /// Ends with the roadmap as it stands.
    void giveUp(const QString& issue, const QString& suggestion);
    [[nodiscard]] RuleContext rules() const;

    AgentSetup m_setup;
    ReplyMode m_mode;
    LearnerRequest m_request;
    IntentAnalysis m_intent;
    CurriculumDesign m_design;
    QList<Finding> m_findings; ///< of the rules, about m_design
    int m_roundsLeft = 0;
    bool m_isOver = false;
    bool m_isWish = false; ///< the edit under way is the learner's wish
    AgentTask* m_task = nullptr; ///< a child; the agent at work
    AgentId m_agent = AgentId::System; ///< which one that is
    RoadmapAssembler m_heard; ///< of the edit under way
    ChatUsage m_usage; ///< of tasks that are no more
};

} // namespace roadloom
