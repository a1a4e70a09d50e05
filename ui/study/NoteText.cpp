// SPDX-License-Identifier: Apache-2.0
#include "ui/study/NoteText.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace roadloom {

NoteText::NoteText(const QString& markdown, QWidget* parent)
    : ProseView(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    appendWords(markdown);
    finish();
}

void NoteText::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isOnLink = textCursor().hasSelection(); // by Tab
    if (event->key() == Qt::Key_F2 || (isEnter && !isOnLink))
        Q_EMIT changeRequested();
    else
        ProseView::keyPressEvent(event);
}

/// Not where something was selected, to be copied.
void NoteText::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isForText = event->button() == Qt::LeftButton && !textCursor().hasSelection()
        && anchorAt(event->position().toPoint()).isEmpty();
    ProseView::mouseReleaseEvent(event);
    if (isForText)
        Q_EMIT changeRequested();
}

} // namespace roadloom
