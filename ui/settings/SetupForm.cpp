// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SetupForm.h"

#include "ui/look/Accents.h"
#include "ui/settings/FixedHint.h"
#include "ui/settings/TrialPanel.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QScrollArea>
#include <QTimer>

namespace roadloom {

SetupForm::SetupForm(const SecretStores& stores, QWidget* parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_trial(new TrialPanel(stores, this))
{
    auto* const inside = new QWidget;
    m_rows = new QFormLayout(inside);
    m_rows->setContentsMargins(0, 0, spacingUnit / 2, 0);
    m_rows->setHorizontalSpacing(2 * spacingUnit);
    m_rows->setVerticalSpacing(spacingUnit);
    m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_area, 1);
    column->addWidget(m_trial);
}

void SetupForm::lock()
{
    m_rows->insertRow(0, new FixedHint(*m_rows->parentWidget(), true));
}

QWidget* SetupForm::column(std::initializer_list<QWidget*> parts)
{
    auto* const whole = new QWidget(this);
    auto* const lines = new QVBoxLayout(whole);
    lines->setContentsMargins({});
    lines->setSpacing(spacingUnit / 2);
    for (QWidget* const part : parts)
        lines->addWidget(part);
    return whole;
}

void SetupForm::reveal(QWidget* part)
{
    // Later, when it has its new size.
    QTimer::singleShot(0, part, [this, part] { m_area->ensureWidgetVisible(part); });
}

} // namespace roadloom
