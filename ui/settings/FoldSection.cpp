// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/FoldSection.h"

#include "ui/look/Accents.h"
#include "ui/look/FoldButton.h"

#include <QBoxLayout>

namespace roadloom {

FoldSection::FoldSection(QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_fold(new FoldButton(this))
{
    auto* const inner = new QHBoxLayout;
    inner->setContentsMargins(3 * spacingUnit, 0, 0, 0);
    inner->addWidget(content);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addLayout(inner);
    content->hide();
    connect(m_fold, &FoldButton::toggled, content, &QWidget::setVisible);
}

void FoldSection::setTitle(const QString& title)
{
    m_fold->setText(title);
}

void FoldSection::setUnfolded(bool unfolded)
{
    m_fold->setChecked(unfolded);
}

bool FoldSection::isUnfolded() const
{
    return m_fold->isChecked();
}

} // namespace roadloom
