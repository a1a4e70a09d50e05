// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/DocumentMerge.h"

#include "core/exporting/ImportBounds.h"

#include <QDebug>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QSet<QString> conceptIds(const RoadmapDocument& document)
{
    QSet<QString> ids;
    forEachConcept(document.roadmap(),
        [&ids](const Stage&, const Module&, const Concept& item) { ids.insert(item.id); });
    return ids;
}

int sharedIds(const QSet<QString>& one, const QSet<QString>& other)
{
    return int(std::ranges::count_if(one, [&](const QString& id) { return other.contains(id); }));
}

/// How far a state is; what is learnt is learnt, in either way.
int rank(StudyState state)
{
    if (isLearnt(state))
        return 2;
    return state == StudyState::Doing ? 1 : 0;
}

QString bothNotes(const QString& existing, const QString& imported)
{
    if (existing.contains(imported))
        return existing;
    if (imported.contains(existing))
        return imported;
    return existing + "\n\n"_L1 + imported;
}

class Merger {
public:
    Merger(const RoadmapDocument& existing, const RoadmapDocument& imported)
        : m_existing(existing)
        , m_imported(imported)
        , m_merged { .document = imported, .counts = {} }
    {
    }

    [[nodiscard]] MergedDocument merge()
    {
        keepHead();
        mergeStudies();
        countConcepts();
        return m_merged;
    }

private:
    void keepHead()
    {
        RoadmapDocument& document = m_merged.document;
        document.id = m_existing.id;
        if (m_existing.created.isValid())
            document.created = m_existing.created;
        document.hoursPerWeek = m_existing.hoursPerWeek;
        if (!m_existing.request.preferences.learningGoal.isEmpty())
            document.request = m_existing.request;
        if (m_imported.design.designRationale.isEmpty())
            document.design.designRationale = m_existing.design.designRationale;
        document.tags = m_existing.tags + m_imported.tags;
        document.tags.removeDuplicates();
        json::object extras = document.extras;
        addMissing(extras, m_existing.extras);
        json::object designExtras = document.design.extras;
        addMissing(designExtras, m_existing.design.extras);
        if (writeJson(extras).size() + writeJson(designExtras).size() > importLimits::extraBytes)
            return; // nothing in them can be told apart
        document.extras = std::move(extras);
        document.design.extras = std::move(designExtras);
    }

    void mergeStudies()
    {
        for (const auto& [id, study] : m_existing.studies.asKeyValueRange())
            mergeStudy(id, study, m_imported.studies.value(id));
        for (const auto& [id, study] : m_imported.studies.asKeyValueRange()) {
            if (!m_existing.studies.contains(id))
                mergeStudy(id, {}, study);
        }
    }

    void mergeStudy(const QString& id, const ConceptStudy& mine, const ConceptStudy& theirs)
    {
        const bool isAdvanced = rank(theirs.state) > rank(mine.state);
        const ConceptStudy both { isAdvanced ? theirs.state : mine.state,
            bothNotes(mine.note, theirs.note) };
        m_merged.document.studies.insert(id, both);
        // The day of a state belongs to that state.
        const StudyFinishes& finishes = isAdvanced ? m_imported.finishes : m_existing.finishes;
        m_merged.document.finishes.remove(id);
        if (const auto finish = finishes.constFind(id); finish != finishes.cend())
            m_merged.document.finishes.insert(id, *finish);
        MergeCounts& counts = m_merged.counts;
        counts.advanced += isAdvanced ? 1 : 0;
        counts.notesAdded += both.note != mine.note ? 1 : 0;
        counts.kept += mine != ConceptStudy {} && both != theirs ? 1 : 0;
    }

    void countConcepts()
    {
        const QSet<QString> before = conceptIds(m_existing);
        const QSet<QString> now = conceptIds(m_imported);
        const int shared = sharedIds(now, before);
        m_merged.counts.added = int(now.size()) - shared;
        m_merged.counts.gone = int(before.size()) - shared;
    }

    const RoadmapDocument& m_existing;
    const RoadmapDocument& m_imported;
    MergedDocument m_merged;
};

} // namespace

QDebug operator<<(QDebug debug, const MergeCounts& counts)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "MergeCounts(kept " << counts.kept << ", advanced " << counts.advanced
                    << ", notes " << counts.notesAdded << ", added " << counts.added << ", gone "
                    << counts.gone << ")";
    return debug;
}

bool isSameRoadmap(const RoadmapDocument& one, const RoadmapDocument& other)
{
    if (!one.id.isEmpty() && one.id == other.id)
        return true;
    if (one.roadmap().id.isEmpty() || one.roadmap().id != other.roadmap().id)
        return false;
    const QSet<QString> ones = conceptIds(one);
    const QSet<QString> others = conceptIds(other);
    return qsizetype(2) * sharedIds(ones, others) >= std::min(ones.size(), others.size());
}

MergedDocument mergeDocuments(const RoadmapDocument& existing, const RoadmapDocument& imported)
{
    return Merger(existing, imported).merge();
}

} // namespace roadloom
