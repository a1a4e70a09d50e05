// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapMender.h"

#include "core/base/PlainText.h"
#include "core/roadmap/PrerequisiteMends.h"
#include "core/roadmap/RoadmapNorms.h"
#include "core/roadmap/RoadmapWords.h"
#include "core/roadmap/RuleFindings.h"
#include "core/roadmap/StudyTime.h"
#include "core/roadmap/UniqueIds.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxNameLength = 60;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapMender)
};

void removeEmptyParts(Roadmap& roadmap, Mends& mends)
{
    if (conceptCount(roadmap) == 0)
        return;
    for (Stage& stage : roadmap.stages) {
        stage.modules.removeIf([&mends](const Module& module) {
            if (module.concepts.isEmpty())
                mends.add("H4"_L1, module.id, [&module] {
                    return Translation::tr("The module “%1” had no concepts and was left out.")
                        .arg(nameFor(module.name, module.id));
                });
            return module.concepts.isEmpty();
        });
    }
    roadmap.stages.removeIf([&mends](const Stage& stage) {
        if (stage.modules.isEmpty())
            mends.add("H3"_L1, stage.id, [&stage] {
                return Translation::tr("The stage “%1” had no modules and was left out.")
                    .arg(nameFor(stage.name, stage.id));
            });
        return stage.modules.isEmpty();
    });
}

void numberStages(Roadmap& roadmap, Mends& mends)
{
    int number = 0;
    for (Stage* stage : stagesInOrder(roadmap)) {
        if (stage->order == ++number)
            continue;
        mends.add(stage->order < 1 ? "S4"_L1 : "W7"_L1, stage->id, [&] {
            return Translation::tr("The stage “%1” got the order %2.")
                .arg(nameFor(stage->name, stage->id), QString::number(number));
        });
        stage->order = number;
    }
}

/// Ids of one kind of node, each given out once.
class IdMender {
public:
    /// `repeated` is the rule that forbids two of the same.
    IdMender(QLatin1StringView repeated, Mends& mends)
        : m_repeated(repeated)
        , m_mends(mends)
    {
    }

    void reserve(const QString& id) { m_ids.reserve(id); }

    template <class Node>
    void mend(Node& node, const QString& usual)
    {
        const bool wasBlank = !hasVisibleCharacter(node.id);
        const QString id = wasBlank ? m_ids.invent(usual) : m_ids.claim(node.id);
        if (id == node.id)
            return;
        node.id = id;
        m_mends.add(wasBlank ? "S1"_L1 : m_repeated, id, [&node] {
            return Translation::tr("“%1” got the id %2, which nothing else has.")
                .arg(nameFor(node.name, node.id), shortened(node.id));
        });
    }

private:
    UniqueIds m_ids;
    QLatin1StringView m_repeated;
    Mends& m_mends;
};

void mendIds(Roadmap& roadmap, Mends& mends)
{
    IdMender stages("W7"_L1, mends);
    IdMender modules("W7"_L1, mends);
    IdMender concepts("H5"_L1, mends);
    for (const Stage& stage : std::as_const(roadmap.stages)) {
        stages.reserve(stage.id);
        for (const Module& module : stage.modules) {
            modules.reserve(module.id);
            for (const Concept& item : module.concepts)
                concepts.reserve(item.id);
        }
    }
    for (Stage* stage : stagesInOrder(roadmap)) {
        stages.mend(*stage, u"stage-%1"_s.arg(stage->order));
        for (qsizetype m = 0; m < stage->modules.size(); ++m) {
            Module& module = stage->modules[m];
            const QString number = u"%1-%2"_s.arg(stage->order).arg(m + 1);
            modules.mend(module, u"mod-"_s + number);
            for (qsizetype i = 0; i < module.concepts.size(); ++i)
                concepts.mend(module.concepts[i], u"c-%1-%2"_s.arg(number).arg(i + 1));
        }
    }
}

template <class Node>
void mendName(Node& node, Mends& mends)
{
    if (hasVisibleCharacter(node.name))
        return;
    const QString description = shortLine(node.description, maxNameLength);
    node.name = hasVisibleCharacter(description) ? description : node.id;
    mends.add("S1"_L1, node.id, [&node] {
        return Translation::tr("What had no name is now called “%1”.").arg(shortened(node.name));
    });
}

void mendNames(Roadmap& roadmap, Mends& mends)
{
    for (Stage* stage : stagesInOrder(roadmap)) {
        mendName(*stage, mends);
        for (Module& module : stage->modules) {
            mendName(module, mends);
            for (Concept& item : module.concepts)
                mendName(item, mends);
        }
    }
    if (!hasVisibleCharacter(roadmap.id)) {
        roadmap.id = u"roadmap"_s;
        mends.add("S1"_L1, {}, [] { return Translation::tr("The roadmap got an id."); });
    }
    if (!hasVisibleCharacter(roadmap.title)) {
        roadmap.title
            = roadmap.stages.isEmpty() ? roadmap.id : stagesInOrder(roadmap).constFirst()->name;
        mends.add("S1"_L1, {}, [&roadmap] {
            return Translation::tr("The roadmap is now called “%1”.").arg(shortened(roadmap.title));
        });
    }
}

void mendHours(Concept& item, Mends& mends)
{
    if (areHoursUsable(item.estimatedHours))
        return;
    const bool isInfinite = item.estimatedHours > leastConceptHours;
    item.estimatedHours = leastConceptHours;
    mends.add(isInfinite ? "S1"_L1 : "S5"_L1, item.id, [&item] {
        return Translation::tr("The concept “%1” now takes %2 hours.")
            .arg(nameFor(item.name, item.id), hoursNumber(item.estimatedHours));
    });
}

template <class Word>
void mendWord(Concept& item, json::string_view key, Word& word, Word usual, Mends& mends)
{
    if (word != Word::Other)
        return;
    word = usual;
    item.extras.erase(key);
    mends.add("S6"_L1, item.id, [&] {
        return Translation::tr("In the concept “%1” a word for %2 that does not exist was "
                               "replaced.")
            .arg(nameFor(item.name, item.id), toQString(key));
    });
}

/// The first characters (code points) of a text, an ellipsis among them.
QString cutTo(const QString& text, qsizetype most)
{
    qsizetype end = 0;
    for (qsizetype count = 0; count + 1 < most; ++count)
        end += text[end].isHighSurrogate() ? 2 : 1;
    return text.left(end) + u'…';
}

void mendSummary(Concept& item, Mends& mends)
{
    QString& summary = item.content.contentSummary;
    if (characterCount(summary) <= norms::mostSummaryCharacters)
        return;
    summary = cutTo(summary, norms::mostSummaryCharacters);
    mends.add("S7"_L1, item.id, [&item] {
        return Translation::tr("The summary of the concept “%1” was cut to 300 characters.")
            .arg(nameFor(item.name, item.id));
    });
}

void mendFields(Roadmap& roadmap, Mends& mends)
{
    for (Concept* item : conceptsInOrder(roadmap)) {
        ConceptContent& content = item->content;
        mendHours(*item, mends);
        mendWord(*item, "difficulty", item->difficulty, Difficulty::Medium, mends);
        mendWord(*item, "content_status", content.tutorialStatus, ContentStatus::Pending, mends);
        mendWord(*item, "resources_status", content.resourcesStatus, ContentStatus::Pending, mends);
        mendWord(*item, "quiz_status", content.quizStatus, ContentStatus::Pending, mends);
        mendSummary(*item, mends);
    }
}

void mendTotals(Roadmap& roadmap, const RuleContext& context, Mends& mends)
{
    const bool hasConcepts = conceptCount(roadmap) > 0;
    const double hours = hoursOf(roadmap);
    const double stated = roadmap.totalEstimatedHours;
    const bool isWrong = hasConcepts && std::isfinite(hours)
        && std::abs(stated - hours) > norms::totalHoursTolerance + norms::roundingSlack;
    if (!std::isfinite(stated) || isWrong) {
        roadmap.totalEstimatedHours = std::isfinite(hours) ? roundedHours(hours) : 0.0;
        mends.add(std::isfinite(stated) ? "W1"_L1 : "S1"_L1, {}, [&roadmap] {
            return Translation::tr("The concepts add up to %1 hours, which is now the total.")
                .arg(hoursNumber(roadmap.totalEstimatedHours));
        });
    }
    if (!hasConcepts || !std::isfinite(hours))
        return;
    const int weeks = recommendedWeeks(hours, hoursPerWeekOf(context.request));
    if (std::abs(double(roadmap.recommendedCompletionWeeks) - weeks) <= norms::weeksTolerance)
        return;
    roadmap.recommendedCompletionWeeks = weeks;
    mends.add("W2"_L1, {},
        [weeks] { return Translation::tr("The roadmap now takes %n week(s).", nullptr, weeks); });
}

} // namespace

MendedRoadmap mendRoadmap(Roadmap roadmap, const RuleContext& context)
{
    Mends mends;
    removeEmptyParts(roadmap, mends);
    numberStages(roadmap, mends);
    mendIds(roadmap, mends);
    mendNames(roadmap, mends);
    mendPrerequisites(roadmap, mends);
    mendReadingOrder(roadmap, mends);
    mendFields(roadmap, mends);
    mendTotals(roadmap, context, mends);
    return { std::move(roadmap), mends.take() };
}

QDebug operator<<(QDebug debug, const Mend& mend)
{
    const QDebugStateSaver saver(debug);
    debug.nospace().noquote() << mend.rule << " at " << mend.location << ": " << mend.what;
    return debug;
}

} // namespace roadloom
