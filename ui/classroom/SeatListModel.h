// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HubReport.h"

#include <QAbstractTableModel>

namespace roadloom {

/// The seats of a class, a row each, with the run that matters most: the one that is on, else the
/// one that waits, else the last one. Rows are told from each other by the seat's id and stay while
/// they are updated.
class SeatListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeatColumn, GoalColumn, ProgressColumn, ColumnCount };
    enum Role {
        PercentRole = Qt::UserRole, ///< int; not set: there is no way to go
        AlarmRole, ///< bool: the words say what went wrong
    };

    explicit SeatListModel(QObject* parent = nullptr);

    void take(const HubReport& report);

    struct Row {
        SeatReport seat;
        std::optional<RunReport> run {};

        [[nodiscard]] bool canCancel() const
        {
            return run
                && (run->state == HubRunState::Waiting || run->state == HubRunState::Running);
        }
        [[nodiscard]] bool canFavour() const
        {
            return run && run->state == HubRunState::Waiting && run->place > 1;
        }
    };
    [[nodiscard]] const Row& row(int row) const { return m_rows[row]; }

    /// Call it on QEvent::LanguageChange.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    void removeGone(const QList<Row>& wanted);
    void place(int at, const Row& wanted);

    QList<Row> m_rows;
};

} // namespace roadloom
