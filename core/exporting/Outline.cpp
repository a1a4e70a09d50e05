// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/Outline.h"

#include "core/exporting/StableHash.h"
#include "core/roadmap/StudyTime.h"
#include "core/roadmap/UniqueIds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr double usualConceptHours = 2.0;
constexpr qsizetype shownIdDigits = 12;

/// What an item has below itself.
bool hasChildren(const QList<OutlineItem>& items, qsizetype index)
{
    return index + 1 < items.size() && items[index + 1].depth > items[index].depth;
}

class OutlineReader {
public:
    explicit OutlineReader(const Outline& outline)
        : m_outline(outline)
    {
        for (const OutlineItem& item : outline.items)
            m_ids.reserve(item.id);
        m_isFlat = std::ranges::all_of(
            outline.items, [](const OutlineItem& item) { return item.depth == 0; });
    }

    [[nodiscard]] RoadmapDocument read()
    {
        Roadmap& roadmap = m_document.design.framework;
        roadmap.title = m_outline.title;
        roadmap.id = m_outline.id.isEmpty() ? idFor(u"roadmap"_s, m_outline.title) : m_outline.id;
        if (m_isFlat && !m_outline.items.isEmpty())
            beginStage({ .name = m_outline.title, .id = {}, .description = {}, .note = {} });
        for (qsizetype i = 0; i < m_outline.items.size(); ++i)
            readItem(i);
        finish();
        return m_document;
    }

private:
    void readItem(qsizetype index)
    {
        const OutlineItem& item = m_outline.items[index];
        const int depth = m_isFlat ? 1 : item.depth;
        if (m_concept != nullptr && depth > m_conceptDepth) {
            addDetail(item, depth - m_conceptDepth);
            return;
        }
        m_concept = nullptr;
        if (depth == 0) {
            beginStage(item);
            if (!hasChildren(m_outline.items, index))
                addConcept(item, depth);
        } else if (depth == 1 && hasChildren(m_outline.items, index)) {
            beginModule(item);
        } else {
            if (depth == 1 && !m_isOwnModule)
                beginOwnModule();
            addConcept(item, depth);
        }
    }

    void beginStage(const OutlineItem& item)
    {
        Stage stage;
        stage.order = int(stages().size()) + 1;
        stage.id = item.id.isEmpty() ? idFor(u"stage"_s, item.name) : item.id;
        stage.name = item.name;
        stage.description = item.description;
        stages().append(stage);
        m_isOwnModule = false;
    }

    void beginModule(const OutlineItem& item)
    {
        Module module;
        module.id = item.id.isEmpty() ? idFor(u"mod"_s, item.name) : item.id;
        module.name = item.name;
        module.description = item.description;
        stages().last().modules.append(module);
        m_isOwnModule = false;
    }

    /// For concepts that stand right below their stage.
    void beginOwnModule()
    {
        beginModule({ .name = stages().constLast().name, .id = {}, .description = {}, .note = {} });
        m_isOwnModule = true;
    }

    void addConcept(const OutlineItem& item, int depth)
    {
        if (stages().constLast().modules.isEmpty())
            beginOwnModule();
        Concept added;
        added.id = item.id.isEmpty() ? idFor(u"c"_s, item.name) : item.id;
        added.name = item.name;
        added.description = item.description;
        added.estimatedHours = item.hours.value_or(usualConceptHours);
        added.difficulty = item.difficulty.value_or(Difficulty::Medium);
        added.prerequisites = item.needs;
        added.keywords = item.keywords;
        QList<Concept>& concepts = stages().last().modules.last().concepts;
        concepts.append(added);
        m_concept = &concepts.last();
        m_conceptDepth = depth;
        const ConceptStudy study { item.state.value_or(StudyState::ToDo), item.note };
        if (study != ConceptStudy {})
            m_document.studies.insert(added.id, study);
    }

    void addDetail(const OutlineItem& item, int depth)
    {
        QString& text = m_concept->description;
        if (!text.isEmpty())
            text += u'\n';
        text += QString(qsizetype(depth - 1) * 2, u' ') + "- "_L1 + item.name;
        if (!item.description.isEmpty())
            text += ": "_L1 + item.description;
    }

    void finish()
    {
        Roadmap& roadmap = m_document.design.framework;
        m_document.design.designRationale = m_outline.rationale;
        if (m_outline.hoursPerWeek > 0)
            m_document.hoursPerWeek = std::clamp(m_outline.hoursPerWeek,
                requestLimits::minHoursPerWeek, requestLimits::maxHoursPerWeek);
        m_document.request.preferences.learningGoal = roadmap.title;
        m_document.request.preferences.availableHoursPerWeek = m_document.hoursPerWeek;
        roadmap.totalEstimatedHours = roundedHours(hoursOf(roadmap));
        roadmap.recommendedCompletionWeeks = m_outline.weeks > 0
            ? m_outline.weeks
            : recommendedWeeks(roadmap.totalEstimatedHours, m_document.hoursPerWeek);
    }

    /// The same name gives the same id, also where other lines came before it.
    [[nodiscard]] QString idFor(const QString& kind, const QString& name)
    {
        return m_ids.invent(
            kind + u'-' + stableHash({ kind, name.simplified().toLower() }).left(shownIdDigits));
    }

    [[nodiscard]] QList<Stage>& stages() { return m_document.design.framework.stages; }

    const Outline& m_outline;
    bool m_isFlat = false;
    RoadmapDocument m_document;
    UniqueIds m_ids;
    Concept* m_concept = nullptr; ///< the last one, until another line begins
    int m_conceptDepth = 0;
    bool m_isOwnModule = false; ///< of the last stage: its last module bears its name
};

} // namespace

RoadmapDocument documentFromOutline(const Outline& outline)
{
    return OutlineReader(outline).read();
}

} // namespace roadloom
