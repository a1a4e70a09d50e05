// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/DataModelRules.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapNorms.h"
#include "core/roadmap/RoadmapWords.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapRules)
};

bool isBlank(const QString& text)
{
    return text.trimmed().isEmpty();
}

/// The words for whichever of the two is blank; the kind's own whole sentences come from the
/// caller.
struct BlankTexts {
    const char* idIsBlank;
    const char* nameIsBlank;
};

constexpr BlankTexts stageTexts {
    QT_TRANSLATE_NOOP("RoadmapRules", "The stage “%1” has no id."),
    QT_TRANSLATE_NOOP("RoadmapRules", "The stage “%1” has no name."),
};
constexpr BlankTexts moduleTexts {
    QT_TRANSLATE_NOOP("RoadmapRules", "The module “%1” has no id."),
    QT_TRANSLATE_NOOP("RoadmapRules", "The module “%1” has no name."),
};
constexpr BlankTexts conceptTexts {
    QT_TRANSLATE_NOOP("RoadmapRules", "The concept “%1” has no id."),
    QT_TRANSLATE_NOOP("RoadmapRules", "The concept “%1” has no name."),
};

template <class Node>
void checkTexts(const Placed<Node>& node, const BlankTexts& texts, RuleFindings& findings)
{
    if (isBlank(node->id))
        findings.add(node, [&] {
            return RuleFindings::Words { Translation::tr(texts.idIsBlank).arg(nameFor(node)),
                Translation::tr("Give it an id that nothing else in the roadmap has.") };
        });
    if (isBlank(node->name))
        findings.add(node, [&] {
            return RuleFindings::Words { Translation::tr(texts.nameIsBlank).arg(nameFor(node)),
                Translation::tr("Name what is learned there.") };
        });
}

/// Not a number and minus infinity are below the least hours already (S5).
void checkHoursAreFinite(const Placed<Concept>& item, RuleFindings& findings)
{
    if (!std::isinf(item->estimatedHours) || item->estimatedHours < 0)
        return;
    findings.add(item, [&] {
        return RuleFindings::Words { Translation::tr(
                                         "The hours of the concept “%1” are no finite number.")
                                         .arg(nameFor(item)),
            Translation::tr("State how many hours it takes to learn.") };
    });
}

void checkWhole(const Roadmap& roadmap, RuleFindings& findings)
{
    if (isBlank(roadmap.id))
        findings.addForWhole([] {
            return RuleFindings::Words { Translation::tr("The roadmap has no id."),
                Translation::tr("Give the roadmap an id.") };
        });
    if (isBlank(roadmap.title))
        findings.addForWhole([] {
            return RuleFindings::Words { Translation::tr("The roadmap has no title."),
                Translation::tr("Give the roadmap a title that says what it teaches.") };
        });
    if (!std::isfinite(roadmap.totalEstimatedHours))
        findings.addForWhole([] {
            return RuleFindings::Words {
                Translation::tr("The total hours of the roadmap are no finite number."),
                Translation::tr("State the sum of the hours of all concepts.")
            };
        });
}

QString keptWord(const Concept& item, json::string_view key)
{
    const json::value* word = item.extras.if_contains(key);
    return word != nullptr && word->is_string() ? toQString(word->get_string()) : QString();
}

void reportDifficulty(const Placed<Concept>& item, RuleFindings& findings)
{
    findings.add(item, [&] {
        return RuleFindings::Words {
            Translation::tr("The concept “%1” has the difficulty “%2”, which does not exist.")
                .arg(nameFor(item), shortened(keptWord(*item, "difficulty"))),
            Translation::tr("Use easy, medium or hard.")
        };
    });
}

void reportStatus(const Placed<Concept>& item, json::string_view key, RuleFindings& findings)
{
    findings.add(item, [&] {
        return RuleFindings::Words {
            Translation::tr("In the concept “%1” the member %2 says “%3”, which is no known state.")
                .arg(nameFor(item), toQString(key), shortened(keptWord(*item, key))),
            Translation::tr("Use pending, generating, completed or failed.")
        };
    });
}

} // namespace

void checkRequiredMembers(const RuleInput& input, RuleFindings& findings)
{
    checkWhole(input.roadmap, findings);
    qsizetype nextModule = 0;
    qsizetype nextConcept = 0;
    const ReadingOrder& order = input.order;
    for (const Placed<Stage>& stage : order.stages) {
        checkTexts(stage, stageTexts, findings);
        for (const Module& module : stage->modules) {
            checkTexts(order.modules[nextModule++], moduleTexts, findings);
            for (qsizetype i = 0; i < module.concepts.size(); ++i) {
                const Placed<Concept>& item = order.concepts[nextConcept++];
                checkTexts(item, conceptTexts, findings);
                checkHoursAreFinite(item, findings);
            }
        }
    }
}

void checkHasStages(const RuleInput& input, RuleFindings& findings)
{
    if (!input.roadmap.stages.isEmpty())
        return;
    findings.addForWhole([] {
        return RuleFindings::Words { Translation::tr("The roadmap has no stages."),
            Translation::tr("Divide the way to the goal into stages.") };
    });
}

void checkOrdersArePositive(const RuleInput& input, RuleFindings& findings)
{
    for (const Placed<Stage>& stage : input.order.stages) {
        if (stage->order >= 1)
            continue;
        findings.add(stage, [&] {
            return RuleFindings::Words { Translation::tr("The stage “%1” has the order %2.")
                                             .arg(nameFor(stage), QString::number(stage->order)),
                Translation::tr("Number the stages from 1.") };
        });
    }
}

void checkLeastHours(const RuleInput& input, RuleFindings& findings)
{
    for (const Placed<Concept>& item : input.order.concepts) {
        if (item->estimatedHours >= leastConceptHours)
            continue;
        findings.add(item, [&] {
            return RuleFindings::Words {
                Translation::tr("The concept “%1” is to take %2 hours; half an hour is the least.")
                    .arg(nameFor(item), hoursNumber(item->estimatedHours)),
                Translation::tr("Give it at least 0.5 hours or merge it with its neighbour.")
            };
        });
    }
}

void checkEnumWords(const RuleInput& input, RuleFindings& findings)
{
    for (const Placed<Concept>& item : input.order.concepts) {
        const ConceptContent& content = item->content;
        if (item->difficulty == Difficulty::Other)
            reportDifficulty(item, findings);
        if (content.tutorialStatus == ContentStatus::Other)
            reportStatus(item, "content_status", findings);
        if (content.resourcesStatus == ContentStatus::Other)
            reportStatus(item, "resources_status", findings);
        if (content.quizStatus == ContentStatus::Other)
            reportStatus(item, "quiz_status", findings);
    }
}

void checkSummaryLength(const RuleInput& input, RuleFindings& findings)
{
    for (const Placed<Concept>& item : input.order.concepts) {
        const qsizetype count = characterCount(item->content.contentSummary);
        if (count <= norms::mostSummaryCharacters)
            continue;
        findings.add(item, [&] {
            return RuleFindings::Words { Translation::tr(
                                             "The summary of the concept “%1” has %2 characters.")
                                             .arg(nameFor(item), QString::number(count)),
                Translation::tr("Shorten it to 300 characters.") };
        });
    }
}

} // namespace roadloom
