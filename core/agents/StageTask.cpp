// SPDX-License-Identifier: Apache-2.0
#include "core/agents/StageTask.h"

#include "core/agents/AgentQuestion.h"
#include "core/agents/Prompt.h"
#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxShownName = 100;
constexpr qsizetype maxToldProblems = 40; // concepts, in a repair turn

/// What the others write need not be told at any length.
RoadmapOutline shortened(RoadmapOutline outline)
{
    constexpr qsizetype longestName = 300;
    constexpr qsizetype longestText = 1000;
    outline.designRationale.truncate(longestText);
    outline.extras.clear();
    for (StageOutline& stage : outline.stages) {
        stage.name.truncate(longestName);
        stage.description.truncate(longestText);
        stage.extras.clear();
        for (ModuleOutline& module : stage.modules) {
            module.id.truncate(longestName);
            module.name.truncate(longestName);
            module.description.truncate(longestText);
            module.extras.clear();
        }
    }
    return outline;
}

ChatQuestion question(ReplyMode mode, const LearnerRequest& request, const IntentAnalysis& intent,
    const RoadmapOutline& outline, qsizetype stage)
{
    return chatQuestion(mode, answerLanguage(request.preferences),
        { .instructions = u"stage_design"_s,
            .matter = u"outlined_wish"_s,
            .values = {
                { u"request"_s, indentedText(toJson(request)) },
                { u"intent"_s, indentedText(toJson(intent)) },
                { u"outline"_s, indentedText(toJson(shortened(outline))) },
                { u"stage"_s, shortLine(outline.stages.at(stage).id, outlineLimits::idLength) },
            },
            .form = u"stage_design"_s });
}

Error tooShort(const Stage& stage, int count, int planned)
{
    return { ErrorKind::BadOutput,
        StageTask::tr("Of %n planned concept(s), stage “%1” has only %2.", nullptr, planned)
            .arg(shortLine(stage.name, maxShownName), QString::number(count)),
        "The outline plans %1 concepts for this stage; your answer has %2."_L1.arg(
            QString::number(planned), QString::number(count)) };
}

/// The concepts that a completing turn brought.
json::array conceptsOfRest(const json::value& rest)
{
    if (const json::array* list = rest.if_array())
        return *list;
    const json::object* object = rest.if_object();
    if (object == nullptr)
        return {};
    if (const json::value* concepts = object->if_contains("concepts"))
        return concepts->is_array() ? concepts->get_array() : json::array { *concepts };
    return { rest };
}

} // namespace

StageTask::StageTask(const AgentSetup& setup, ReplyMode mode, const LearnerRequest& request,
    const IntentAnalysis& intent, const RoadmapOutline& outline, qsizetype stage)
    : AgentTask(
        setup, answerLanguage(request.preferences), question(mode, request, intent, outline, stage))
    , m_outline(outline)
    , m_index(stage)
{
}

std::optional<Error> StageTask::accept(const json::value& answer, QStringList& mends)
{
    QStringList read;
    const Result<Stage> whole = readStageExpansion(answer, m_outline, m_index, &read);
    if (!whole && whole.error().kind != ErrorKind::BadOutput)
        return whole.error();
    PartialStage part;
    if (whole) {
        part.stage = whole.value();
    } else if (const auto partial = readPartialStage(answer, m_outline, m_index, read)) {
        part = *partial;
    } else {
        return whole.error();
    }
    const qsizetype count = conceptCount(part.stage);
    // Of two answers the one that says more counts.
    if (count >= conceptCount(m_stage)) {
        m_stage = part.stage;
        m_broken = part.broken;
        m_stageMends = read;
    }
    if (isLastTry()) {
        static_cast<void>(settles(mends));
        return std::nullopt;
    }
    const int planned = plannedConcepts(m_outline.stages.at(m_index));
    if ((count + part.broken.size()) * 2 < planned) {
        m_asksForAll = true;
        return tooShort(part.stage, int(count), planned);
    }
    m_asksForAll = !whole && (part.broken.isEmpty() || part.broken.size() >= count);
    if (!whole)
        return whole.error();
    mends += m_stageMends;
    return std::nullopt;
}

bool StageTask::settles(QStringList& mends)
{
    const qsizetype count = conceptCount(m_stage);
    if (count == 0)
        return false;
    mends += m_stageMends;
    leaveOutBroken(mends);
    const int planned = plannedConcepts(m_outline.stages.at(m_index));
    if (count * 2 < planned)
        mends.append(tooShort(m_stage, int(count), planned).message);
    return true;
}

AgentTask::RepairTurn StageTask::repairTurn(const Error& problem) const
{
    if (m_asksForAll || m_broken.isEmpty())
        return AgentTask::repairTurn(problem);
    QStringList concepts;
    QStringList problems;
    for (const BrokenConcept& item : m_broken.first(std::min(m_broken.size(), maxToldProblems))) {
        concepts.append(item.json);
        problems.append(item.id.isEmpty()
                ? item.problems
                : "%1: %2"_L1.arg(shortLine(item.id, maxShownName), item.problems));
    }
    const PromptValues values {
        { u"concepts"_s, concepts.join(u'\n') },
        { u"problems"_s, problems.join(u'\n') },
    };
    return { .question = renderPrompt(u"repair_concepts"_s, language(), values),
        .completesAnswer = true };
}

void StageTask::acceptRest(const json::value& rest, QStringList& mends)
{
    mends += m_stageMends;
    json::array given = conceptsOfRest(rest);
    const QList<BrokenConcept> wanted = std::exchange(m_broken, {});
    QList<std::optional<Concept>> healed(wanted.size());
    const auto heal = [&](qsizetype index, json::array::iterator found) {
        if (found == given.end())
            return;
        if (const Result<Concept> read = readConcept(*found, &mends);
            read && hasVisibleCharacter(read.value().name))
            healed[index] = read.value();
        given.erase(found);
    };
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].id.isEmpty())
            heal(i, std::ranges::find_if(given, [&wanted, i](const json::value& item) {
                return conceptIdIn(item) == wanted[i].id;
            }));
    }
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].id.isEmpty())
            heal(i, given.begin());
    }
    QHash<qsizetype, qsizetype> missing; ///< so far, by module
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!healed[i]) {
            ++missing[wanted[i].module];
            m_broken.append(wanted[i]);
            continue;
        }
        QList<Concept>& concepts = m_stage.modules[wanted[i].module].concepts;
        const qsizetype place = wanted[i].position - missing.value(wanted[i].module);
        concepts.insert(std::min(place, concepts.size()), *healed[i]);
        mends.append(tr("Concept “%1” could not be read; the model was asked for it alone.")
                         .arg(shortLine(healed[i]->name, maxShownName)));
    }
    leaveOutBroken(mends);
}

void StageTask::leaveOutBroken(QStringList& mends)
{
    if (m_broken.isEmpty())
        return;
    mends.append(tr("%n concept(s) of stage “%1” could not be read and were left out.", nullptr,
        int(m_broken.size()))
                     .arg(shortLine(m_stage.name, maxShownName)));
    m_broken.clear();
}

void StageTask::deliver()
{
    Q_EMIT completed(m_stage);
}

} // namespace roadloom
