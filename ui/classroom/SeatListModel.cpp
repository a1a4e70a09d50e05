// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/SeatListModel.h"

#include "ui/classroom/ClassWords.h"
#include "ui/look/DisplayText.h"

#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace roadloom {

namespace {

constexpr qsizetype longestGoal = 200; // characters

int rankOf(HubRunState state)
{
    switch (state) {
    case HubRunState::Running:
        return 2;
    case HubRunState::Waiting:
        return 1;
    default:
        return 0;
    }
}

QList<SeatListModel::Row> rowsOf(const HubReport& report)
{
    QHash<QString, const RunReport*> shown;
    for (const RunReport& run : report.runs) {
        const RunReport*& best = shown[run.seat];
        if (best == nullptr || rankOf(run.state) > rankOf(best->state))
            best = &run;
    }
    QList<SeatListModel::Row> rows;
    rows.reserve(report.seats.size());
    for (const SeatReport& seat : report.seats) {
        const RunReport* const run = shown.value(seat.id);
        rows.append({ seat, run != nullptr ? std::optional(*run) : std::nullopt });
    }
    return rows;
}

} // namespace

SeatListModel::SeatListModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void SeatListModel::take(const HubReport& report)
{
    const QList<Row> wanted = rowsOf(report);
    removeGone(wanted);
    for (int at = 0; at < wanted.size(); ++at)
        place(at, wanted[at]);
}

void SeatListModel::removeGone(const QList<Row>& wanted)
{
    QSet<QString> ids;
    for (const Row& row : wanted)
        ids.insert(row.seat.id);
    for (int at = int(m_rows.size()) - 1; at >= 0; --at) {
        if (ids.contains(m_rows[at].seat.id))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }
}

/// All before it are in their places.
void SeatListModel::place(int at, const Row& wanted)
{
    const auto found = std::find_if(m_rows.cbegin() + at, m_rows.cend(),
        [&wanted](const Row& row) { return row.seat.id == wanted.seat.id; });
    if (found == m_rows.cend()) {
        beginInsertRows({}, at, at);
        m_rows.insert(at, wanted);
        endInsertRows();
        return;
    }
    const int from = int(found - m_rows.cbegin());
    if (from != at) {
        beginMoveRows({}, from, from, {}, at);
        m_rows.move(from, at);
        endMoveRows();
    }
    m_rows[at] = wanted;
    Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

void SeatListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int SeatListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SeatListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SeatListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    switch (index.column()) {
    case SeatColumn:
        if (isText)
            return seatName(row.seat.name);
        if (role == Qt::ToolTipRole)
            return tr("Runs that have ended: %1. Tokens today: %2.")
                .arg(QLocale().toString(row.seat.endedRuns),
                    QLocale().toString(row.seat.tokensToday));
        return {};
    case GoalColumn:
        return isText && row.run ? displayLine(row.run->goal, longestGoal) : QVariant();
    case ProgressColumn:
        if (isText)
            return row.run ? runWords(*row.run) : tr("Has joined");
        if (role == PercentRole && row.run && row.run->state == HubRunState::Running)
            return std::clamp(row.run->percent, 0, 100);
        if (role == AlarmRole)
            return row.run && row.run->state == HubRunState::Failed;
        return {};
    default:
        return {};
    }
}

QVariant SeatListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeatColumn:
        return tr("Seat");
    case GoalColumn:
        return tr("Goal");
    case ProgressColumn:
        return tr("Progress");
    default:
        return {};
    }
}

} // namespace roadloom
