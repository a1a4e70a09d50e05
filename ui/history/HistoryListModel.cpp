// SPDX-License-Identifier: Apache-2.0
#include "ui/history/HistoryListModel.h"

#include "ui/history/RoadmapMarks.h"
#include "ui/look/DisplayText.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestTitle = 120;

QString foundText(libraryTexts::Place place)
{
    switch (place) {
    case libraryTexts::Place::Title:
        return {}; // it is there to see
    case libraryTexts::Place::Concepts:
        return HistoryListModel::tr("found in its concepts");
    case libraryTexts::Place::Notes:
        return HistoryListModel::tr("found in your notes");
    case libraryTexts::Place::Conversation:
        return HistoryListModel::tr("found in its conversation");
    }
    return {};
}

QString stateText(const LibraryLine& line, const QDateTime& now)
{
    if (placeOf(line) != HistoryPlace::Bin)
        return roadmapDetails(line, now);
    //: %1 is a date.
    return HistoryListModel::tr("in the bin since %1")
        .arg(QLocale().toString(line.removed.toLocalTime().date(), QLocale::ShortFormat));
}

QString detailsOf(const HistoryRow& row, const RoadmapMark& mark, const QDateTime& now)
{
    QStringList parts;
    if (row.found)
        parts.append(foundText(*row.found));
    parts.append(stateText(row.line, now));
    parts.append(mark.made);
    // Last: what does not fit is cut, and goals are long.
    if (!mark.goal.isEmpty())
        parts.append(HistoryListModel::tr("goal: %1").arg(mark.goal));
    parts.removeAll({});
    return parts.join(u" · "_s);
}

} // namespace

HistoryListModel::HistoryListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void HistoryListModel::setRows(const QList<HistoryRow>& rows, const QDateTime& now)
{
    QList<LibraryLine> lines;
    for (const HistoryRow& row : rows)
        lines.append(row.line);
    const QList<RoadmapMark> marks = roadmapMarks(lines);
    QStringList details;
    for (qsizetype i = 0; i < rows.size(); ++i)
        details.append(detailsOf(rows[i], marks[i], now));
    const auto sameRoadmap = [](const HistoryRow& one, const HistoryRow& other) {
        return one.line.id == other.line.id;
    };
    if (std::ranges::equal(m_rows, rows, sameRoadmap)) {
        m_rows = rows;
        m_details = details;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    m_details = details;
    endResetModel();
}

int HistoryListModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(
        m_rows, id, [](const HistoryRow& row) -> const QString& { return row.line.id; });
    return found != m_rows.end() ? int(found - m_rows.begin()) : -1;
}

int HistoryListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LibraryLine& line = m_rows[index.row()].line;
    const QString& details = m_details[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return displayLine(line.title, longestTitle);
    case DetailsRole:
        return details;
    case TagsRole:
        return line.tags;
    case Qt::ToolTipRole:
        return u"<p><b>%1</b></p><p>%2</p>"_s.arg(
            displayLine(line.title).toHtmlEscaped(), details.toHtmlEscaped());
    case Qt::AccessibleDescriptionRole:
        return line.tags.isEmpty()
            ? details
            //: %2 are the tags of a roadmap.
            : tr("%1, tags: %2").arg(details, QLocale().createSeparatedList(line.tags));
    default:
        return {};
    }
}

} // namespace roadloom
