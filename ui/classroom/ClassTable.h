// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeView>

namespace roadloom {

/// A table of the teacher's view: rows of words, and, where SeatListModel::PercentRole says how far
/// something is, a bar under them.
class ClassTable : public QTreeView {
    Q_OBJECT
public:
    /// The model must outlive it. The column of that number has what the others leave: they hold a
    /// name or a few words.
    ClassTable(QAbstractItemModel& model, int wideColumn, QWidget* parent = nullptr);

    /// With two rows.
    [[nodiscard]] QSize sizeHint() const override;
    /// With one.
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    [[nodiscard]] int heightOf(int rows) const;
};

} // namespace roadloom
