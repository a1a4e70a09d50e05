// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/StoppedCard.h"

#include "ui/look/TextLabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QTimer>

namespace roadloom {

StoppedCard::StoppedCard(Kept kept, QWidget* parent)
    : Card(Tone::Caution, parent)
    , m_kept(kept)
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_text(new TextLabel(TextLabel::Style::Body, this))
    , m_startOver(new QPushButton(this))
    , m_note(new TextLabel(TextLabel::Style::Muted, this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_startOver, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    m_note->hide();
    connect(m_startOver, &QPushButton::clicked, this, &StoppedCard::startOverRequested);
    // The card may appear where Stop was: a second click there must not begin a new run.
    m_startOver->setEnabled(false);
    QTimer::singleShot(QApplication::doubleClickInterval(), m_startOver,
        [this] { m_startOver->setEnabled(true); });
    retranslate();
}

void StoppedCard::retire()
{
    for (QWidget* const part : std::initializer_list<QWidget*> { m_title, m_text, m_startOver })
        part->hide();
    m_note->show();
    setTone(Tone::Plain);
}

void StoppedCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString StoppedCard::keptText() const
{
    switch (m_kept) {
    case Kept::Words:
        return tr("What was said so far stays. There is no roadmap yet.");
    case Kept::UnfinishedRoadmap:
        return tr("What was said and the unfinished roadmap stay. Starting over designs the "
                  "roadmap anew.");
    case Kept::Roadmap:
        return tr("What was said stays, and so does the roadmap until another one is designed.");
    }
    Q_UNREACHABLE();
}

void StoppedCard::retranslate()
{
    m_title->setText(tr("You stopped the run"));
    m_text->setText(keptText());
    m_startOver->setText(tr("Start &over"));
    m_note->setText(tr("You stopped here, then started over."));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
}

} // namespace roadloom
