// SPDX-License-Identifier: Apache-2.0
#include "core/agents/StructureValidator.h"

#include "core/agents/AnswerForm.h"
#include "core/agents/Prompt.h"
#include "core/roadmap/RoadmapJson.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ChatQuestion question(ReplyMode mode, const LearnerRequest& request, const IntentAnalysis& intent,
    const Roadmap& roadmap)
{
    const Language language = answerLanguage(request.preferences);
    const PromptValues values {
        { u"request"_s, QString::fromUtf8(writeIndentedJson(toJson(request))) },
        { u"intent"_s, QString::fromUtf8(writeIndentedJson(toJson(intent))) },
        { u"roadmap"_s, QString::fromUtf8(writeJson(toDesignJson(roadmap))) },
    };
    return {
        .messages = {
            { ChatRole::System, renderPrompt(u"structure_validator"_s, language) },
            { ChatRole::User, renderPrompt(u"designed_roadmap"_s, language, values) },
        },
        .mode = mode,
        .schema = answerForm(u"validation"_s, language),
    };
}

} // namespace

ValidationTask::ValidationTask(const AgentSetup& setup, ReplyMode mode,
    const LearnerRequest& request, const IntentAnalysis& intent, const Roadmap& roadmap)
    : AgentTask(
        setup, answerLanguage(request.preferences), question(mode, request, intent, roadmap))
{
}

std::optional<Error> ValidationTask::accept(const json::value& answer, QStringList& /*mends*/)
{
    Result<Validation> validation = readValidation(answer);
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
