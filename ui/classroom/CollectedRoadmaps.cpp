// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/CollectedRoadmaps.h"

#include "ui/classroom/ClassWords.h"
#include "ui/look/DisplayText.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

namespace roadloom {

namespace {

constexpr qsizetype longestTitle = 200; // characters

bool isKept(const CollectedRoadmaps::Row& row)
{
    return !row.keptAs.isEmpty();
}

} // namespace

CollectedRoadmaps::CollectedRoadmaps(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CollectedRoadmaps::take(const Row& row)
{
    const auto before = std::ranges::find_if(m_rows, [&row](const Row& each) {
        return each.seat == row.seat && each.roadmap.id == row.roadmap.id;
    });
    if (before != m_rows.end())
        remove(before - m_rows.begin());
    makeRoom(row.bytes);
    beginInsertRows({}, 0, 0);
    m_rows.prepend(row);
    endInsertRows();
}

void CollectedRoadmaps::remove(qsizetype row)
{
    beginRemoveRows({}, int(row), int(row));
    m_rows.removeAt(row);
    endRemoveRows();
}

void CollectedRoadmaps::makeRoom(qsizetype bytes)
{
    for (const Row& row : m_rows)
        bytes += row.bytes;
    while (!m_rows.isEmpty() && (m_rows.size() >= mostRows || bytes > mostBytes)) {
        const qsizetype row = leastMissed();
        bytes -= m_rows.at(row).bytes;
        remove(row);
    }
}

/// The row that goes first.
qsizetype CollectedRoadmaps::leastMissed() const
{
    const auto kept = std::find_if(m_rows.crbegin(), m_rows.crend(), isKept);
    if (kept != m_rows.crend())
        return m_rows.crend() - kept - 1;
    QHash<QString, qsizetype> bytes;
    for (const Row& row : m_rows)
        bytes[row.seat] += row.bytes;
    const QString most = std::max_element(bytes.cbegin(), bytes.cend()).key();
    const auto oldest = std::find_if(
        m_rows.crbegin(), m_rows.crend(), [&most](const Row& row) { return row.seat == most; });
    return m_rows.crend() - oldest - 1;
}

void CollectedRoadmaps::noteKept(int row, const QString& id)
{
    m_rows[row].keptAs = id;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void CollectedRoadmaps::noteGone(const QString& id)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].keptAs == id)
            noteKept(row, {});
    }
}

int CollectedRoadmaps::unkept() const
{
    return int(m_rows.size() - std::ranges::count_if(m_rows, isKept));
}

void CollectedRoadmaps::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int CollectedRoadmaps::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CollectedRoadmaps::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CollectedRoadmaps::data(const QModelIndex& index, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !isText)
        return {};
    const Row& row = m_rows[index.row()];
    switch (index.column()) {
    case SeatColumn:
        return seatName(row.name);
    case TitleColumn: {
        const QString title = displayLine(row.roadmap.title, longestTitle);
        return title.isEmpty() ? tr("Without a title") : title;
    }
    case TimeColumn: {
        const QString time
            = QLocale().toString(row.came.toLocalTime().time(), QLocale::ShortFormat);
        return isKept(row) ? tr("%1, in the library", "time when it was handed in").arg(time)
                           : time;
    }
    default:
        return {};
    }
}

QVariant CollectedRoadmaps::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeatColumn:
        return tr("Seat");
    case TitleColumn:
        return tr("Roadmap");
    case TimeColumn:
        return tr("Handed in");
    default:
        return {};
    }
}

} // namespace roadloom
