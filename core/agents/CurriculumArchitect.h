// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/AgentTask.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/RoadmapRules.h"

namespace roadloom {

/// Why a design with these findings is not complete: ErrorKind::BadOutput. The message names the
/// first critical finding, the details list them, one a line.
[[nodiscard]] Error brokenRules(const QList<Finding>& findings);

/// The design of one roadmap in progress.
class DesignTask final : public AgentTask {
    Q_OBJECT
public:
    DesignTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const IntentAnalysis& intent);

Q_SIGNALS:
    /// The findings hold warnings only: a design that breaks a hard rule is not complete.
    void completed(
        const roadloom::CurriculumDesign& design, const QList<roadloom::Finding>& findings);
    /// The last design that could be read and broke a hard rule, just before failed.
    void refused(
        const roadloom::CurriculumDesign& design, const QList<roadloom::Finding>& findings);

private:
    std::optional<Error> accept(const json::value& answer, QStringList& mends) override;
    void deliver() override;
    void deliverRefused() override;

    LearnerRequest m_request;
    IntentAnalysis m_intent;
    std::optional<CurriculumDesign> m_design; ///< the last one that could be read
    QList<Finding> m_findings; ///< of that
};

/// The second agent: turns an analysed wish into stages, modules and concepts.
class CurriculumArchitect {
public:
    explicit CurriculumArchitect(const AgentSetup& setup);

    /// The whole answer comes as one chunk, at the end.
    [[nodiscard]] std::unique_ptr<DesignTask> design(
        const LearnerRequest& request, const IntentAnalysis& intent) const;
    /// Words come as the model speaks.
    [[nodiscard]] std::unique_ptr<DesignTask> designStream(
        const LearnerRequest& request, const IntentAnalysis& intent) const;

private:
    AgentSetup m_setup;
};

} // namespace roadloom
