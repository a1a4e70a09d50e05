// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/GoalMatcher.h"
#include "core/offline/PlanGraph.h"
#include "core/offline/PlanWords.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/roadmap/RoadmapRules.h"

#include <optional>

namespace roadloom {

/// What the planner decided, as far as it has to be told.
struct PlanFacts {
    GoalMatch match;
    QList<int> known; ///< library numbers left out because of the level
    QList<int> surplus; ///< left out because the goal is wider than a roadmap
    QList<int> dropped; ///< left out because of the deadline
    int addedProject = -1; ///< library number of a project added to the goal's concepts
    bool refresher = false; ///< the level knows everything, so it is repeated
    std::optional<double> availableHours; ///< until the deadline; none without one
};

/// Puts a plan into words, in the answer's language.
class PlanNarrator {
public:
    /// All must outlive the narrator.
    PlanNarrator(const CurriculumLibrary& library, const PlanWords& words,
        const LearningPreferences& wish, const PlanFacts& facts);

    [[nodiscard]] QString title() const;
    [[nodiscard]] IntentAnalysis intent(const PlanGraph& graph, const Roadmap& roadmap) const;
    [[nodiscard]] QStringList intentWords() const;
    [[nodiscard]] QString rationale(const Roadmap& roadmap, const QList<Finding>& findings) const;
    /// Explains each rule that `findings` names.
    [[nodiscard]] QStringList designWords(
        const PlanGraph& graph, const Roadmap& roadmap, const QList<Finding>& findings) const;

private:
    [[nodiscard]] QString text(const QString& key, PlanWords::Values values = {}) const
    {
        return m_words.text(m_language, key, values);
    }
    [[nodiscard]] QString listed(const QStringList& items) const
    {
        return m_words.list(m_language, items);
    }
    [[nodiscard]] QString hoursText(double hours) const;
    [[nodiscard]] QString levelText() const;
    [[nodiscard]] QString deadlineText() const;
    [[nodiscard]] QString conceptList(const QList<int>& numbers) const;
    [[nodiscard]] QString subjectList(const QList<int>& subjects) const;
    [[nodiscard]] QString parsedGoal() const;
    [[nodiscard]] QString profile(const PlanGraph& graph) const;
    [[nodiscard]] QString timeConstraint() const;
    [[nodiscard]] QStringList technologies(const PlanGraph& graph, const Roadmap& roadmap) const;
    [[nodiscard]] QStringList focus(const PlanGraph& graph) const;
    [[nodiscard]] QStringList levelWords() const;
    [[nodiscard]] QString supportWords(const PlanGraph& graph) const;
    [[nodiscard]] QString sizeWords(const Roadmap& roadmap) const;
    [[nodiscard]] QString reason(const PlanGraph& graph) const;
    [[nodiscard]] QString explanation(
        const QString& rule, const PlanGraph& graph, const Roadmap& roadmap) const;

    const CurriculumLibrary& m_library;
    const PlanWords& m_words;
    const LearningPreferences& m_wish;
    const PlanFacts& m_facts;
    Language m_language;
};

} // namespace roadloom
