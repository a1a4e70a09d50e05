// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"
#include "core/roadmap/StudyState.h"

#include <QHash>

#include <optional>

namespace roadloom {

/// How much of a branch, or of a roadmap, is learnt. What was known before is learnt as well.
struct StudyTotals {
    int concepts = 0;
    int learnt = 0; ///< of the concepts
    double hours = 0.0;
    double learntHours = 0.0; ///< of the hours

    [[nodiscard]] double hoursLeft() const { return hours - learntHours; }

    bool operator==(const StudyTotals&) const = default;
};

QDebug operator<<(QDebug debug, const StudyTotals& totals);

/// How far a learner is with a roadmap: the states of its concepts by their ids, and what follows
/// from them. Concepts that share an id share their state. Knows the roadmap's order, figures and
/// names. A change of state costs its branch; the rest is linear in what is asked about.
class StudyProgress {
public:
    StudyProgress() = default;
    /// Everything is still to do. Costs as much as there are concepts: see StudyProgressBuilder.
    explicit StudyProgress(const Roadmap& roadmap);

    [[nodiscard]] bool has(const QString& conceptId) const { return m_byId.contains(conceptId); }
    /// To do, if there is no such concept.
    [[nodiscard]] StudyState state(const QString& conceptId) const;
    /// Whether that changed anything; not, if there is no such concept.
    bool setState(const QString& conceptId, StudyState state);

    [[nodiscard]] const StudyTotals& totals() const { return m_totals; }
    /// Of a stage or module by its place in Roadmap::stages and Stage::modules; empty if there is
    /// none.
    [[nodiscard]] StudyTotals totals(qsizetype stage) const;
    [[nodiscard]] StudyTotals totals(qsizetype stage, qsizetype module) const;
    /// Hours of the concept; 0 if there is no such concept.
    [[nodiscard]] double hours(const QString& conceptId) const;
    /// Untrusted; empty if there is no such concept.
    [[nodiscard]] QString name(const QString& conceptId) const;

    /// The id of the first concept in reading order that is not learnt, though all that it builds
    /// on is; if there is none, of the first that is not learnt; empty if all are.
    [[nodiscard]] QString nextToLearn() const;
    /// The same behind a concept, and from the beginning again if there is none.
    [[nodiscard]] QString nextToLearnAfter(const QString& conceptId) const;
    /// The ids of its neighbours in reading order; empty at the ends.
    [[nodiscard]] QString before(const QString& conceptId) const;
    [[nodiscard]] QString after(const QString& conceptId) const;

    /// The ids of what a concept builds on, in their order, without what is not in the roadmap.
    [[nodiscard]] QStringList prerequisites(const QString& conceptId) const;
    /// The ids of those that are not learnt.
    [[nodiscard]] QStringList missingPrerequisites(const QString& conceptId) const;
    /// The ids of what builds on a concept, in reading order.
    [[nodiscard]] QStringList dependents(const QString& conceptId) const;

    /// Until all is learnt, at so many hours a week (below 1 counts as 1); 0 if all is.
    [[nodiscard]] int weeksLeft(int hoursPerWeek) const;

private:
    friend class StudyProgressBuilder;

    struct Item {
        QString id;
        QString name;
        double hours = 0.0;
        qsizetype stage = 0; ///< its place in the roadmap
        qsizetype module = 0; ///< index into m_modules
        StudyState state = StudyState::ToDo;
        QStringList prerequisites;
        qsizetype nextOfId = -1; ///< another item with its id
    };

    /// With room for the roadmap's concepts.
    [[nodiscard]] static StudyProgress emptyOf(const Roadmap& roadmap);
    /// Behind those that are there; at those places in Roadmap::stages and Stage::modules.
    void add(const Concept& item, qsizetype stage, qsizetype module, StudyState state);
    void count(const Item& item, int direction);
    void findDependents() const;
    [[nodiscard]] qsizetype firstOf(const QString& conceptId) const;

    QList<Item> m_items; ///< in reading order
    QHash<QString, qsizetype> m_byId; ///< the first
    mutable QHash<QString, QStringList> m_dependents; ///< once somebody asks
    StudyTotals m_totals;
    QList<StudyTotals> m_stages; ///< by their places in the roadmap
    QList<StudyTotals> m_modules; ///< of the first stage, then of the second …
    QList<qsizetype> m_firstModules; ///< of each stage, index into m_modules; one more at the end
};

} // namespace roadloom
