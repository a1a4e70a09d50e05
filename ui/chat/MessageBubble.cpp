// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageBubble.h"

#include "ui/chat/ProseView.h"
#include "ui/chat/ReasoningPart.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

#include <utility>

namespace roadloom {

MessageBubble::MessageBubble(AgentId agent, QWidget* parent)
    : Card(Tone::Plain, parent)
    , m_agent(agent)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    addPart({});
}

bool MessageBubble::Part::isBlank() const
{
    return reasoning == nullptr && prose->isBlank();
}

void MessageBubble::addPart(const SpokenStage& stage)
{
    auto* const heading = new TextLabel(TextLabel::Style::Small, this);
    auto* const prose = new ProseView(this);
    connect(prose, &ProseView::linkChosen, this, &MessageBubble::linkChosen);
    heading->setContentsMargins(0, spacingUnit, 0, 0);
    heading->hide();
    prose->hide();
    layout()->addWidget(heading);
    layout()->addWidget(prose);
    m_parts.append({ .stage = stage, .heading = heading, .prose = prose });
    retranslate();
}

bool MessageBubble::goesIntoLastPart(const SpokenStage& stage) const
{
    const Part& last = m_parts.constLast();
    return last.stage.id == stage.id && !last.isWithdrawn;
}

MessageBubble::Part& MessageBubble::partFor(const SpokenStage& stage)
{
    if (goesIntoLastPart(stage))
        return m_parts.last();
    Part& last = m_parts.last();
    // Not every server tells whose reasoning it is: once stages have spoken, it is that of the one
    // that speaks next.
    const bool isNobodys = m_parts.size() > 1 && last.stage.id.isEmpty() && last.prose->isBlank();
    if (last.isBlank() || isNobodys) {
        last.stage = stage;
        retranslate();
        return last;
    }
    endReasoning();
    last.prose->finish();
    addPart(stage);
    return m_parts.last();
}

void MessageBubble::showHeading(const Part& part)
{
    part.heading->setVisible(!part.isBlank() && !part.heading->text().isEmpty());
}

void MessageBubble::say(const QString& words, const SpokenStage& stage)
{
    endReasoning();
    if (!goesIntoLastPart(stage) && words.trimmed().isEmpty())
        return; // blank lines before the first words are none
    Part& part = partFor(stage);
    part.prose->appendWords(words);
    part.prose->show();
    showHeading(part);
}

void MessageBubble::reason(const QString& words, const SpokenStage& stage)
{
    if (!goesIntoLastPart(stage) && words.trimmed().isEmpty())
        return;
    Part& part = partFor(stage);
    if (part.reasoning == nullptr) {
        part.reasoning = new ReasoningPart(m_agent, this);
        auto* const column = qobject_cast<QVBoxLayout*>(layout());
        column->insertWidget(column->indexOf(part.prose), part.reasoning);
        showHeading(part);
    }
    part.reasoning->append(words);
}

void MessageBubble::endReasoning()
{
    if (ReasoningPart* const reasoning = m_parts.constLast().reasoning)
        reasoning->pause();
}

void MessageBubble::finish()
{
    endReasoning();
    prose().finish();
}

void MessageBubble::strikeOut(Part& part)
{
    part.isWithdrawn = true;
    part.prose->withdraw();
    if (part.reasoning != nullptr)
        part.reasoning->withdraw();
}

void MessageBubble::withdrawStage(const QString& stage)
{
    for (Part& part : m_parts) {
        if (part.stage.id == stage && !part.isWithdrawn && !part.isBlank())
            strikeOut(part);
    }
    retranslate();
}

void MessageBubble::withdraw(const QString& reason)
{
    if (isWithdrawn())
        return;
    bool hasWords = false;
    for (Part& part : m_parts) {
        strikeOut(part);
        hasWords = hasWords || !part.isBlank();
    }
    auto* const column = qobject_cast<QVBoxLayout*>(layout());
    m_unfold = new FoldButton(this);
    m_unfold->setVisible(hasWords);
    connect(m_unfold, &FoldButton::toggled, this, &MessageBubble::showParts);
    column->insertWidget(1, m_unfold);
    if (!reason.isEmpty()) {
        auto* const note = new TextLabel(TextLabel::Style::Body, this);
        note->setForeignText(reason);
        column->insertWidget(1, note);
    }
    showParts(false);
    retranslate();
}

void MessageBubble::showParts(bool shown)
{
    for (const Part& part : std::as_const(m_parts)) {
        if (shown)
            showHeading(part);
        else
            part.heading->hide();
        if (part.reasoning != nullptr)
            part.reasoning->setVisible(shown);
        part.prose->setVisible(shown && !part.prose->isBlank());
    }
}

void MessageBubble::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBubble::retranslate()
{
    const QString title = agentTitle(m_agent);
    //: %1 is an agent or a stage, whose try failed and is repeated.
    const QString discarded = tr("%1 (discarded)").arg(title);
    m_title->setText(isWithdrawn() ? discarded : title);
    for (const Part& part : std::as_const(m_parts)) {
        part.prose->setAccessibleName(tr("Words of %1").arg(part.isWithdrawn ? discarded : title));
        const QString stage = stageTitle(part.stage);
        const bool isStruck = part.isWithdrawn && !isWithdrawn() && !stage.isEmpty();
        part.heading->setText(isStruck ? tr("%1 (discarded)").arg(stage) : stage);
    }
    if (m_unfold != nullptr)
        m_unfold->setText(tr("What was said"));
}

} // namespace roadloom
