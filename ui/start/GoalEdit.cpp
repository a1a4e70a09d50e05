// SPDX-License-Identifier: Apache-2.0
#include "ui/start/GoalEdit.h"

#include "ui/look/EnterKey.h"

namespace roadloom {

GoalEdit::GoalEdit(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_enter(new EnterKey(*this))
{
    setTabChangesFocus(true);
    connect(m_enter, &EnterKey::pressed, this, &GoalEdit::sent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GoalEdit::setSendKey(SendKey key)
{
    m_enter->setSendKey(key);
}

void GoalEdit::setVisibleLines(int lines)
{
    m_visibleLines = lines;
    updateGeometry();
}

QSize GoalEdit::sizeHint() const
{
    const int margins = 2 * (frameWidth() + int(document()->documentMargin()));
    return { 400, fontMetrics().lineSpacing() * m_visibleLines + margins };
}

QSize GoalEdit::minimumSizeHint() const
{
    return { 160, sizeHint().height() };
}

} // namespace roadloom
