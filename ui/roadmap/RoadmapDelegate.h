// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace roadloom {

/// Rows of a roadmap: stages strong, hours quiet, difficulty as a chip; a concept's state as a
/// mark, a branch's as figures over a thin bar; what a filter found in bold; a sign beside the
/// names that have a note. What is still designed is paler and has a dotted mark, in any script.
class RoadmapDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintHours(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintDifficulty(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintState(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintFound(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    /// All but the text, which comes back.
    QString paintBackground(
        QPainter* painter, QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace roadloom
