// SPDX-License-Identifier: Apache-2.0
#include "core/agents/RoadmapEditor.h"

#include "core/agents/AgentQuestion.h"
#include "core/agents/WithoutBroken.h"
#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxToldFindings = 30;
constexpr qsizetype longestPart = 500; // of a finding

ChatQuestion question(
    ReplyMode mode, const LearnerRequest& request, const Roadmap& roadmap, const QString& changes)
{
    return chatQuestion(mode, answerLanguage(request.preferences),
        { .instructions = u"roadmap_editor"_s,
            .matter = u"roadmap_changes"_s,
            .values = {
                { u"request"_s, indentedText(toJson(request)) },
                { u"roadmap"_s, compactText(toDesignJson(roadmap)) },
                { u"changes"_s, changes },
            },
            .form = u"roadmap_edit"_s });
}

QString asChanges(const QList<Finding>& findings)
{
    QStringList lines;
    for (const Finding& finding : findings.first(std::min(findings.size(), maxToldFindings))) {
        const QString place = shortLine(finding.location, longestPart);
        lines.append("- %1%2 %3"_L1.arg(place.isEmpty() ? QString() : place + ": "_L1,
            shortLine(finding.issue, longestPart), shortLine(finding.suggestion, longestPart)));
    }
    return lines.join(u'\n');
}

} // namespace

EditTask::EditTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const Roadmap& roadmap, const QString& changes)
    : AgentTask(
        setup, answerLanguage(request.preferences), question(mode, request, roadmap, changes))
{
}

std::optional<Error> EditTask::accept(const json::value& answer, QStringList& mends)
{
    Result<RoadmapEdit> edit = readRoadmapEdit(answer, &mends);
    if (!edit && isLastTry())
        edit = readWithoutBroken(answer, mends, readRoadmapEdit);
    if (!edit)
        return edit.error();
    m_edit = std::move(edit).value();
    return std::nullopt;
}

void EditTask::deliver()
{
    Q_EMIT completed(m_edit);
}

RoadmapEditor::RoadmapEditor(const AgentSetup& setup)
    : m_setup(setup)
{
}

std::unique_ptr<EditTask> RoadmapEditor::mend(ReplyMode mode, const LearnerRequest& request,
    const Roadmap& roadmap, const QList<Finding>& findings) const
{
    return std::make_unique<EditTask>(m_setup, mode, request, roadmap, asChanges(findings));
}

std::unique_ptr<EditTask> RoadmapEditor::change(ReplyMode mode, const LearnerRequest& request,
    const Roadmap& roadmap, const QString& wish) const
{
    return std::make_unique<EditTask>(m_setup, mode, request, roadmap, wish);
}

} // namespace roadloom
