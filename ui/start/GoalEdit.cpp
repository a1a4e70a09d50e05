// SPDX-License-Identifier: Apache-2.0
#include "ui/start/GoalEdit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

namespace roadloom {

namespace {

constexpr int visibleLines = 3;

} // namespace

GoalEdit::GoalEdit(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize GoalEdit::sizeHint() const
{
    const int margins = 2 * (frameWidth() + int(document()->documentMargin()));
    return { 400, fontMetrics().lineSpacing() * visibleLines + margins };
}

QSize GoalEdit::minimumSizeHint() const
{
    return { 160, sizeHint().height() };
}

void GoalEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    // Some input methods pass the Enter that ends a composition on to the program.
    if (!m_composing)
        Q_EMIT enterPressed();
}

void GoalEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
}

} // namespace roadloom
