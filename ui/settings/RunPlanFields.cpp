// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/RunPlanFields.h"

#include "core/storage/Policy.h"
#include "ui/settings/FixedHint.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace roadloom {

RunPlanFields::RunPlanFields(const ProviderSetup& setup, QWidget* parent)
    : QWidget(parent)
    , m_parallelLabel(new QLabel(this))
    , m_parallel(new QSpinBox(this))
    , m_roundsLabel(new QLabel(this))
    , m_rounds(new QSpinBox(this))
    , m_asksLearner(new QCheckBox(this))
{
    m_parallel->setRange(1, mostParallel);
    m_parallel->setValue(setup.parallel);
    m_rounds->setRange(0, mostReviewRounds);
    m_rounds->setValue(setup.reviewRounds);
    m_asksLearner->setChecked(setup.asksLearner);
    m_parallelLabel->setBuddy(m_parallel);
    m_roundsLabel->setBuddy(m_rounds);

    auto* const form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(m_parallelLabel, m_parallel);
    form->addRow(m_roundsLabel, m_rounds);
    form->addRow(m_asksLearner);
    connect(m_parallel, &QSpinBox::valueChanged, this, &RunPlanFields::edited);
    connect(m_rounds, &QSpinBox::valueChanged, this, &RunPlanFields::edited);
    connect(m_asksLearner, &QCheckBox::toggled, this, &RunPlanFields::edited);
    retranslate();
}

void RunPlanFields::obey(const Policy& policy)
{
    auto& form = *qobject_cast<QFormLayout*>(layout());
    if (policy.parallel)
        FixedHint::insertBelow(*m_parallel, form);
    if (policy.rounds)
        FixedHint::insertBelow(*m_rounds, form);
}

void RunPlanFields::writeTo(ProviderSetup& setup) const
{
    setup.parallel = m_parallel->value();
    setup.reviewRounds = m_rounds->value();
    setup.asksLearner = m_asksLearner->isChecked();
}

void RunPlanFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        alignNumbers();
}

/// One above the other, they look like what they are only if they are equally wide.
void RunPlanFields::alignNumbers()
{
    const int width = std::max(m_parallel->sizeHint().width(), m_rounds->sizeHint().width());
    m_parallel->setMinimumWidth(width);
    m_rounds->setMinimumWidth(width);
}

void RunPlanFields::retranslate()
{
    m_parallelLabel->setText(tr("Stages designed at a time"));
    m_parallel->setToolTip(tr(
        "Each takes a request of its own. A single model on your own machine is best left at 1."));
    m_roundsLabel->setText(tr("Rounds of checking"));
    m_rounds->setSpecialValueText(tr("none"));
    m_rounds->setToolTip(
        tr("In each, the model checks the roadmap and mends what it found, up to this often."));
    alignNumbers();
    m_asksLearner->setText(tr("Ask me before a roadmap is done"));
    m_asksLearner->setToolTip(
        tr("You approve the roadmap, or say in your own words what to change."));
}

} // namespace roadloom
