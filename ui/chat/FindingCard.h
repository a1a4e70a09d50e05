// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapRules.h"
#include "ui/look/Card.h"

namespace roadloom {

class BulletList;
class FoldButton;
class TextLabel;

/// What the structural rules say about a roadmap: a compact list, its end folded away.
class FindingCard : public Card {
    Q_OBJECT
public:
    explicit FindingCard(QWidget* parent = nullptr);

    void add(const Finding& finding);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();

    QStringList m_lines; ///< as many as are ever shown
    qsizetype m_count = 0;
    TextLabel* m_title;
    BulletList* m_list;
    FoldButton* m_unfold;
};

} // namespace roadloom
