// SPDX-License-Identifier: Apache-2.0
#include "core/offline/PlanNarrator.h"

#include "core/offline/GoalTechnologies.h"
#include "core/offline/PlanTrimmer.h"
#include "core/roadmap/RoadmapNorms.h"

#include <QMap>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype mostTechnologies = 8;
constexpr qsizetype leastTechnologiesOfASubject = 3;
constexpr qsizetype mostFocusTopics = 4;

/// Where technologies are looked for: what the roadmap teaches, not its connecting words.
QString taughtWords(const Roadmap& roadmap)
{
    QString words;
    forEachConcept(roadmap, [&words](const Stage&, const Module&, const Concept& item) {
        words += item.name + u'\n' + item.keywords.join(u'\n') + u'\n';
    });
    return words;
}

/// The subjects of a plan: wished-for ones first, each group by how much of the plan it is.
QList<int> subjectsOf(const PlanGraph& graph, bool wished)
{
    QMap<int, int> counts;
    QMap<int, bool> isWished;
    for (const PlanItem& item : graph.items()) {
        ++counts[item.subject];
        isWished[item.subject] = isWished.value(item.subject) || item.target;
    }
    QList<int> subjects = counts.keys();
    subjects.removeIf([&](int subject) { return isWished.value(subject) != wished; });
    std::ranges::stable_sort(
        subjects, std::ranges::greater(), [&counts](int subject) { return counts.value(subject); });
    return subjects;
}

} // namespace

PlanNarrator::PlanNarrator(const CurriculumLibrary& library, const PlanWords& words,
    const LearningPreferences& wish, const PlanFacts& facts)
    : m_library(library)
    , m_words(words)
    , m_wish(wish)
    , m_facts(facts)
    , m_language(answerLanguage(wish))
{
}

QString PlanNarrator::hoursText(double hours) const
{
    return QString::number(std::round(hours * 10) / 10, 'f', 1).remove(u".0"_s);
}

QString PlanNarrator::levelText() const
{
    return text(QString(u"level."_s + levelName(m_wish.currentLevel)));
}

QString PlanNarrator::deadlineText() const
{
    return m_wish.targetDeadline ? m_wish.targetDeadline->toString(Qt::ISODate) : QString();
}

QString PlanNarrator::conceptList(const QList<int>& numbers) const
{
    QStringList names;
    for (const int number : numbers)
        names.append(m_library.conceptAt(number).name.in(m_language));
    return m_words.names(m_language, names);
}

QString PlanNarrator::subjectList(const QList<int>& subjects) const
{
    QStringList names;
    for (const int subject : subjects)
        names.append(m_library.subjects().at(subject).name.in(m_language));
    return m_words.names(m_language, names);
}

QString PlanNarrator::title() const
{
    const GoalMatch& match = m_facts.match;
    const QString what
        = match.subjects.isEmpty() ? conceptList(match.concepts) : subjectList(match.subjects);
    return text(u"title"_s, { { u"subject", what } });
}

QString PlanNarrator::parsedGoal() const
{
    const GoalMatch& match = m_facts.match;
    const QString subjects = subjectList(match.subjects);
    const QString concepts = conceptList(match.concepts);
    if (match.concepts.isEmpty())
        return text(u"parsed.subjects"_s, { { u"subjects", subjects } });
    if (match.subjects.isEmpty())
        return text(u"parsed.concepts"_s, { { u"concepts", concepts } });
    return text(u"parsed.both"_s, { { u"subjects", subjects }, { u"concepts", concepts } });
}

QString PlanNarrator::profile(const PlanGraph& graph) const
{
    const auto count = [&graph](Difficulty difficulty) {
        return QString::number(
            std::ranges::count(graph.items(), difficulty, &PlanItem::difficulty));
    };
    return text(u"profile"_s,
        { { u"level", levelText() }, { u"easy", count(Difficulty::Easy) },
            { u"medium", count(Difficulty::Medium) }, { u"hard", count(Difficulty::Hard) } });
}

QString PlanNarrator::timeConstraint() const
{
    const QString hours = QString::number(m_wish.availableHoursPerWeek);
    if (!m_facts.availableHours)
        return text(u"time.open"_s, { { u"hours", hours } });
    return text(u"time.deadline"_s,
        { { u"hours", hours }, { u"date", deadlineText() },
            { u"available", hoursText(*m_facts.availableHours) } });
}

/// Proper names that the plan really teaches; first those that the goal itself names.
QStringList PlanNarrator::technologies(const PlanGraph& graph, const Roadmap& roadmap) const
{
    const QString words = taughtWords(roadmap);
    const GoalTechnologies named(m_library, m_wish.learningGoal);
    QStringList chosen;
    const auto take = [&chosen](const QString& technology) {
        if (chosen.size() < mostTechnologies && !chosen.contains(technology))
            chosen.append(technology);
    };
    const QList<int> subjects = subjectsOf(graph, true) + subjectsOf(graph, false);
    for (const int subject : subjects) {
        for (const QString& technology : m_library.subjects().at(subject).technologies) {
            if (named.contains(technology) && mentions(words, technology))
                take(technology);
        }
    }
    // The wished-for subjects share the room; what they rest on comes after them.
    const qsizetype share = std::max(leastTechnologiesOfASubject,
        mostTechnologies / std::max<qsizetype>(1, graph.targetSubjects()));
    for (const int subject : subjects) {
        qsizetype taken = 0;
        for (const QString& technology : m_library.subjects().at(subject).technologies) {
            if (taken < share && mentions(words, technology)) {
                take(technology);
                ++taken;
            }
        }
    }
    return chosen;
}

/// The topics in which most of the time goes, in the plan's order.
QStringList PlanNarrator::focus(const PlanGraph& graph) const
{
    QMap<int, double> hours;
    QMap<int, QString> names;
    QList<int> order;
    for (const PlanItem& item : graph.items()) {
        if (!item.target)
            continue;
        if (!hours.contains(item.topic))
            order.append(item.topic);
        hours[item.topic] += item.hours;
        names[item.topic] = m_library.topicOf(item.number).name.in(m_language);
    }
    QList<int> longest = order;
    std::ranges::stable_sort(
        longest, std::ranges::greater(), [&hours](int topic) { return hours.value(topic); });
    longest.resize(std::min(longest.size(), mostFocusTopics));
    order.removeIf([&longest](int topic) { return !longest.contains(topic); });
    QStringList focus;
    for (const int topic : std::as_const(order))
        focus.append(names.value(topic));
    return focus;
}

IntentAnalysis PlanNarrator::intent(const PlanGraph& graph, const Roadmap& roadmap) const
{
    IntentAnalysis intent;
    intent.parsedGoal = parsedGoal();
    intent.keyTechnologies = technologies(graph, roadmap);
    intent.difficultyProfile = profile(graph);
    intent.timeConstraint = timeConstraint();
    intent.recommendedFocus = focus(graph);
    return intent;
}

QStringList PlanNarrator::levelWords() const
{
    if (m_facts.refresher)
        return { text(u"intent.refresher"_s, { { u"level", levelText() } }) };
    if (m_wish.currentLevel == LearnerLevel::Beginner)
        return { text(u"intent.known.none"_s) };
    QStringList words;
    if (!m_facts.known.isEmpty())
        words.append(text(u"intent.known"_s,
            { { u"level", levelText() }, { u"concepts", conceptList(m_facts.known) } }));
    if (!m_facts.match.concepts.isEmpty())
        words.append(text(u"intent.known.named"_s));
    return words;
}

QStringList PlanNarrator::intentWords() const
{
    const GoalMatch& match = m_facts.match;
    QStringList words { text(u"intent.library"_s) };
    QList<int> named = match.subjects;
    named.removeIf([&match](int subject) { return match.meant.contains(subject); });
    if (!named.isEmpty())
        words.append(text(u"intent.subjects"_s, { { u"subjects", subjectList(named) } }));
    if (!match.meant.isEmpty())
        words.append(text(u"intent.fields"_s,
            { { u"fields", listed(match.fields) }, { u"subjects", subjectList(match.meant) } }));
    if (!match.concepts.isEmpty())
        words.append(text(u"intent.concepts"_s, { { u"concepts", conceptList(match.concepts) } }));
    if (!match.excluded.isEmpty())
        words.append(text(u"intent.excluded"_s, { { u"items", listed(match.excluded) } }));
    if (!match.background.isEmpty())
        words.append(text(u"intent.background"_s, { { u"background", listed(match.background) } }));
    if (!match.notCovered.isEmpty())
        words.append(
            text(u"intent.notCovered"_s, { { u"technologies", listed(match.notCovered) } }));
    words += levelWords();
    if (!m_wish.motivation.trimmed().isEmpty() || !m_wish.careerBackground.trimmed().isEmpty())
        words.append(text(u"intent.profile"_s));
    return words;
}

QString PlanNarrator::rationale(const Roadmap& roadmap, const QList<Finding>& findings) const
{
    const QString first
        = roadmap.stages.constFirst().modules.constFirst().concepts.constFirst().name;
    const QString last = roadmap.stages.constLast().modules.constLast().concepts.constLast().name;
    const bool even = std::ranges::find(findings, u"W6"_s, &Finding::rule) == findings.end();
    return text(
        even ? u"rationale"_s : u"rationale.plain"_s, { { u"first", first }, { u"last", last } });
}

QString PlanNarrator::sizeWords(const Roadmap& roadmap) const
{
    return text(roadmap.stages.size() == 1 ? u"design.size.one"_s : u"design.size"_s,
        { { u"stages", QString::number(roadmap.stages.size()) },
            { u"count", QString::number(conceptCount(roadmap)) },
            { u"total", hoursText(roadmap.totalEstimatedHours) },
            { u"weeks", QString::number(roadmap.recommendedCompletionWeeks) },
            { u"hours", QString::number(m_wish.availableHoursPerWeek) } });
}

QString PlanNarrator::supportWords(const PlanGraph& graph) const
{
    const QList<int> support = subjectsOf(graph, false);
    return support.isEmpty() ? QString()
                             : text(u"design.support"_s, { { u"subjects", subjectList(support) } });
}

/// Why the wish forces a plan out of the usual shape.
QString PlanNarrator::reason(const PlanGraph& graph) const
{
    const QString count = QString::number(graph.count());
    if (!m_facts.dropped.isEmpty())
        return text(u"reason.deadline"_s, { { u"count", count } });
    if (!m_facts.known.isEmpty())
        return text(u"reason.level"_s, { { u"level", levelText() }, { u"count", count } });
    if (graph.count() < norms::conceptsOfRoadmap.least)
        return text(u"reason.few"_s, { { u"count", count } });
    if (!m_facts.match.concepts.isEmpty())
        return text(u"reason.narrow"_s);
    return text(u"reason.curricula"_s);
}

QString PlanNarrator::explanation(
    const QString& rule, const PlanGraph& graph, const Roadmap& roadmap) const
{
    if (rule == "W3"_L1)
        return text(u"why.W3"_s,
            { { u"date", deadlineText() },
                { u"available", hoursText(m_facts.availableHours.value_or(0)) },
                { u"total", hoursText(roadmap.totalEstimatedHours) } });
    const QStringList told { u"W4"_s, u"W5"_s, u"W6"_s, u"W9"_s };
    if (told.contains(rule))
        return text(QString(u"why."_s + rule), { { u"reason", reason(graph) } });
    return text(u"why.other"_s, { { u"rule", rule }, { u"reason", reason(graph) } });
}

QStringList PlanNarrator::designWords(
    const PlanGraph& graph, const Roadmap& roadmap, const QList<Finding>& findings) const
{
    QStringList words { text(u"design.library"_s), sizeWords(roadmap) };
    words.append(supportWords(graph));
    if (m_facts.addedProject >= 0)
        words.append(text(u"design.project"_s,
            { { u"project", m_library.conceptAt(m_facts.addedProject).name.in(m_language) } }));
    if (!m_facts.surplus.isEmpty())
        words.append(text(u"design.surplus"_s,
            { { u"most", QString::number(mostPlanConcepts) },
                { u"concepts", conceptList(m_facts.surplus) } }));
    if (!m_facts.dropped.isEmpty())
        words.append(text(u"design.dropped"_s,
            { { u"date", deadlineText() }, { u"concepts", conceptList(m_facts.dropped) } }));
    QStringList explained;
    for (const Finding& finding : findings) {
        if (explained.contains(finding.rule))
            continue;
        explained.append(finding.rule);
        words.append(explanation(finding.rule, graph, roadmap));
    }
    words.removeAll(QString());
    return words;
}

} // namespace roadloom
