// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/PatienceFields.h"

#include "ui/settings/FixedHint.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace roadloom {

namespace {

constexpr int mostSeconds = 24 * 60 * 60;

int secondsOf(std::chrono::milliseconds time)
{
    return int(std::chrono::ceil<std::chrono::seconds>(time).count());
}

} // namespace

PatienceFields::PatienceFields(const Patience& patience, QWidget* parent)
    : QWidget(parent)
    , m_before(patience)
{
    auto* const form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    for (const auto part : { &Patience::connecting, &Patience::firstWord, &Patience::silence }) {
        auto* const label = new QLabel(this);
        auto* const box = new QSpinBox(this);
        box->setRange(0, mostSeconds);
        box->setValue(secondsOf(patience.*part));
        label->setBuddy(box);
        form->addRow(label, box);
        m_fields.append({ part, label, box });
        connect(box, &QSpinBox::valueChanged, this, &PatienceFields::edited);
    }
    retranslate();
}

void PatienceFields::fix(bool isFixed)
{
    if (!isFixed)
        return;
    for (const Field& field : std::as_const(m_fields)) {
        if (field.part != &Patience::connecting)
            FixedHint::insertBelow(*field.box, *qobject_cast<QFormLayout*>(layout()));
    }
}

Patience PatienceFields::patience() const
{
    Patience patience = m_before;
    for (const Field& field : m_fields) {
        if (field.box->value() != secondsOf(m_before.*field.part))
            patience.*field.part = std::chrono::seconds(field.box->value());
    }
    return patience;
}

void PatienceFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PatienceFields::retranslate()
{
    const QStringList labels { tr("Connecting"), tr("First word"), tr("Between two words") };
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        m_fields.at(i).label->setText(labels.at(i));
        //: Seconds, behind a number.
        m_fields.at(i).box->setSuffix(tr(" s"));
        m_fields.at(i).box->setSpecialValueText(tr("no limit"));
        m_fields.at(i).box->setToolTip(tr("0 means no limit"));
    }
}

} // namespace roadloom
