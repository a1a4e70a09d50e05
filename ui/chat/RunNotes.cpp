// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/RunNotes.h"

#include "core/roadmap/RoadmapWords.h"
#include "ui/look/ListText.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QVBoxLayout* cardColumn(QWidget* card)
{
    auto* const column = new QVBoxLayout(card);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    return column;
}

} // namespace

WishBubble::WishBubble(const QString& goal, QWidget* parent)
    : Card(Tone::Primary, parent)
    , m_title(new TextLabel(TextLabel::Style::Small, tr("You want to learn"), this))
{
    auto* const words = new TextLabel(TextLabel::Style::Body, this);
    words->setForeignText(goal);
    QVBoxLayout* const column = cardColumn(this);
    column->addWidget(m_title);
    column->addWidget(words);
}

void WishBubble::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_title->setText(tr("You want to learn"));
}

NoteCard::NoteCard(Tone tone, std::function<QString()> sentence, QWidget* parent)
    : Card(tone, parent)
    , m_sentence(std::move(sentence))
    , m_label(new TextLabel(TextLabel::Style::Strong, m_sentence(), this))
{
    cardColumn(this)->addWidget(m_label);
}

void NoteCard::addForeignText(const QString& text)
{
    auto* const label = new TextLabel(TextLabel::Style::Body, this);
    label->setForeignText(text);
    layout()->addWidget(label);
}

void NoteCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_label->setText(m_sentence());
}

std::function<QString()> roadmapSummary(const Roadmap& roadmap)
{
    qsizetype modules = 0;
    for (const Stage& stage : roadmap.stages)
        modules += stage.modules.size();
    return [stages = int(roadmap.stages.size()), modules = int(modules),
               concepts = int(conceptCount(roadmap)), hours = roadmap.totalEstimatedHours] {
        const QStringList parts {
            NoteCard::tr("%n stage(s)", nullptr, stages),
            NoteCard::tr("%n module(s)", nullptr, modules),
            NoteCard::tr("%n concept(s)", nullptr, concepts),
            NoteCard::tr("%1 hours").arg(hoursNumber(hours)),
        };
        //: %1 is a list such as "3 stages, 9 modules, 31 concepts, 62 hours".
        return NoteCard::tr("The roadmap is designed: %1.").arg(listText(parts));
    };
}

} // namespace roadloom
