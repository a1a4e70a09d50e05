// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/AgentTask.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/Validation.h"

namespace roadloom {

/// The review of one roadmap in progress.
class ValidationTask final : public AgentTask {
    Q_OBJECT
public:
    ValidationTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
        const IntentAnalysis& intent, const Roadmap& roadmap);

Q_SIGNALS:
    void completed(const roadloom::Validation& validation);

private:
    std::optional<Error> accept(const json::value& answer, QStringList& mends) override;
    void deliver() override;

    Validation m_validation;
};

/// The third agent: judges whether a roadmap that keeps the structural rules teaches what it should
/// to this learner.
class StructureValidator {
public:
    explicit StructureValidator(const AgentSetup& setup);

    [[nodiscard]] std::unique_ptr<ValidationTask> validate(ReplyMode mode,
        const LearnerRequest& request, const IntentAnalysis& intent, const Roadmap& roadmap) const;

private:
    AgentSetup m_setup;
};

} // namespace roadloom
