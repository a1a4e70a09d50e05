// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace roadloom {

/// What seats have handed in, a row each, the last one first: it is there until the window closes,
/// whatever becomes of the hub. One that a seat hands in again takes the place of the one before.
/// Of more than mostRows or mostBytes, one that is kept elsewhere goes first, else the oldest of
/// the seat that has most: no seat can fill it for all.
class CollectedRoadmaps : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeatColumn, TitleColumn, TimeColumn, ColumnCount };
    static constexpr qsizetype mostRows = 1000;
    static constexpr qsizetype mostBytes = qsizetype(64) * 1024 * 1024; ///< as they came

    struct Row {
        QString seat; ///< its id
        QString name {}; ///< as the learner gave it, untrusted; may be empty
        Roadmap roadmap {};
        qsizetype bytes = 0; ///< as it came
        QDateTime came {};
        QString keptAs {}; ///< by the library; empty: it is only here
    };

    explicit CollectedRoadmaps(QObject* parent = nullptr);

    void take(const Row& row);
    [[nodiscard]] const Row& row(int row) const { return m_rows[row]; }
    /// The library has it under that id; empty: no more.
    void noteKept(int row, const QString& id);
    /// What the library had under that id is not there.
    void noteGone(const QString& id);
    /// How many are only here.
    [[nodiscard]] int unkept() const;

    /// Call it on QEvent::LanguageChange.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    void remove(qsizetype row);
    void makeRoom(qsizetype bytes);
    [[nodiscard]] qsizetype leastMissed() const;

    QList<Row> m_rows;
};

} // namespace roadloom
