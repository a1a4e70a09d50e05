// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapText.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapWords.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using ConceptText = std::function<QString(const Concept& item)>;

QString plainConcept(const Concept& item)
{
    return "%1 (%2, %3)"_L1.arg(
        plainLine(item.name), hoursText(item.estimatedHours), difficultyText(item.difficulty));
}

QString studiedConcept(const Concept& item, StudyState state, const DocumentWords& words)
{
    QString text = stateMark(state) + u' ' + plainConcept(item);
    if (state == StudyState::ToDo)
        return text;
    return text.chopped(1) + ", "_L1 + words.state(state) + u')';
}

void appendModule(QString& text, const Module& module, bool last, const ConceptText& conceptText)
{
    text += "%1 %2 (%3)\n"_L1.arg(
        last ? u"└─"_s : u"├─"_s, plainLine(module.name), hoursText(hoursOf(module)));
    const QString indent = last ? u"   "_s : u"│  "_s;
    for (qsizetype i = 0; i < module.concepts.size(); ++i) {
        const bool lastConcept = i + 1 == module.concepts.size();
        text += "%1%2 %3\n"_L1.arg(
            indent, lastConcept ? u"└─"_s : u"├─"_s, conceptText(module.concepts[i]));
    }
}

void appendStages(QString& text, const Roadmap& roadmap, const ConceptText& conceptText)
{
    for (const Stage& stage : roadmap.stages) {
        text += "\n%1. %2 (%3)\n"_L1.arg(
            QString::number(stage.order), plainLine(stage.name), hoursText(hoursOf(stage)));
        for (qsizetype i = 0; i < stage.modules.size(); ++i)
            appendModule(text, stage.modules[i], i + 1 == stage.modules.size(), conceptText);
    }
}

QString headText(const Roadmap& roadmap)
{
    return plainLine(roadmap.title) + u'\n' + totalsText(roadmap) + u'\n';
}

} // namespace

QString roadmapAsText(const Roadmap& roadmap)
{
    QString text = headText(roadmap);
    appendStages(text, roadmap, plainConcept);
    return text;
}

QString studyAsText(const RoadmapDocument& document, const DocumentWords& words)
{
    int learnt = 0;
    forEachConcept(document.roadmap(), [&](const Stage&, const Module&, const Concept& item) {
        learnt += isLearnt(studyOf(document, item.id).state) ? 1 : 0;
    });
    QString text = headText(document.roadmap())
        + words.progress(learnt, int(conceptCount(document.roadmap()))) + u'\n';
    appendStages(text, document.roadmap(), [&](const Concept& item) {
        return studiedConcept(item, studyOf(document, item.id).state, words);
    });
    return text;
}

} // namespace roadloom
