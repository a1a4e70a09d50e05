// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/FindBar.h"

#include "ui/look/ClearButton.h"
#include "ui/look/EnterKey.h"
#include "ui/look/Icons.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace roadloom {

FindBar::FindBar(QWidget* parent)
    : QFrame(parent)
    , m_words(new QLineEdit(this))
    , m_enter(new EnterKey(*m_words))
    , m_place(new TextLabel(TextLabel::Style::Small, this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setAutoFillBackground(true);
    m_place->setWordWrap(false);
    m_previous->setIcon(icon(Icon::ChevronUp));
    m_next->setIcon(icon(Icon::ChevronDown));
    m_close->setIcon(icon(Icon::Close));
    for (QToolButton* const button : { m_previous, m_next, m_close })
        button->setAutoRaise(true);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacingUnit, spacingUnit / 2, spacingUnit, spacingUnit / 2);
    row->setSpacing(spacingUnit / 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_place);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_close);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::searched);
    connect(m_enter, &EnterKey::pressed, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    retranslate();
    hide();
}

void FindBar::open()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    Q_EMIT searched(m_words->text());
}

void FindBar::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void FindBar::setPlace(int current, int count)
{
    m_current = current;
    m_count = count;
    retranslate();
}

/// Escape would stop the run, and Enter belongs to the field.
bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_words || !isKey)
        return QFrame::eventFilter(watched, event);
    const auto* const key = static_cast<QKeyEvent*>(event);
    const bool closes = key->matches(QKeySequence::Cancel);
    const bool goesOn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!closes && !goesOn)
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (closes)
        close();
    else if (!m_enter->isComposing())
        key->modifiers().testFlag(Qt::ShiftModifier) ? Q_EMIT previousRequested()
                                                     : Q_EMIT
                                                     nextRequested();
    return true;
}

void FindBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindBar::retranslate()
{
    const QLocale locale;
    m_words->setPlaceholderText(tr("Find in the conversation"));
    setClearButton(*m_words);
    m_words->setAccessibleName(tr("Find in the conversation"));
    if (m_words->text().isEmpty())
        m_place->clear();
    else if (m_count == 0)
        m_place->setText(tr("Not found"));
    else
        m_place->setText(
            //: Which of the places where words were found is shown.
            tr("%1 of %2").arg(locale.toString(m_current), locale.toString(m_count)));
    m_words->setAccessibleDescription(m_place->text());
    m_previous->setToolTip(tr("Previous place"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_previous->setEnabled(m_count > 0);
    m_next->setToolTip(tr("Next place"));
    m_next->setAccessibleName(m_next->toolTip());
    m_next->setEnabled(m_count > 0);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(m_close->toolTip());
}

} // namespace roadloom
