// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

namespace roadloom {

/// The tree's header, its first title where the roadmap's title above it begins.
class RoadmapHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit RoadmapHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
};

} // namespace roadloom
