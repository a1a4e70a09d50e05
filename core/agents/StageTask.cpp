// SPDX-License-Identifier: Apache-2.0
#include "core/agents/StageTask.h"

#include "core/agents/AgentQuestion.h"
#include "core/agents/Prompt.h"
#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/roadmap/StageExpansion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxShownName = 100;
constexpr qsizetype maxShownJson = 4000; // of one concept, in a repair turn

ChatQuestion question(ReplyMode mode, const LearnerRequest& request, const IntentAnalysis& intent,
    const RoadmapOutline& outline, qsizetype stage)
{
    return chatQuestion(mode, answerLanguage(request.preferences),
        { .instructions = u"stage_design"_s,
            .matter = u"outlined_wish"_s,
            .values = {
                { u"request"_s, indentedText(toJson(request)) },
                { u"intent"_s, indentedText(toJson(intent)) },
                { u"outline"_s, indentedText(toJson(outline)) },
                { u"stage"_s, outline.stages.at(stage).id },
            },
            .form = u"stage_design"_s });
}

qsizetype conceptCountOf(const Stage& stage)
{
    qsizetype count = 0;
    for (const Module& module : stage.modules)
        count += module.concepts.size();
    return count;
}

Error tooShort(const Stage& stage, qsizetype planned)
{
    const qsizetype count = conceptCountOf(stage);
    return { ErrorKind::BadOutput,
        StageTask::tr("Stage \"%1\" has %2 concepts; %3 were planned.")
            .arg(shortLine(stage.name, maxShownName))
            .arg(count)
            .arg(planned),
        "The outline plans %1 concepts for this stage; your answer has %2."_L1.arg(
            QString::number(planned), QString::number(count)) };
}

/// The modules in an answer, whichever of the forms it has; null if there are none.
json::array* modulesIn(json::value& answer)
{
    json::object* object = answer.if_object();
    for (const json::string_view key : { "framework", "stage", "stages" }) {
        json::value* inner = object != nullptr ? object->if_contains(key) : nullptr;
        if (inner == nullptr)
            continue;
        if (json::array* list = inner->if_array(); list != nullptr && list->size() == 1)
            inner = &list->front();
        return modulesIn(*inner);
    }
    json::value* modules = object != nullptr ? object->if_contains("modules") : nullptr;
    return modules != nullptr ? modules->if_array() : nullptr;
}

json::array* conceptsIn(json::value& module)
{
    json::object* object = module.if_object();
    json::value* concepts = object != nullptr ? object->if_contains("concepts") : nullptr;
    return concepts != nullptr ? concepts->if_array() : nullptr;
}

QString idIn(const json::value& item)
{
    const json::object* object = item.if_object();
    const json::value* id = object != nullptr ? object->if_contains("concept_id") : nullptr;
    return id != nullptr && id->is_string() ? toQString(id->get_string()) : QString();
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
    const bool isSecond = std::exchange(m_isSecondAnswer, true);
    const Result<Stage> stage = readStageExpansion(answer, m_outline, m_index, &mends);
    if (!stage) {
        if (stage.error().kind != ErrorKind::BadOutput || !takeReadablePart(answer, mends))
            return stage.error();
        if (!isSecond)
            return stage.error();
        leaveOutBroken(mends);
        return std::nullopt;
    }
    m_broken.clear();
    m_stage = stage.value();
    const int planned = plannedConcepts(m_outline.stages.at(m_index));
    if (!isSecond && conceptCountOf(m_stage) * 2 < planned)
        return tooShort(m_stage, planned);
    return std::nullopt;
}

/// Takes what cannot be read out of the answer, if that is the smaller part of it.
bool StageTask::takeReadablePart(json::value answer, QStringList& mends)
{
    m_broken.clear();
    json::array* modules = modulesIn(answer);
    if (modules == nullptr)
        return false;
    QStringList lenient; // what is wrong with each will be told of the stage
    qsizetype kept = 0;
    for (std::size_t i = 0; i < modules->size(); ++i) {
        json::array* concepts = conceptsIn((*modules)[i]);
        if (concepts == nullptr)
            continue;
        json::array readable;
        for (std::size_t k = 0; k < concepts->size(); ++k) {
            json::value& item = (*concepts)[k];
            const Result<Concept> read = readConcept(item, &lenient);
            if (read) {
                readable.push_back(std::move(item));
                ++kept;
                continue;
            }
            m_broken.append({ .module = qsizetype(i),
                .position = qsizetype(k),
                .id = idIn(item),
                .json = QString::fromUtf8(writeJson(item)).left(maxShownJson),
                .problems = read.error().details });
        }
        *concepts = std::move(readable);
    }
    const Result<Stage> stage = readStageExpansion(answer, m_outline, m_index, &mends);
    if (!stage || m_broken.isEmpty() || m_broken.size() >= kept) {
        m_broken.clear();
        return false;
    }
    m_stage = stage.value();
    return true;
}

AgentTask::RepairTurn StageTask::repairTurn(const Error& problem) const
{
    if (m_broken.isEmpty())
        return AgentTask::repairTurn(problem);
    QStringList concepts;
    QStringList problems;
    for (const BrokenConcept& item : m_broken) {
        concepts.append(item.json);
        problems.append(item.problems);
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
    json::array given = conceptsOfRest(rest);
    QList<BrokenConcept> stillBroken;
    for (const BrokenConcept& wanted : std::exchange(m_broken, {})) {
        const auto hasId = [&wanted](const json::value& item) { return idIn(item) == wanted.id; };
        auto found = wanted.id.isEmpty() ? given.begin() : std::ranges::find_if(given, hasId);
        const Result<Concept> read
            = found != given.end() ? readConcept(*found, &mends) : Result<Concept>(Error {});
        if (!read || wanted.module >= m_stage.modules.size()) {
            stillBroken.append(wanted);
            continue;
        }
        given.erase(found);
        QList<Concept>& concepts = m_stage.modules[wanted.module].concepts;
        concepts.insert(std::min(wanted.position, concepts.size()), read.value());
        mends.append(tr("Concept \"%1\" could not be read; the model was asked for it alone.")
                         .arg(shortLine(read.value().name, maxShownName)));
    }
    m_broken = stillBroken;
    leaveOutBroken(mends);
}

void StageTask::leaveOutBroken(QStringList& mends)
{
    if (m_broken.isEmpty())
        return;
    mends.append(tr("%n concept(s) of stage \"%1\" could not be read and were left out.", nullptr,
        int(m_broken.size()))
                     .arg(shortLine(m_stage.name, maxShownName)));
    m_broken.clear();
}

void StageTask::deliver()
{
    Q_EMIT completed(m_stage);
}

} // namespace roadloom
