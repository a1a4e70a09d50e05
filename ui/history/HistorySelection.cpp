// SPDX-License-Identifier: Apache-2.0
#include "ui/history/HistorySelection.h"

#include <QCollator>
#include <QHash>

#include <algorithm>

namespace roadloom {

namespace {

bool passes(const LibraryLine& line, const HistorySelection& selection)
{
    return placeOf(line) == selection.place
        && (selection.tag.isEmpty() || line.tags.contains(selection.tag, Qt::CaseInsensitive));
}

} // namespace

HistoryPlace placeOf(const LibraryLine& line)
{
    if (line.removed.isValid())
        return HistoryPlace::Bin;
    return line.isArchived ? HistoryPlace::Archive : HistoryPlace::Kept;
}

QList<HistoryRow> selectedRows(const QList<LibraryLine>& lines, const HistorySelection& selection)
{
    QList<HistoryRow> rows;
    if (!selection.hits) {
        for (const LibraryLine& line : lines) {
            if (passes(line, selection))
                rows.append({ .line = line });
        }
        return rows;
    }
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < lines.size(); ++i)
        places.insert(lines[i].id, i);
    for (const libraryTexts::Hit& hit : *selection.hits) {
        const auto place = places.constFind(hit.roadmap);
        // It may have come after the lines were read.
        if (place != places.constEnd() && passes(lines[*place], selection))
            rows.append({ .line = lines[*place], .found = hit.place });
    }
    return rows;
}

QStringList tagsInUse(const QList<LibraryLine>& lines)
{
    QHash<QString, QString> found; // as it is written first, by itself without case
    for (const LibraryLine& line : lines) {
        if (placeOf(line) == HistoryPlace::Bin)
            continue;
        for (const QString& tag : line.tags) {
            if (!found.contains(tag.toCaseFolded()))
                found.insert(tag.toCaseFolded(), tag);
        }
    }
    QStringList tags = found.values();
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::ranges::sort(tags, collator);
    return tags;
}

} // namespace roadloom
