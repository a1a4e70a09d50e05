// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace roadloom {

/// A finding: how grave it is as a chip, beside it where, below what is wrong and, quieter, what to
/// do.
class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `nameOf` gives the name of the node with an id, empty if there is none.
    FindingDelegate(std::function<QString(const QString& id)> nameOf, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QString placeOf(const QModelIndex& index) const;

    std::function<QString(const QString& id)> m_nameOf;
};

} // namespace roadloom
