// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/CsvExport.h"

#include "core/base/PlainText.h"
#include "core/roadmap/StudyTime.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// A text from outside as a cell. Spreadsheets run what begins so as a formula, also behind blanks.
QString textCell(const QString& text)
{
    QString cell = plainText(text);
    const auto first = std::ranges::find_if_not(
        std::as_const(cell), [](QChar c) { return c == u' ' || c == u'\u00A0'; });
    if (first != cell.cend() && u"=+-@\t\n\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(*first))
        cell.prepend(u'\'');
    return cell;
}

QString quoted(QString cell)
{
    if (std::ranges::none_of(
            std::as_const(cell), [](QChar c) { return u",\"\r\n;\t"_s.contains(c); })
        && cell == cell.trimmed())
        return cell;
    return u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
}

void appendRow(QByteArray& csv, const QStringList& cells)
{
    QStringList row;
    for (const QString& cell : cells)
        row.append(quoted(cell));
    csv += row.join(u',').toUtf8() + "\r\n";
}

QStringList headings(const DocumentWords& words)
{
    static constexpr std::array columns { DocumentWord::Stage, DocumentWord::Module,
        DocumentWord::Concept, DocumentWord::Hours, DocumentWord::Difficulty, DocumentWord::State,
        DocumentWord::Finished, DocumentWord::BuildsOn, DocumentWord::Keywords,
        DocumentWord::Description, DocumentWord::Note, DocumentWord::Id };
    QStringList row;
    for (const DocumentWord column : columns)
        row.append(words.word(column));
    return row;
}

QString listCell(const QStringList& texts)
{
    return textCell(texts.join(u"; "_s));
}

} // namespace

QByteArray documentAsCsv(
    const RoadmapDocument& document, const DocumentWords& words, ByteOrderMark mark)
{
    QHash<QString, QString> names;
    forEachConcept(document.roadmap(),
        [&names](const Stage&, const Module&, const Concept& item) { names[item.id] = item.name; });

    QByteArray csv = mark == ByteOrderMark::Written ? "\xEF\xBB\xBF" : "";
    appendRow(csv, headings(words));
    forEachConcept(
        document.roadmap(), [&](const Stage& stage, const Module& module, const Concept& item) {
            const ConceptStudy study = studyOf(document, item.id);
            QStringList needed;
            for (const QString& id : item.prerequisites)
                needed.append(names.value(id, id));
            const auto finish = document.finishes.constFind(item.id);
            appendRow(csv,
                { textCell(stage.name), textCell(module.name), textCell(item.name),
                    QString::number(
                        roundedHours(item.estimatedHours), 'f', QLocale::FloatingPointShortest),
                    words.difficulty(item.difficulty), words.state(study.state),
                    finish != document.finishes.cend() ? finish->moment.date().toString(Qt::ISODate)
                                                       : QString(),
                    listCell(needed), listCell(item.keywords), textCell(item.description),
                    textCell(study.note), textCell(item.id) });
        });
    return csv;
}

} // namespace roadloom
