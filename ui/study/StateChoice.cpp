// SPDX-License-Identifier: Apache-2.0
#include "ui/study/StateChoice.h"

#include "ui/look/Accents.h"
#include "ui/look/FlowLayout.h"
#include "ui/study/StudyIcons.h"
#include "ui/study/StudyWords.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>

namespace roadloom {

StateChoice::StateChoice(QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto* const row = new FlowLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacingUnit / 2);
    row->setLineSpacing(spacingUnit / 2);
    for (const StudyState state : studyStates) {
        auto* const button = new QToolButton;
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(icon(iconOf(state)));
        button->setFocusPolicy(Qt::StrongFocus);
        m_buttons->addButton(button, int(state));
        row->addWidget(button);
    }
    setState(StudyState::ToDo);
    connect(m_buttons, &QButtonGroup::idClicked, this,
        [this](int state) { Q_EMIT chosen(StudyState(state)); });
    retranslate();
}

StudyState StateChoice::state() const
{
    return StudyState(m_buttons->checkedId());
}

void StateChoice::setState(StudyState state)
{
    QAbstractButton* const button = m_buttons->button(int(state));
    button->setChecked(true);
    setFocusProxy(button);
}

void StateChoice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StateChoice::retranslate()
{
    setAccessibleName(tr("State of this concept"));
    for (const StudyState state : studyStates)
        m_buttons->button(int(state))->setText(studyStateText(state));
}

} // namespace roadloom
