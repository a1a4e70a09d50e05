// SPDX-License-Identifier: Apache-2.0
#include "ui/study/NoteField.h"

#include "ui/look/Icons.h"
#include "ui/look/TextLabel.h"
#include "ui/look/WordSteps.h"
#include "ui/study/NoteText.h"
#include "ui/study/StudyBook.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr int mostLines = 12;

} // namespace

NoteField::NoteField(StudyBook& book, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_title(new TextLabel(TextLabel::Style::Strong))
    , m_saved(new TextLabel(TextLabel::Style::Small))
    , m_change(new QToolButton)
    , m_edit(new QPlainTextEdit)
    , m_sheet(new QFrame)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &NoteField::save);
    m_edit->setTabChangesFocus(true);
    new WordSteps(*m_edit->document());
    m_edit->installEventFilter(this);
    m_title->setBuddy(m_edit);
    m_saved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* const top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_saved);
    top->addWidget(m_change);
    m_change->setAutoRaise(true);
    m_change->setIcon(icon(Icon::Note));
    m_change->setFocusPolicy(Qt::TabFocus);
    m_sheet->setFrameShape(QFrame::StyledPanel);
    m_sheet->setBackgroundRole(QPalette::Base);
    m_sheet->setAutoFillBackground(true);
    // The words stand where they are written.
    auto* const inSheet = new QVBoxLayout(m_sheet);
    const int margin = int(m_edit->document()->documentMargin());
    inSheet->setContentsMargins(margin, margin, margin, margin);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addLayout(top);
    column->addWidget(m_edit);
    column->addWidget(m_sheet);
    connect(m_change, &QToolButton::clicked, this, &NoteField::change);
    // It comes while the text is laid out.
    connect(m_edit->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged,
        this, &NoteField::fit, Qt::QueuedConnection);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NoteField::noteTyping);
    connect(&book, &StudyBook::noteChanged, this, [this](const QString& conceptId) {
        if (conceptId == m_conceptId)
            take(m_book.note(conceptId));
    });
    connect(&book, &StudyBook::aboutToChange, this, &NoteField::save);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &NoteField::save);
    connect(&book, &StudyBook::keepingChanged, this, &NoteField::showKeeping);
    fit();
    showNote();
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
    m_book.endNoteStep();
    m_conceptId = conceptId;
    m_isChanging = false;
    m_awaitsWord = false;
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
        m_awaitsWord = true;
        showKeeping();
    }
    m_book.setTyping(false);
}

/// What has become of the note by now; nothing is said while it is on its way to the disk, which
/// takes no time.
void NoteField::showKeeping()
{
    if (!m_awaitsWord)
        return;
    switch (m_book.keeping()) {
    case Keeping::Kept:
        m_awaitsWord = false;
        m_saved->setText(tr("Saved"));
        break;
    case Keeping::Underway:
        m_saved->clear();
        break;
    case Keeping::Waiting:
        m_saved->setText(tr("Not saved yet"));
        break;
    case Keeping::NotKept:
        m_saved->setText(tr("Kept until Roadloom is closed"));
        break;
    }
}

void NoteField::setFewestLines(int lines)
{
    if (std::exchange(m_fewestLines, lines) != lines)
        fit();
}

/// From the book; not what is on its way there.
void NoteField::take(const QString& note)
{
    if (m_isTaking)
        return;
    if (note != m_edit->toPlainText()) {
        const QScopedValueRollback guard(m_isTaking, true);
        m_edit->setPlainText(note);
        fit();
    }
    showNote();
}

/// As it reads, or, while the learner is at it or there is none yet, as it is written.
void NoteField::showNote()
{
    const QString note = m_edit->toPlainText();
    const bool isRead = !m_isChanging && !note.trimmed().isEmpty();
    if (m_text != nullptr && (!isRead || note != m_textNote)) {
        m_text->hide();
        m_text->deleteLater(); // it may be what asked for this
        m_text = nullptr;
    }
    m_edit->setHidden(isRead);
    m_sheet->setVisible(isRead);
    m_change->setVisible(isRead);
    if (!isRead || m_text != nullptr)
        return;
    m_textNote = note;
    m_text = new NoteText(note);
    m_text->setAccessibleName(m_edit->accessibleName());
    m_text->setAccessibleDescription(m_change->toolTip());
    connect(m_text, &NoteText::changeRequested, this, &NoteField::change);
    connect(m_text, &NoteText::linkChosen, this, &NoteField::linkChosen);
    m_sheet->layout()->addWidget(m_text);
}

void NoteField::change()
{
    m_isChanging = true;
    showNote();
    m_edit->moveCursor(QTextCursor::End);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void NoteField::noteTyping()
{
    if (m_isTaking)
        return;
    m_isTyped = true;
    m_awaitsWord = false;
    m_book.setTyping(!m_conceptId.isEmpty());
    m_saved->clear();
    if (!m_pause.isActive()) // so that a note is never older than this
        m_pause.start();
    fit();
}

/// As tall as the note, within bounds.
void NoteField::fit()
{
    const int shown = int(m_edit->document()->size().height()); // lines, of such a document
    const int lines
        = std::clamp(shown + (m_edit->document()->isEmpty() ? 0 : 1), m_fewestLines, mostLines);
    const int margins = 2 * (m_edit->frameWidth() + int(m_edit->document()->documentMargin()));
    m_edit->setFixedHeight(lines * m_edit->fontMetrics().lineSpacing() + margins);
}

/// From the field, which leaves Escape to whoever it is in.
bool NoteField::event(QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !m_edit->hasFocus() || m_edit->toPlainText().trimmed().isEmpty()
        || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Cancel))
        return QWidget::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        m_isChanging = false;
        showNote();
        if (m_text == nullptr)
            return true;
        m_text->show(); // a layout would do it later
        m_text->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

bool NoteField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::FocusIn)
        m_isChanging = true;
    if (watched == m_edit && event->type() == QEvent::FocusOut) {
        save();
        const Qt::FocusReason reason = static_cast<const QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            m_isChanging = false;
            // What gets the focus must be able to stay where it is until then.
            QMetaObject::invokeMethod(this, &NoteField::showNote, Qt::QueuedConnection);
        }
    }
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
    m_change->setText(tr("Change the note"));
    m_change->setToolTip(tr("Change the note (Enter or F2 in it)"));
    m_edit->setPlaceholderText(
        tr("What you want to keep: in your words, with examples. Markdown is fine."));
    m_saved->clear();
    showKeeping();
}

} // namespace roadloom
