// SPDX-License-Identifier: Apache-2.0
#include "ui/study/NoteField.h"

#include "ui/look/TextLabel.h"
#include "ui/study/StudyBook.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 12;

} // namespace

NoteField::NoteField(StudyBook& book, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_title(new TextLabel(TextLabel::Style::Strong))
    , m_saved(new TextLabel(TextLabel::Style::Small))
    , m_edit(new QPlainTextEdit)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &NoteField::save);
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    m_title->setBuddy(m_edit);
    m_saved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* const top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_saved);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addLayout(top);
    column->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NoteField::noteTyping);
    connect(&book, &StudyBook::noteChanged, this, [this](const QString& conceptId) {
        if (conceptId == m_conceptId)
            take(m_book.note(conceptId));
    });
    connect(&book, &StudyBook::aboutToChange, this, &NoteField::save);
    fit();
    retranslate();
}

void NoteField::setConcept(const QString& conceptId)
{
    if (conceptId == m_conceptId) {
        if (!m_isTyped)
            take(m_book.note(conceptId));
        return;
    }
    save();
    m_conceptId = conceptId;
    m_saved->clear();
    take(m_book.note(conceptId));
    m_edit->document()->clearUndoRedoStacks();
}

/// What an input method still composes is no text yet.
void NoteField::save()
{
    if (!std::exchange(m_isTyped, false))
        return;
    m_pause.stop();
    if (!m_conceptId.isEmpty()) {
        const QScopedValueRollback guard(m_isTaking, true); // the cursor stays where it is
        m_book.setNote(m_conceptId, m_edit->toPlainText());
        m_saved->setText(m_book.isKept() ? tr("Saved") : tr("Kept until Roadloom is closed"));
    }
    m_book.setTyping(false);
}

/// From the book; not what is on its way there.
void NoteField::take(const QString& note)
{
    if (m_isTaking || note == m_edit->toPlainText())
        return;
    const QScopedValueRollback guard(m_isTaking, true);
    m_edit->setPlainText(note);
    fit();
}

void NoteField::noteTyping()
{
    if (m_isTaking)
        return;
    m_isTyped = true;
    m_book.setTyping(!m_conceptId.isEmpty());
    m_saved->clear();
    if (!m_pause.isActive()) // so that a note is never older than this
        m_pause.start();
    fit();
}

/// As tall as the note, within bounds.
void NoteField::fit()
{
    const int lines = std::clamp(m_edit->document()->blockCount() + 1, fewestLines, mostLines);
    const int margins = 2 * (m_edit->frameWidth() + int(m_edit->document()->documentMargin()));
    m_edit->setFixedHeight(lines * m_edit->fontMetrics().lineSpacing() + margins);
}

bool NoteField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        save();
    return QWidget::eventFilter(watched, event);
}

void NoteField::hideEvent(QHideEvent* event)
{
    save();
    QWidget::hideEvent(event);
}

void NoteField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void NoteField::retranslate()
{
    m_title->setText(tr("Your notes"));
    m_edit->setAccessibleName(tr("Your notes on this concept"));
    m_edit->setPlaceholderText(
        tr("What you want to keep: in your words, with examples. Markdown is fine."));
    m_saved->clear();
}

} // namespace roadloom
