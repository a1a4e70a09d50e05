// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapHandler.h"

#include "core/base/PlainText.h"

#include <algorithm>

namespace roadloom {

namespace {

using Member = RoadmapMember;

} // namespace

// The parser's events.

bool RoadmapHandler::on_object_begin(json::error_code& /*error*/)
{
    if (isSkipping())
        ++m_skipped;
    else if (!enterObject())
        skip();
    return true;
}

bool RoadmapHandler::on_array_begin(json::error_code& /*error*/)
{
    if (isSkipping())
        ++m_skipped;
    else if (!enterArray())
        skip();
    return true;
}

bool RoadmapHandler::on_object_end(std::size_t /*count*/, json::error_code& /*error*/)
{
    if (isSkipping())
        --m_skipped;
    else
        leaveObject();
    return true;
}

bool RoadmapHandler::on_array_end(std::size_t /*count*/, json::error_code& /*error*/)
{
    if (isSkipping())
        --m_skipped;
    else
        pop();
    return true;
}

bool RoadmapHandler::on_key(json::string_view part, std::size_t total, json::error_code& error)
{
    if (isSkipping())
        return true;
    if (m_keySize == 0) {
        takeKey(part);
        return true;
    }
    on_key_part(part, total, error);
    takeKey(
        total <= m_key.size() ? json::string_view(m_key.data(), m_keySize) : json::string_view());
    m_keySize = 0;
    return true;
}

bool RoadmapHandler::on_string(json::string_view part, std::size_t total, json::error_code& error)
{
    if (isSkipping())
        return true;
    if (!m_keepsText) {
        takeOther();
        return true;
    }
    if (m_text.isEmpty()) {
        takeText(part);
        return true;
    }
    on_string_part(part, total, error);
    takeText({ m_text.constData(), std::size_t(m_text.size()) });
    m_text.resize(0); // keeps its memory
    return true;
}

bool RoadmapHandler::on_int64(
    std::int64_t number, json::string_view /*text*/, json::error_code& /*error*/)
{
    takeNumber(double(number));
    return true;
}

bool RoadmapHandler::on_uint64(
    std::uint64_t number, json::string_view /*text*/, json::error_code& /*error*/)
{
    takeNumber(double(number));
    return true;
}

bool RoadmapHandler::on_double(
    double number, json::string_view /*text*/, json::error_code& /*error*/)
{
    takeNumber(number);
    return true;
}

bool RoadmapHandler::on_bool(bool /*value*/, json::error_code& /*error*/)
{
    takeOther();
    return true;
}

bool RoadmapHandler::on_null(json::error_code& /*error*/)
{
    takeOther();
    return true;
}

// Containers.

void RoadmapHandler::push(Container container)
{
    m_containers[m_depth++] = container;
    if (container != Container::Texts)
        m_member = Member::Unknown;
    m_keepsText = container == Container::Texts;
    m_isNaming = false;
}

/// What follows in the container around it is a key, or an item of a list of nodes.
void RoadmapHandler::pop()
{
    --m_depth;
    m_member = Member::Unknown;
    m_keepsText = false;
    m_isNaming = false;
}

bool RoadmapHandler::enterObject()
{
    if (m_depth == 0) {
        push(Container::Answer);
        return true;
    }
    switch (top()) {
    case Container::Stages:
        return enterNode(NodeLevel::Stage);
    case Container::Modules:
        return enterNode(NodeLevel::Module);
    case Container::Concepts:
        return enterNode(NodeLevel::Concept);
    case Container::Texts:
        return false;
    default:
        break;
    }
    switch (m_member) {
    case Member::Framework:
        return enterFramework();
    case Member::Stages:
        return enterList() && enterNode(NodeLevel::Stage);
    case Member::Modules:
        return enterList() && enterNode(NodeLevel::Module);
    case Member::Concepts:
        return enterList() && enterNode(NodeLevel::Concept);
    default:
        takeOther();
        return false;
    }
}

bool RoadmapHandler::enterArray()
{
    if (!isInObject())
        return false;
    switch (m_member) {
    case Member::Stages:
    case Member::Modules:
    case Member::Concepts: {
        const auto distance = quint8(m_member) - quint8(Member::Stages);
        if (!enterList())
            return false;
        push(Container(quint8(Container::Stages) + distance));
        return true;
    }
    case Member::Prerequisites:
    case Member::Keywords:
        takeOther();
        push(Container::Texts);
        m_mostBytes = boundedBytes(RoadmapDraft::maxName);
        return true;
    default:
        takeOther();
        return false;
    }
}

bool RoadmapHandler::enterFramework()
{
    m_teller.restart(NodeLevel::Stage);
    m_form = Form::Framework;
    push(Container::Framework);
    return true;
}

/// A list of nodes begins, the one that m_member names. False if it has no say.
bool RoadmapHandler::enterList()
{
    if (m_member == Member::Concepts) {
        m_teller.restart(NodeLevel::Concept);
        return true;
    }
    if (m_member == Member::Modules) {
        if (top() == Container::Answer && !enterOwnModules())
            return false;
        m_teller.restart(NodeLevel::Module);
        return true;
    }
    if (top() == Container::Answer && m_form == Form::Framework)
        return false;
    m_teller.restart(NodeLevel::Stage);
    if (m_form != Form::Framework)
        m_form = Form::StageList;
    return true;
}

/// The modules of the answer itself, which has them if it is a stage. Those beside "stage" are
/// nobody's: the stage has closed, and StageExpansion passes over them, too.
bool RoadmapHandler::enterOwnModules()
{
    if (m_form == Form::Unknown)
        becomeStage();
    return m_form == Form::OneStage;
}

/// The answer itself is a stage. Its name may have come before that was known.
void RoadmapHandler::becomeStage()
{
    m_form = Form::OneStage;
    m_teller.begin(NodeLevel::Stage);
    const QString name = m_draft.stage.name;
    if (!name.isEmpty())
        m_teller.tellName(NodeLevel::Stage, name, true, m_draft);
}

bool RoadmapHandler::enterNode(NodeLevel level)
{
    switch (level) {
    case NodeLevel::Stage:
        if (m_teller.count(level) == maxStages)
            return false;
        m_draft.stage = {};
        break;
    case NodeLevel::Module:
        if (m_modulesInAll == maxModules)
            return false;
        ++m_modulesInAll;
        m_draft.module = {};
        m_draft.plannedConcepts = 0;
        break;
    case NodeLevel::Concept: // the draft has no other, since each of them closes before the next
        if (m_conceptsInAll == maxConcepts)
            return false;
        ++m_conceptsInAll;
        break;
    }
    m_teller.begin(level);
    push(Container(quint8(Container::Stage) + quint8(level)));
    return true;
}

void RoadmapHandler::leaveObject()
{
    switch (top()) {
    case Container::Stage:
        m_teller.tellClosing(NodeLevel::Stage, m_draft);
        break;
    case Container::Module:
        m_teller.tellClosing(NodeLevel::Module, m_draft);
        break;
    case Container::Concept:
        m_teller.tellClosing(NodeLevel::Concept, m_draft);
        break;
    case Container::Answer:
        if (m_form == Form::OneStage)
            m_teller.tellClosing(NodeLevel::Stage, m_draft);
        break;
    default:
        break;
    }
    pop();
}

// Values.

void RoadmapHandler::takeKey(json::string_view key)
{
    m_member = m_members.find(object(), { key.data(), key.size() });
    const qsizetype most = RoadmapDraft::maxText(m_member);
    m_keepsText = most > 0;
    m_mostBytes = boundedBytes(most);
    m_isNaming = m_member == Member::Name || m_member == Member::Title;
    if (m_member == Member::Id && top() == Container::Answer && m_form == Form::Unknown)
        becomeStage();
}

void RoadmapHandler::takeText(json::string_view utf8)
{
    m_hasGrown = false;
    if (QStringList* const texts = m_draft.texts(m_member)) {
        if (texts->size() < RoadmapDraft::maxItems)
            texts->append(boundedText(utf8, RoadmapDraft::maxName));
    } else if (m_member == Member::Title) {
        m_teller.tellTitle(boundedText(utf8, RoadmapDraft::maxName));
    } else if (m_member == Member::Name) {
        takeName(utf8);
    } else {
        m_draft.setText(object(), m_member, utf8);
    }
}

void RoadmapHandler::takeName(json::string_view utf8)
{
    QString& name = m_draft.name(object());
    name = boundedText(utf8, RoadmapDraft::maxName);
    if (!hasVisibleCharacter(name))
        name.clear();
    if (const auto level = namedLevel())
        m_teller.tellName(*level, name, true, m_draft);
}

void RoadmapHandler::takeNumber(double number)
{
    if (isSkipping() || !isInObject() || m_member == Member::Unknown)
        return;
    if (m_isNaming)
        takeOther();
    else
        m_draft.setNumber(object(), m_member, number);
}

/// A value of a type that is not due here.
void RoadmapHandler::takeOther()
{
    if (isSkipping() || !isInObject() || m_member == Member::Unknown)
        return;
    if (m_member == Member::Title)
        m_teller.tellTitle({});
    else if (m_member == Member::Name)
        takeName({});
    else
        m_draft.setDefault(object(), m_member);
}

// Names.

/// The node whose name a member of the open object gives.
std::optional<NodeLevel> RoadmapHandler::namedLevel() const
{
    switch (top()) {
    case Container::Stage:
        return NodeLevel::Stage;
    case Container::Module:
        return NodeLevel::Module;
    case Container::Concept:
        return NodeLevel::Concept;
    default:
        return m_form == Form::OneStage ? std::optional(NodeLevel::Stage) : std::nullopt;
    }
}

void RoadmapHandler::tellGrowth()
{
    if (!m_hasGrown)
        return;
    m_hasGrown = false;
    const QString name
        = boundedText({ m_text.constData(), std::size_t(m_text.size()) }, RoadmapDraft::maxName);
    if (!hasVisibleCharacter(name))
        return;
    if (m_member == Member::Title)
        m_teller.tellTitle(name);
    else if (const auto level = namedLevel())
        m_teller.tellName(*level, name, false, m_draft);
}

void RoadmapHandler::takeBack()
{
    m_teller.restart(NodeLevel::Stage);
    m_teller.tellTitle({});
}

} // namespace roadloom
