// SPDX-License-Identifier: Apache-2.0
#include "core/agents/OutlineTask.h"

#include "core/agents/AgentQuestion.h"
#include "core/agents/WithoutBroken.h"
#include "core/base/Overload.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ChatQuestion question(ReplyMode mode, const LearnerRequest& request, const IntentAnalysis& intent)
{
    return chatQuestion(mode, answerLanguage(request.preferences),
        { .instructions = u"curriculum_outline"_s,
            .matter = u"analysed_wish"_s,
            .values = {
                { u"request"_s, indentedText(toJson(request)) },
                { u"intent"_s, indentedText(toJson(intent)) },
            },
            .form = u"curriculum_outline"_s });
}

} // namespace

OutlineTask::OutlineTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const IntentAnalysis& intent)
    : AgentTask(setup, answerLanguage(request.preferences), question(mode, request, intent))
{
}

std::optional<Error> OutlineTask::accept(const json::value& answer, QStringList& mends)
{
    Result<ArchitectAnswer> read = readArchitectAnswer(answer, &mends);
    if (!read && isLastTry())
        read = readWithoutBroken(answer, mends, readArchitectAnswer);
    if (!read)
        return read.error();
    m_answer = std::move(read).value();
    return std::nullopt;
}

void OutlineTask::deliver()
{
    std::visit(Overload {
                   [this](const RoadmapOutline& outline) { Q_EMIT completed(outline); },
                   [this](const CurriculumDesign& design) { Q_EMIT wholeDesignCompleted(design); },
               },
        m_answer);
}

} // namespace roadloom
