// SPDX-License-Identifier: Apache-2.0
#include "ui/look/EnterKey.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QWidget>

namespace roadloom {

namespace {

bool isEnter(const QKeyEvent& event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && !event.modifiers().testFlag(Qt::ShiftModifier);
}

} // namespace

EnterKey::EnterKey(QWidget& edit)
    : QObject(&edit)
{
    edit.installEventFilter(this);
}

bool EnterKey::eventFilter(QObject* /*edit*/, QEvent* event)
{
    if (event->type() == QEvent::InputMethod)
        m_isComposing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
    if (event->type() != QEvent::KeyPress || !isEnter(*static_cast<QKeyEvent*>(event)))
        return false;
    const bool sends = m_sendKey == SendKey::Enter
        || static_cast<QKeyEvent*>(event)->modifiers().testFlag(Qt::ControlModifier);
    if (!sends && !m_isComposing)
        return false;
    event->accept();
    if (!m_isComposing)
        Q_EMIT pressed();
    return true;
}

} // namespace roadloom
