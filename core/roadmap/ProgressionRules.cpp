// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/ProgressionRules.h"

#include "core/roadmap/RoadmapNorms.h"
#include "core/roadmap/RoadmapWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

using namespace norms;

namespace {

constexpr qsizetype maxTechnologies = 50;

/// Words by which a concept is told to be a project, as case-folded text holds them.
constexpr std::array<QStringView, 5> projectWords { u"project", u"capstone", u"项目", u"实战",
    u"作品" };

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRules)
};

/// The shortest stage is the measure: every stage that is too long for it is reported.
void checkStageHours(const RuleInput& input, RuleFindings& findings)
{
    if (!std::isfinite(input.hours))
        return;
    const QList<Placed<Stage>>& stages = input.order.stages;
    qsizetype shortest = -1;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        const bool isUsed = !stages[i]->modules.isEmpty(); // else it is H3's to report
        if (isUsed && (shortest < 0 || input.stageHours[i] < input.stageHours[shortest]))
            shortest = i;
    }
    if (shortest < 0)
        return;
    const double most = input.stageHours[shortest] * stageHoursRatio + roundingSlack;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        if (input.stageHours[i] <= most)
            continue;
        findings.add(stages[i], [&] {
            return RuleFindings::Words {
                Translation::tr("The stage “%1” takes %2 hours, more than 1.3 times as long as the "
                                "%3 hours of “%4”.")
                    .arg(nameFor(stages[i]), hoursNumber(input.stageHours[i]),
                        hoursNumber(input.stageHours[shortest]), nameFor(stages[shortest])),
                Translation::tr("Move modules so that all stages are about equally long.")
            };
        });
    }
}

/// Mean difficulty of each stage; 0 where none is known.
QList<double> meanDifficulties(const ReadingOrder& order)
{
    QList<double> sums(order.stages.size(), 0.0);
    QList<double> counts(order.stages.size(), 0.0);
    for (const Placed<Concept>& item : order.concepts) {
        const int value = difficultyValue(item->difficulty);
        sums[order.stageOf(item)] += value;
        counts[order.stageOf(item)] += value > 0 ? 1 : 0;
    }
    for (qsizetype i = 0; i < sums.size(); ++i)
        sums[i] /= std::max(1.0, counts[i]);
    return sums;
}

void checkDifficultyDoesNotFall(const ReadingOrder& order, RuleFindings& findings)
{
    const QList<double> means = meanDifficulties(order);
    double before = 0;
    for (qsizetype i = 0; i < means.size(); ++i) {
        if (means[i] <= 0)
            continue;
        if (means[i] < before - difficultyFall)
            findings.add(order.stages[i], [&] {
                return RuleFindings::Words { Translation::tr(
                                                 "The stage “%1” is easier than the one before it.")
                                                 .arg(nameFor(order.stages[i])),
                    Translation::tr("Begin with what is easy and let the stages get harder.") };
            });
        before = means[i];
    }
}

bool isProject(const Concept& item)
{
    const QString text
        = QString(item.name + u'\n' + item.description + u'\n' + item.keywords.join(u'\n'))
              .toCaseFolded();
    return std::ranges::any_of(
        projectWords, [&text](QStringView word) { return text.contains(word); });
}

void checkEndsWithProject(const ReadingOrder& order, RuleFindings& findings)
{
    const Placed<Stage>& last = order.stages.constLast();
    bool isEmpty = true;
    for (const Module& module : last->modules) {
        if (std::ranges::any_of(module.concepts, isProject))
            return;
        isEmpty = isEmpty && module.concepts.isEmpty();
    }
    if (isEmpty)
        return;
    findings.add(last, [&] {
        return RuleFindings::Words {
            Translation::tr("The last stage, “%1”, holds no project.").arg(nameFor(last)),
            Translation::tr("End with a project in which all that was learned is used.")
        };
    });
}

/// Not where an order is below 1: that is S4's to report, and no numbering can be judged by it.
void checkNumbering(const ReadingOrder& order, RuleFindings& findings)
{
    if (order.stages.constFirst()->order < 1)
        return;
    int before = 0;
    for (const Placed<Stage>& stage : order.stages) {
        const int here = stage->order;
        if (here - before != 1)
            findings.add(stage, [&] {
                const QString issue = here == before
                    ? Translation::tr("The stage “%1” has the order %2, as the one before it.")
                    : Translation::tr("The stage “%1” has the order %2, but the one before that "
                                      "number is missing.");
                return RuleFindings::Words { issue.arg(nameFor(stage), QString::number(here)),
                    Translation::tr("Number the stages 1, 2, 3 and so on.") };
            });
        before = here;
    }
}

template <class Node>
void checkIdsAreUnique(const QList<Placed<Node>>& nodes, const char* issue, RuleFindings& findings)
{
    QHash<QString, qsizetype> firstByIds;
    firstByIds.reserve(nodes.size());
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const Placed<Node>& node = nodes[i];
        if (node->id.trimmed().isEmpty())
            continue;
        const auto first = firstByIds.constFind(node->id);
        if (first == firstByIds.constEnd()) {
            firstByIds.insert(node->id, i);
            continue;
        }
        findings.add(node, [&] {
            return RuleFindings::Words { Translation::tr(issue).arg(nameFor(node),
                                             shortened(node->id), nameFor(nodes[*first])),
                Translation::tr("Give it an id that nothing else in the roadmap has.") };
        });
    }
}

void reportComesLater(
    const RuleInput& input, qsizetype index, qsizetype prerequisite, RuleFindings& findings)
{
    const Placed<Concept>& item = input.order.concepts[index];
    findings.add(item, [&] {
        return RuleFindings::Words {
            Translation::tr("The concept “%1” needs “%2”, which comes only later.")
                .arg(nameFor(item), nameFor(input.order.concepts[prerequisite])),
            Translation::tr(
                "Move what is needed before what needs it, or drop the prerequisite.")
        };
    });
}

void reportForeignPrerequisites(
    const Placed<Concept>& item, qsizetype count, RuleFindings& findings)
{
    findings.add(item, [&] {
        return RuleFindings::Words {
            Translation::tr(
                "The concept “%1” needs %2 concepts of other modules; more than 2 are hard "
                "to keep in view.")
                .arg(nameFor(item), QString::number(count)),
            Translation::tr("Keep the two that matter most, or move the concept.")
        };
    });
}

void checkFirstConcept(const RuleInput& input, RuleFindings& findings)
{
    const Placed<Concept>& first = input.order.concepts.constFirst();
    const LearnerLevel level = input.context.request->preferences.currentLevel;
    if (difficultyValue(first->difficulty) <= hardestStart(level))
        return;
    findings.add(first, [&] {
        return RuleFindings::Words {
            Translation::tr("The first concept, “%1”, is too hard for the learner's level.")
                .arg(nameFor(first)),
            Translation::tr("Begin with something easier.")
        };
    });
}

/// Every word of the roadmap in which a technology can be mentioned, case-folded.
QString allWords(const ReadingOrder& order)
{
    QString words;
    const auto append = [&words](const QString& text) {
        words += text;
        words += u'\n';
    };
    const auto appendTexts = [&append](const auto& node) {
        append(node.name);
        append(node.description);
    };
    for (const Placed<Stage>& stage : order.stages)
        appendTexts(*stage);
    for (const Placed<Module>& module : order.modules)
        appendTexts(*module);
    for (const Placed<Concept>& item : order.concepts) {
        appendTexts(*item);
        for (const QString& keyword : item->keywords)
            append(keyword);
    }
    return words.toCaseFolded();
}

/// "Go" is no part of "good", nor "Java" of "JavaScript"; Han characters stand anywhere.
bool mentions(const QString& words, const QString& technology)
{
    const auto isWordPart = [](QChar character) {
        return character.isLetterOrNumber() && character.script() == QChar::Script_Latin;
    };
    for (qsizetype at = words.indexOf(technology); at >= 0;
         at = words.indexOf(technology, at + 1)) {
        qsizetype end = at + technology.size();
        if (end < words.size() && words[end] == u's') // "APIs"
            ++end;
        const bool opens = at == 0 || !isWordPart(words[at - 1]) || !isWordPart(words[at]);
        const bool closes
            = end == words.size() || !isWordPart(words[end]) || !isWordPart(words[end - 1]);
        if (technology.isEmpty() || (opens && closes))
            return true;
    }
    return false;
}

void checkTechnologies(const RuleInput& input, RuleFindings& findings)
{
    const QStringList technologies = input.context.intent->keyTechnologies.mid(0, maxTechnologies);
    const QString words = allWords(input.order);
    for (const QString& technology : technologies) {
        if (mentions(words, technology.trimmed().toCaseFolded()))
            continue;
        findings.addForWhole([&] {
            return RuleFindings::Words {
                Translation::tr("The roadmap never mentions “%1”, which the goal asks for.")
                    .arg(shortened(technology)),
                Translation::tr("Add a concept that teaches it.")
            };
        });
    }
}

} // namespace

void checkStageBalance(const RuleInput& input, RuleFindings& findings)
{
    checkStageHours(input, findings);
    checkDifficultyDoesNotFall(input.order, findings);
    checkEndsWithProject(input.order, findings);
}

void checkNumberingAndIds(const RuleInput& input, RuleFindings& findings)
{
    checkNumbering(input.order, findings);
    checkIdsAreUnique(input.order.stages,
        QT_TRANSLATE_NOOP(
            "RoadmapRules", "The stage “%1” has the id %2, which the stage “%3” has already."),
        findings);
    checkIdsAreUnique(input.order.modules,
        QT_TRANSLATE_NOOP(
            "RoadmapRules", "The module “%1” has the id %2, which the module “%3” has already."),
        findings);
}

void checkPrerequisiteOrder(const RuleInput& input, RuleFindings& findings)
{
    for (qsizetype i = 0; i < input.order.concepts.size(); ++i) {
        const Placed<Concept>& item = input.order.concepts[i];
        qsizetype foreign = 0;
        for (const qsizetype prerequisite : input.graph.known(i)) {
            if (input.order.concepts[prerequisite].parent != item.parent)
                ++foreign;
            // What is part of a circle is H2's to report.
            if (prerequisite >= i && !input.graph.shareCycle(prerequisite, i))
                reportComesLater(input, i, prerequisite, findings);
        }
        if (foreign > mostForeignPrerequisites)
            reportForeignPrerequisites(item, foreign, findings);
    }
}

void checkFitsLearner(const RuleInput& input, RuleFindings& findings)
{
    if (input.context.intent != nullptr)
        checkTechnologies(input, findings);
    if (input.context.request != nullptr)
        checkFirstConcept(input, findings);
}

} // namespace roadloom
