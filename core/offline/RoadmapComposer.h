// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/ModuleGrouper.h"
#include "core/offline/PlanWords.h"
#include "core/roadmap/Roadmap.h"

namespace roadloom {

/// For each stage its modules, each with its items in reading order.
using PlanLayout = QList<ModuleItems>;

/// Turns a plan's layout into a roadmap in one language: names, descriptions, wire ids, hours.
class RoadmapComposer {
public:
    /// All must outlive the composer.
    RoadmapComposer(const CurriculumLibrary& library, const PlanWords& words, Language language);

    /// `fromZero`: the learner is a beginner, so the first stage lays foundations.
    /// Total hours are filled in; id, title and weeks are the caller's.
    [[nodiscard]] Roadmap compose(const PlanGraph& graph, const PlanLayout& layout, bool fromZero);

private:
    struct TopicShare;

    [[nodiscard]] Stage stageOf(const PlanGraph& graph, const ModuleItems& modules, int order);
    [[nodiscard]] Module moduleOf(const PlanGraph& graph, const QList<int>& items);
    [[nodiscard]] Concept conceptOf(
        const PlanGraph& graph, int item, const QList<int>& module) const;
    [[nodiscard]] QStringList wirePrerequisites(
        const PlanGraph& graph, int item, const QList<int>& module) const;
    [[nodiscard]] QList<TopicShare> topicsOf(const PlanGraph& graph, const QList<int>& items) const;
    [[nodiscard]] QString freshName(const QString& name, const QString& firstConcept);
    [[nodiscard]] QString mainSubject(const PlanGraph& graph, const QList<int>& items) const;
    [[nodiscard]] QString stageName(
        const PlanGraph& graph, const ModuleItems& modules, const QString& phase);
    [[nodiscard]] QString moduleDescription(
        const PlanGraph& graph, const QList<int>& items, const QList<TopicShare>& topics) const;
    [[nodiscard]] QString nameOf(const PlanGraph& graph, int item) const;
    [[nodiscard]] QString text(const QString& key, PlanWords::Values values = {}) const
    {
        return m_words.text(m_language, key, values);
    }

    const CurriculumLibrary& m_library;
    const PlanWords& m_words;
    Language m_language;
    QStringList m_usedNames; ///< of modules, and then of stages
    QList<int> m_placeOf; ///< reading position of each item
};

} // namespace roadloom
