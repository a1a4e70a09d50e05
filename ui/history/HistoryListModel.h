// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/history/HistorySelection.h"

#include <QAbstractListModel>

namespace roadloom {

/// Roadmaps of the library, a row each.
class HistoryListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        DetailsRole = Qt::UserRole, ///< one line, plain text: where it was found, and its state
        TagsRole, ///< QStringList
    };

    explicit HistoryListModel(QObject* parent = nullptr);

    /// As they are at that moment by the learner's clock.
    void setRows(const QList<HistoryRow>& rows, const QDateTime& now);

    [[nodiscard]] const LibraryLine& line(int row) const { return m_rows[row].line; }
    /// -1: it is not there.
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<HistoryRow> m_rows;
    QStringList m_details; ///< one a row
};

} // namespace roadloom
