// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/TextLabel.h"

class QFormLayout;

namespace roadloom {

/// Below a field: says that the administrator has set it, and disables it. Hidden, and without any
/// effect, where that is not so.
class FixedHint final : public TextLabel {
    Q_OBJECT
public:
    FixedHint(QWidget& field, bool isFixed, QWidget* parent = nullptr);
    /// As a row of its own.
    static void insertBelow(QWidget& field, QFormLayout& form);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QWidget& m_field;
    bool m_isFixed;
};

} // namespace roadloom
