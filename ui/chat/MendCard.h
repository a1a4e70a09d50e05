// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

namespace roadloom {

class BulletList;
class FoldButton;
class TextLabel;

/// What was put right without a model: a compact list, its end folded away.
class MendCard : public Card {
    Q_OBJECT
public:
    explicit MendCard(QWidget* parent = nullptr);

    /// `sentence` may hold words of a model.
    void add(const QString& sentence);

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
