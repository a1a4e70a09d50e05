// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/FixedHint.h"

#include "core/storage/Policy.h"

#include <QEvent>
#include <QFormLayout>

namespace roadloom {

FixedHint::FixedHint(QWidget& field, bool isFixed, QWidget* parent)
    : TextLabel(Style::Small, parent)
    , m_field(field)
    , m_isFixed(isFixed)
{
    if (!isFixed) {
        hide();
        return;
    }
    m_field.setEnabled(false);
    retranslate();
}

void FixedHint::insertBelow(QWidget& field, QFormLayout& form)
{
    int row = 0;
    QFormLayout::ItemRole role {};
    form.getWidgetPosition(&field, &row, &role);
    form.insertRow(row + 1, QString(), new FixedHint(field, true));
}

void FixedHint::changeEvent(QEvent* event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_isFixed)
        retranslate();
}

void FixedHint::retranslate()
{
    setText(setByAdministrator());
    m_field.setAccessibleDescription(setByAdministrator());
}

} // namespace roadloom
