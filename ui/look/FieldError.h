// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/TextLabel.h"

namespace roadloom {

/// What is wrong with a field, to stand beside it; also for those who do not see it. Hidden while
/// nothing is wrong.
class FieldError : public TextLabel {
    Q_OBJECT
public:
    /// The field must outlive it.
    FieldError(QWidget& field, QWidget* parent);

    /// An empty text: nothing is wrong.
    void tell(const QString& text);
    [[nodiscard]] bool isTold() const { return !text().isEmpty(); }
    [[nodiscard]] QWidget& field() const { return m_field; }

private:
    QWidget& m_field;
};

} // namespace roadloom
