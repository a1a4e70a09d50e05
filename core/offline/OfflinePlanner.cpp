// SPDX-License-Identifier: Apache-2.0
#include "core/offline/OfflinePlanner.h"

#include "core/offline/ModuleGrouper.h"
#include "core/offline/PlanNarrator.h"
#include "core/offline/PlanTrimmer.h"
#include "core/offline/RoadmapComposer.h"
#include "core/offline/StageCutter.h"
#include "core/roadmap/RoadmapNorms.h"
#include "core/roadmap/StudyTime.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(OfflinePlanner)
};

/// Chooses what a plan holds.
class Scope {
public:
    Scope(const CurriculumLibrary& library, const LearningPreferences& wish, GoalMatch match,
        std::optional<double> available)
        : m_library(library)
        , m_level(wish.currentLevel)
    {
        m_facts.match = std::move(match);
        m_facts.availableHours = available;
    }

    [[nodiscard]] PlanGraph choose()
    {
        PlanGraph graph = graphForLevel();
        if (std::ranges::none_of(graph.items(), &PlanItem::project))
            graph = withProject(graph);
        return fitted(graph);
    }

    [[nodiscard]] const PlanFacts& facts() const { return m_facts; }

private:
    [[nodiscard]] PlanGraph graphForLevel()
    {
        m_wish.targets = m_facts.match.targets;
        m_wish.requested = QBitArray(m_library.conceptCount());
        for (const int number : std::as_const(m_facts.match.concepts))
            m_wish.requested.setBit(number);
        m_wish.leftOut = QBitArray(m_library.conceptCount());
        for (const int number : prerequisiteClosure(m_library, m_wish.targets)) {
            const bool known = m_library.conceptAt(number).level < m_level;
            if (known && !m_wish.requested.testBit(number)) {
                m_wish.leftOut.setBit(number);
                m_facts.known.append(number);
            }
        }
        PlanGraph graph = PlanGraph::of(m_library, m_wish);
        if (graph.count() > 0)
            return graph;
        m_facts.refresher = true;
        m_facts.known.clear();
        m_wish.leftOut.fill(false);
        return PlanGraph::of(m_library, m_wish);
    }

    /// Concepts asked for by name leave no project to end with. One of their subject is added if it
    /// brings little with it that was not asked for, and if there is time for it.
    [[nodiscard]] PlanGraph withProject(const PlanGraph& graph)
    {
        const int mostAdded = std::max(2, graph.count() / 3);
        PlanGraph best = graph;
        int bestCount = graph.count() + mostAdded + 1;
        for (int number = 0; number < m_library.conceptCount(); ++number) {
            if (!isCandidate(number))
                continue;
            PlanGraph::Wish wish = m_wish;
            wish.targets.append(number);
            leaveOutKnown(wish);
            PlanGraph wider = PlanGraph::of(m_library, wish);
            const bool fits = !m_facts.availableHours || wider.hours() <= *m_facts.availableHours;
            if (fits && wider.count() < bestCount) {
                bestCount = wider.count();
                best = std::move(wider);
                m_facts.addedProject = number;
            }
        }
        return best;
    }

    [[nodiscard]] bool isCandidate(int number) const
    {
        const CurriculumConcept& item = m_library.conceptAt(number);
        return item.project && item.level >= m_level
            && !std::ranges::binary_search(m_facts.match.unwanted, number)
            && std::ranges::any_of(m_wish.targets, [this, number](int target) {
                   return m_library.placeOf(target).subject == m_library.placeOf(number).subject;
               });
    }

    void leaveOutKnown(PlanGraph::Wish& wish) const
    {
        for (const int number : prerequisiteClosure(m_library, wish.targets)) {
            if (!m_facts.refresher && m_library.conceptAt(number).level < m_level
                && !wish.requested.testBit(number))
                wish.leftOut.setBit(number);
        }
    }

    [[nodiscard]] PlanGraph fitted(const PlanGraph& graph)
    {
        PlanTrimmer trimmer(graph);
        trimmer.limitConcepts(mostPlanConcepts);
        m_facts.surplus = numbersOf(graph, trimmer.takeDropped());
        if (m_facts.availableHours)
            trimmer.limitHours(*m_facts.availableHours);
        m_facts.dropped = numbersOf(graph, trimmer.takeDropped());
        return graph.restrictedTo(trimmer.kept());
    }

    [[nodiscard]] static QList<int> numbersOf(const PlanGraph& graph, const QList<int>& items)
    {
        QList<int> numbers;
        for (const int item : items)
            numbers.append(graph.items().at(item).number);
        return numbers;
    }

    const CurriculumLibrary& m_library;
    LearnerLevel m_level;
    PlanGraph::Wish m_wish;
    PlanFacts m_facts;
};

PlanLayout layOut(const PlanGraph& graph, LearnerLevel level)
{
    PlanLayout layout;
    for (const QList<int>& stage : cutIntoStages(graph))
        layout.append(
            groupIntoModules(graph, stage, layout.isEmpty() ? norms::hardestStart(level) : 3));
    return layout;
}

/// Stable: the same wish gives the same id, another wish another one.
QString roadmapId(const CurriculumLibrary& library, const PlanFacts& facts,
    const LearningPreferences& wish, const QDate& today)
{
    constexpr qsizetype mostSubjects = 2;
    constexpr qsizetype hashDigits = 8;
    QStringList slug { u"offline"_s };
    for (const int target : facts.match.targets) {
        const QString& id = library.subjects().at(library.placeOf(target).subject).id;
        if (!slug.contains(id) && slug.size() <= mostSubjects)
            slug.append(id);
    }
    QStringList parts { wish.learningGoal, levelName(wish.currentLevel),
        QString::number(wish.availableHoursPerWeek), languageCode(answerLanguage(wish)) };
    if (facts.availableHours)
        parts << wish.targetDeadline->toString(Qt::ISODate) << today.toString(Qt::ISODate);
    const QByteArray hash
        = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    slug.append(QString::fromLatin1(hash.toHex().left(hashDigits)));
    return slug.join(u'-');
}

} // namespace

OfflinePlanner::OfflinePlanner(const CurriculumLibrary& library)
    : m_library(library)
    , m_matcher(library)
    , m_words(PlanWords::builtIn())
{
}

Error OfflinePlanner::notCovered(const GoalMatch& match) const
{
    //: Not shown: the language of this translation, "en" or "zh". It chooses the subjects' names.
    const Language language = languageForCode(Translation::tr("en", "language of the catalogue"));
    QStringList names;
    for (const int subject : match.nearest)
        names.append(m_library.subjects().at(subject).name.in(language));
    const bool isNear = !names.isEmpty();
    if (!isNear) {
        for (const Curriculum& subject : m_library.subjects())
            names.append(subject.name.in(language));
    }
    const QString separator = Translation::tr(", ", "between the names of subjects");
    return { ErrorKind::NotCovered,
        (isNear ? Translation::tr("The built-in courses have nothing on this goal. Nearest to it "
                                  "are: %1. A language model can plan any goal.")
                : Translation::tr(
                    "The built-in courses have nothing on this goal. They cover: %1. A "
                    "language model can plan any goal."))
            .arg(names.join(separator)),
        {} };
}

Result<OfflinePlan> OfflinePlanner::plan(const LearnerRequest& request, const QDate& today) const
{
    if (!m_words.ok())
        return m_words.error();
    const LearningPreferences& wish = request.preferences;
    GoalMatch match = m_matcher.match(wish.learningGoal);
    if (match.targets.isEmpty())
        return notCovered(match);

    Scope scope(m_library, wish, std::move(match), hoursUntilDeadline(wish, today));
    const PlanGraph graph = scope.choose();
    const bool fromZero = wish.currentLevel == LearnerLevel::Beginner;
    OfflinePlan plan;
    Roadmap& roadmap = plan.design.framework;
    roadmap = RoadmapComposer(m_library, m_words.value(), answerLanguage(wish))
                  .compose(graph, layOut(graph, wish.currentLevel), fromZero);
    roadmap.id = roadmapId(m_library, scope.facts(), wish, today);
    roadmap.recommendedCompletionWeeks
        = int(weeksNeeded(roadmap.totalEstimatedHours, wish.availableHoursPerWeek));

    const PlanNarrator narrator(m_library, m_words.value(), wish, scope.facts());
    roadmap.title = narrator.title();
    plan.intent = narrator.intent(graph, roadmap);
    plan.intentWords = narrator.intentWords();
    plan.findings
        = checkRoadmap(roadmap, { .request = &request, .intent = &plan.intent, .today = today });
    plan.design.designRationale = narrator.rationale(roadmap, plan.findings);
    plan.designWords = narrator.designWords(graph, roadmap, plan.findings);
    return plan;
}

} // namespace roadloom
