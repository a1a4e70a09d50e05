// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapMarkdown.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapWords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapMarkdown)
};

/// One line of text, with every character escaped that could begin markup inside a line.
QString escaped(QStringView text)
{
    QString line;
    for (const QChar character : plainLine(text)) {
        if (u"\\`*_[]<>#|~&!"_s.contains(character))
            line += u'\\';
        line += character;
    }
    return line;
}

/// A text that stands at a line's beginning, where more characters begin markup: lists, rules, and
/// what makes a heading of the line above.
QString escapedLine(QStringView text)
{
    QString line = escaped(text);
    const auto* const end
        = std::ranges::find_if_not(std::as_const(line), [](QChar c) { return c.isDigit(); });
    const qsizetype digits = end - line.cbegin();
    const QChar mark = digits < line.size() ? line.at(digits) : QChar();
    const bool isMarkup = digits == 0 ? u"-+="_s.contains(mark) : u".)"_s.contains(mark);
    if (isMarkup && !mark.isNull())
        line.insert(digits, u'\\');
    return line;
}

QString prerequisiteNames(const Concept& item, const QHash<QString, QString>& names)
{
    QStringList texts;
    for (const QString& id : item.prerequisites)
        texts.append(escaped(names.value(id, id)));
    return texts.join(u", "_s);
}

void appendConcept(QString& text, const Concept& item, const QHash<QString, QString>& names)
{
    text += "- **%1** (%2, %3)"_L1.arg(
        escaped(item.name), hoursText(item.estimatedHours), difficultyText(item.difficulty));
    if (!item.description.isEmpty())
        text += "  \n  "_L1 + escapedLine(item.description);
    if (!item.prerequisites.isEmpty())
        text += "  \n  "_L1 + Translation::tr("Builds on: %1").arg(prerequisiteNames(item, names));
    text += u'\n';
}

} // namespace

QString designAsMarkdown(const CurriculumDesign& design)
{
    const Roadmap& roadmap = design.framework;
    QHash<QString, QString> names;
    forEachConcept(roadmap,
        [&names](const Stage&, const Module&, const Concept& item) { names[item.id] = item.name; });

    QString text = "# %1\n\n%2\n"_L1.arg(escaped(roadmap.title), totalsText(roadmap));
    if (!design.designRationale.isEmpty())
        text += u'\n' + escapedLine(design.designRationale) + u'\n';
    for (const Stage& stage : roadmap.stages) {
        text += "\n## %1. %2 (%3)\n"_L1.arg(
            QString::number(stage.order), escaped(stage.name), hoursText(hoursOf(stage)));
        if (!stage.description.isEmpty())
            text += u'\n' + escapedLine(stage.description) + u'\n';
        for (const Module& module : stage.modules) {
            text += "\n### %1 (%2)\n\n"_L1.arg(escaped(module.name), hoursText(hoursOf(module)));
            if (!module.description.isEmpty())
                text += escapedLine(module.description) + "\n\n"_L1;
            for (const Concept& item : module.concepts)
                appendConcept(text, item, names);
        }
    }
    return text;
}

} // namespace roadloom
