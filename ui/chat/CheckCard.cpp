// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/CheckCard.h"

#include "core/roadmap/Validation.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QPushButton>

#include <utility>

namespace roadloom {

CheckCard::CheckCard(CheckNote note, QWidget* parent)
    : Card(note.isValid ? Tone::Plain : Tone::Caution, parent)
    , m_note(std::move(note))
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_way(new QWidget(this))
    , m_hint(new TextLabel(TextLabel::Style::Muted, m_way))
    , m_show(new QPushButton(m_way))
{
    auto* const way = new QVBoxLayout(m_way);
    way->setContentsMargins(0, spacingUnit / 2, 0, 0);
    way->setSpacing(spacingUnit);
    way->addWidget(m_hint);
    way->addWidget(m_show, 0, Qt::AlignLeft);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    if (!m_note.summary.isEmpty()) {
        auto* const summary = new TextLabel(TextLabel::Style::Body, this);
        summary->setForeignText(m_note.summary);
        column->addWidget(summary);
    }
    column->addWidget(m_way);
    m_way->setVisible(m_note.hasRemarks);
    connect(m_show, &QPushButton::clicked, this, &CheckCard::remarksWanted);
    retranslate();
}

void CheckCard::offerRemarks()
{
    m_note.hasRemarks = true;
    m_way->show();
}

void CheckCard::retire()
{
    // Else the keyboard would go to whatever comes next.
    if (m_way->isAncestorOf(window()->focusWidget()))
        setFocus();
    m_way->hide();
}

QWidget* CheckCard::makeRetired(const CheckNote& note)
{
    auto* const card = new CheckCard(note);
    card->retire();
    return card;
}

void CheckCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CheckCard::retranslate()
{
    const QString score = QLocale().toString(m_note.score, 'f', 0);
    // No word of praise where something is wrong.
    m_title->setText(m_note.isValid
            //: %1 is a figure, %2 a word such as "good".
            ? tr("Check: the roadmap scores %1 of 100, %2.").arg(score, scoreWord(m_note.score))
            //: %1 is a figure.
            : tr("Check: the roadmap scores %1 of 100, but something in it has to be better.")
                  .arg(score));
    m_hint->setText(m_note.isValid
            ? tr("The remarks say what could be better. None of them keeps you from learning.")
            : tr("The critical remarks say what."));
    m_show->setText(tr("Show the remarks"));
    setAccessibleName(m_title->text());
}

} // namespace roadloom
