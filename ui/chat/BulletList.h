// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/TextLabel.h"

namespace roadloom {

/// Short texts of a model, each a line with a bullet; how many are left out stands in the last one.
class BulletList : public TextLabel {
    Q_OBJECT
public:
    explicit BulletList(QWidget* parent = nullptr);

    /// Each on one line of at most some hundred characters; `leftOut` more are only counted.
    void setItems(const QStringList& items, qsizetype leftOut);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    QStringList m_shown;
    qsizetype m_leftOut = 0;
};

/// "and 8 more", for the end of a list.
[[nodiscard]] QString andMore(qsizetype count);

} // namespace roadloom
