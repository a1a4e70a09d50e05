// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ReviewCard.h"

#include "ui/look/EnterKey.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace roadloom {

namespace {

constexpr int longestWish = 2000; // characters

} // namespace

ReviewCard::ReviewCard(QWidget* parent)
    : Card(Tone::Primary, parent)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_text(new TextLabel(TextLabel::Style::Body, this))
    , m_form(new QWidget(this))
    , m_approve(new PrimaryButton(m_form)) // what is made first comes first, for Tab, too
    , m_mend(new QPushButton(m_form))
    , m_wish(new QLineEdit(m_form))
    , m_change(new QPushButton(m_form))
{
    m_wish->setMaxLength(longestWish);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins({});
    row->setSpacing(spacingUnit);
    row->addWidget(m_wish, 1);
    row->addWidget(m_change);
    auto* const form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, spacingUnit / 2, 0, 0);
    form->setSpacing(spacingUnit);
    auto* const answers = new QHBoxLayout;
    answers->setContentsMargins({});
    answers->setSpacing(spacingUnit);
    answers->addWidget(m_approve);
    answers->addWidget(m_mend);
    answers->addStretch();
    form->addLayout(answers);
    form->addLayout(row);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_form);

    m_wish->installEventFilter(this);
    m_change->setEnabled(false);
    m_mend->hide();
    connect(m_wish, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_change->setEnabled(!text.trimmed().isEmpty()); });
    connect(new EnterKey(*m_wish), &EnterKey::pressed, this, &ReviewCard::askForChange);
    connect(m_change, &QPushButton::clicked, this, &ReviewCard::askForChange);
    connect(m_approve, &QPushButton::clicked, this, &ReviewCard::approve);
    connect(m_mend, &QPushButton::clicked, this, &ReviewCard::askToMend);
    retranslate();
}

void ReviewCard::approve()
{
    end(State::Approved);
    Q_EMIT answered({});
}

void ReviewCard::askForChange()
{
    const QString wish = m_wish->text().trimmed();
    if (wish.isEmpty())
        return;
    end(State::ChangeAsked);
    Q_EMIT answered(wish);
}

void ReviewCard::offerToMend(const QString& wish)
{
    m_toMend = wish;
    m_mend->setVisible(!wish.isEmpty());
}

void ReviewCard::askToMend()
{
    m_wish->setText(m_toMend);
    askForChange();
}

void ReviewCard::takeFocus()
{
    m_approve->setFocus();
}

void ReviewCard::retire()
{
    end(State::Retired);
}

void ReviewCard::end(State state)
{
    if (m_state != State::Asking)
        return;
    m_state = state;
    m_written = m_wish->text().trimmed();
    // Else the keyboard would go to whatever comes next.
    if (m_form->isAncestorOf(window()->focusWidget()))
        setFocus();
    m_form->hide();
    setTone(Tone::Plain);
    retranslate();
}

/// Escape leaves the field, and what is written stays.
bool ReviewCard::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_wish || !isKey
        || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Cancel))
        return Card::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        setFocus();
    return true;
}

void ReviewCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReviewCard::retranslate()
{
    switch (m_state) {
    case State::Asking:
        m_title->setText(tr("Is this the roadmap you want?"));
        m_text->setText(tr("Approve the roadmap, or say in your own words what to change."));
        break;
    case State::Approved:
        m_title->setText(tr("You approved the roadmap."));
        break;
    case State::ChangeAsked:
        m_title->setText(tr("You asked for a change:"));
        m_text->setForeignText(m_written);
        break;
    case State::Retired:
        m_title->setText(m_written.isEmpty()
                ? tr("The roadmap was not approved.")
                : tr("The roadmap was not approved. What you had written:"));
        m_text->setForeignText(m_written);
        break;
    }
    m_text->setVisible(
        m_state == State::Asking || (m_state != State::Approved && !m_written.isEmpty()));
    m_approve->setText(tr("A&pprove"));
    m_mend->setText(tr("&Mend the remarks"));
    m_change->setText(tr("&Change it"));
    m_wish->setPlaceholderText(tr("e.g. more practice"));
    m_wish->setAccessibleName(tr("What to change"));
    setAccessibleName(m_title->text());
}

} // namespace roadloom
