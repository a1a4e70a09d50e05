// SPDX-License-Identifier: Apache-2.0
#include "ui/look/FieldError.h"

#include <QAccessible>

namespace roadloom {

FieldError::FieldError(QWidget& field, QWidget* parent)
    : TextLabel(Style::Alarm, parent)
    , m_field(field)
{
    hide();
}

void FieldError::tell(const QString& text)
{
    setText(text);
    setVisible(!text.isEmpty());
    m_field.setAccessibleDescription(text);
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace roadloom
