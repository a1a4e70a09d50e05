// SPDX-License-Identifier: Apache-2.0
#include "core/agents/StructureValidator.h"

#include "core/agents/AgentQuestion.h"
#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ChatQuestion question(ReplyMode mode, const LearnerRequest& request, const IntentAnalysis& intent,
    const Roadmap& roadmap)
{
    return chatQuestion(mode, answerLanguage(request.preferences),
        { .instructions = u"structure_validator"_s,
            .matter = u"designed_roadmap"_s,
            .values = {
                { u"request"_s, indentedText(toJson(request)) },
                { u"intent"_s, indentedText(toJson(intent)) },
                { u"roadmap"_s, compactText(toDesignJson(roadmap)) },
            },
            .form = u"validation"_s });
}

} // namespace

ValidationTask::ValidationTask(const AgentSetup& setup, ReplyMode mode,
    const LearnerRequest& request, const IntentAnalysis& intent, const Roadmap& roadmap)
    : AgentTask(
        setup, answerLanguage(request.preferences), question(mode, request, intent, roadmap))
{
}

std::optional<Error> ValidationTask::accept(const json::value& answer, QStringList& mends)
{
    Result<Validation> validation = readValidation(answer, &mends);
    if (!validation)
        return validation.error();
    m_validation = std::move(validation).value();
    return std::nullopt;
}

void ValidationTask::deliver()
{
    Q_EMIT completed(m_validation);
}

StructureValidator::StructureValidator(const AgentSetup& setup)
    : m_setup(setup)
{
}

std::unique_ptr<ValidationTask> StructureValidator::validate(ReplyMode mode,
    const LearnerRequest& request, const IntentAnalysis& intent, const Roadmap& roadmap) const
{
    return std::make_unique<ValidationTask>(m_setup, mode, request, intent, roadmap);
}

} // namespace roadloom
