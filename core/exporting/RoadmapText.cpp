// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapText.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapWords.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

void appendModule(QString& text, const Module& module, bool last)
{
    text += "%1 %2 (%3)\n"_L1.arg(
        last ? u"└─"_s : u"├─"_s, plainLine(module.name), hoursText(hoursOf(module)));
    const QString indent = last ? u"   "_s : u"│  "_s;
    for (qsizetype i = 0; i < module.concepts.size(); ++i) {
        const Concept& item = module.concepts[i];
        const bool lastConcept = i + 1 == module.concepts.size();
        text += "%1%2 %3 (%4, %5)\n"_L1.arg(indent, lastConcept ? u"└─"_s : u"├─"_s,
            plainLine(item.name), hoursText(item.estimatedHours), difficultyText(item.difficulty));
    }
}

} // namespace

QString roadmapAsText(const Roadmap& roadmap)
{
    QString text = plainLine(roadmap.title) + u'\n' + totalsText(roadmap) + u'\n';
    for (const Stage& stage : roadmap.stages) {
        text += "\n%1. %2 (%3)\n"_L1.arg(
            QString::number(stage.order), plainLine(stage.name), hoursText(hoursOf(stage)));
        for (qsizetype i = 0; i < stage.modules.size(); ++i)
            appendModule(text, stage.modules[i], i + 1 == stage.modules.size());
    }
    return text;
}

} // namespace roadloom
