// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/StoppedCard.h"

#include "ui/chat/ErrorCard.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QTimer>

namespace roadloom {

StoppedCard::StoppedCard(Kept kept, bool canGoOn, Ending ending, StandIn standIn, QWidget* parent)
    : Card(Tone::Caution, parent)
    , m_kept(kept)
    , m_canGoOn(canGoOn)
    , m_ending(ending)
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_text(new TextLabel(TextLabel::Style::Body, this))
    , m_buttons(new QWidget(this))
    , m_goOn(new PrimaryButton(m_buttons))
    , m_startOver(canGoOn ? new QPushButton(m_buttons) : new PrimaryButton(m_buttons))
    , m_note(new TextLabel(TextLabel::Style::Muted, this))
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(spacingUnit);
    row->addWidget(m_goOn);
    row->addWidget(m_startOver);
    row->addStretch();
    auto* const rows = new QVBoxLayout(m_buttons);
    rows->setContentsMargins({});
    rows->setSpacing(spacingUnit);
    rows->addLayout(row);
    m_goOn->setVisible(canGoOn);
    if (standIn == StandIn::BuiltInCourses) {
        m_standIn = new QPushButton(m_buttons);
        rows->addWidget(m_standIn, 0, Qt::AlignLeft);
        connect(m_standIn, &QPushButton::clicked, this, &StoppedCard::standInRequested);
    }
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_buttons, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    m_note->hide();
    connect(m_goOn, &QPushButton::clicked, this, &StoppedCard::goOnRequested);
    connect(m_startOver, &QPushButton::clicked, this, &StoppedCard::startOverRequested);
    // The card may appear where Stop was: a second click there must not begin a new run.
    m_buttons->setEnabled(false);
    QTimer::singleShot(
        QApplication::doubleClickInterval(), m_buttons, [this] { m_buttons->setEnabled(true); });
    retranslate();
}

void StoppedCard::retire()
{
    for (QWidget* const part : std::initializer_list<QWidget*> { m_title, m_text, m_buttons })
        part->hide();
    m_note->show();
    setTone(Tone::Plain);
}

QWidget* StoppedCard::makeRetired(Ending ending)
{
    auto* const card = new StoppedCard(Kept::Words, false, ending, StandIn::None);
    card->retire();
    return card;
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
        return m_canGoOn
            ? tr("What was said stays. Going on keeps the stages that are complete; the "
                 "others are designed anew.")
            : tr("What was said stays. The unfinished roadmap is designed anew.");
    case Kept::Roadmap:
        return tr("What was said stays, and so does the roadmap until another one is designed.");
    }
    Q_UNREACHABLE();
}

void StoppedCard::retranslate()
{
    const bool isStopped = m_ending == Ending::Stopped;
    m_title->setText(isStopped ? tr("You stopped the run") : tr("The run broke off"));
    const bool needsAnother = !isStopped && !m_canGoOn;
    m_text->setText(m_ending == Ending::Left
            ? tr("What was said until then stays. Whoever answers went on with the run meanwhile: "
                 "going on takes it up where it is now, if it is still kept there.")
            : needsAnother
            ? tr("What was said stays. Whoever answers now cannot go on with it: choose in the "
                 "settings who answered then, or a model, and open this design again. Starting "
                 "over makes another roadmap.")
            : m_canGoOn && m_kept != Kept::UnfinishedRoadmap
            ? keptText() + u' ' + tr("Going on keeps what the agents have finished.")
            : keptText());
    // Without keys, which the same buttons above have.
    m_goOn->setText(tr("Go on"));
    m_startOver->setText(tr("Start over"));
    if (m_standIn != nullptr)
        m_standIn->setText(tr("Use the built-in courses"));
    m_note->setText(
        isStopped ? tr("You stopped here, then went on.") : tr("It broke off here, then went on."));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
}

} // namespace roadloom
