// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QHeaderView>
#include <QMargins>

namespace roadloom {

/// A table's or tree's header whose titles stand in line with what is below them.
class IndentedHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit IndentedHeader(QWidget* parent = nullptr);

    /// Room beside the column's title, as read from left to right.
    void setIndent(int column, const QMargins& indent) { m_indents.insert(column, indent); }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;

private:
    QHash<int, QMargins> m_indents;
};

} // namespace roadloom
