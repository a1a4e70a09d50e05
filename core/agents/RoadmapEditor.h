// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/AgentTask.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/RoadmapEdit.h"
#include "core/roadmap/RoadmapRules.h"

namespace roadloom {

/// The editing of one roadmap in progress.
class EditTask final : public AgentTask {
    Q_OBJECT
public:
    /// `changes` says what is to be changed, for the model, one thing a line.
    EditTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const Roadmap& roadmap, const QString& changes);

Q_SIGNALS:
    void completed(const roadloom::RoadmapEdit& edit);

private:
    std::optional<Error> accept(const json::value& answer, QStringList& mends) override;
    void deliver() override;

    RoadmapEdit m_edit;
};

/// The fourth agent: changes a roadmap as findings or the learner ask, and leaves the rest alone.
class RoadmapEditor {
public:
    explicit RoadmapEditor(const AgentSetup& setup);

    /// Mends what was found.
    [[nodiscard]] std::unique_ptr<EditTask> mend(ReplyMode mode, const LearnerRequest& request,
        const Roadmap& roadmap, const QList<Finding>& findings) const;
    /// Changes what the learner asks for, in the learner's words.
    [[nodiscard]] std::unique_ptr<EditTask> change(ReplyMode mode, const LearnerRequest& request,
        const Roadmap& roadmap, const QString& wish) const;

private:
    AgentSetup m_setup;
};

} // namespace roadloom
