// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageBubble.h"

#include "ui/chat/ProseView.h"
#include "ui/chat/ReasoningPart.h"
#include "ui/chat/ReasoningText.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

namespace roadloom {

MessageBubble::MessageBubble(std::shared_ptr<SpokenMessage> message, QWidget* parent)
    : Card(Tone::Plain, parent)
    , m_message(std::move(message))
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
{
    setAttribute(Qt::WA_StaticContents);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    if (m_message->parts.isEmpty()) {
        m_message->parts.append(SpokenMessage::Part());
        addPart({});
    } else {
        restore();
    }
}

bool MessageBubble::Part::isBlank() const
{
    return reasoning == nullptr && prose->isBlank();
}

/// The widgets of the next part of the message.
void MessageBubble::addPart(const SpokenStage& stage)
{
    auto* const heading = new TextLabel(TextLabel::Style::Small, this);
    auto* const prose = new ProseView(this);
    connect(prose, &ProseView::linkChosen, this, &MessageBubble::linkChosen);
    connect(prose, &ProseView::heightAboutToChange, this, [this, prose](int by) {
        if (prose->isVisible())
            Q_EMIT heightAboutToChange(by);
    });
    heading->setContentsMargins(0, spacingUnit, 0, 0);
    heading->hide();
    prose->hide();
    layout()->addWidget(heading);
    layout()->addWidget(prose);
    m_parts.append({ .heading = heading, .prose = prose });
    m_message->parts[m_parts.size() - 1].stage = stage;
    retranslate();
}

/// What another bubble has shown before.
void MessageBubble::restore()
{
    m_isFinished = true;
    for (qsizetype i = 0; i < m_message->parts.size(); ++i) {
        const SpokenMessage::Part said = m_message->parts.at(i);
        addPart(said.stage);
        Part& part = m_parts.last();
        if (!said.reasoning.isEmpty()) {
            addReasoning(part);
            part.reasoning->restore(said.reasoning, said.reasonedFor, said.isReasoningShown);
        }
        if (!said.words.isEmpty()) {
            part.prose->appendWords(said.words);
            part.prose->show();
        }
        if (said.isWithdrawn)
            strikeOut(i);
        else
            part.prose->finish();
        showHeading(part);
    }
    if (m_message->isWithdrawn)
        addFold();
    retranslate();
}

bool MessageBubble::goesIntoLastPart(const SpokenStage& stage) const
{
    const SpokenMessage::Part& last = m_message->parts.constLast();
    return last.stage.id == stage.id && !last.isWithdrawn;
}

/// Words go into the last part: makes that one for this stage.
void MessageBubble::beginPartFor(const SpokenStage& stage)
{
    if (goesIntoLastPart(stage))
        return;
    const Part& last = m_parts.constLast();
    SpokenStage& stageOfLast = m_message->parts.last().stage;
    // Not every server tells whose reasoning it is: once stages have spoken, it is that of the one
    // that speaks next.
    const bool isNobodys = m_parts.size() > 1 && stageOfLast.id.isEmpty() && last.prose->isBlank();
    if (last.isBlank() || isNobodys) {
        stageOfLast = stage;
        retranslate();
        return;
    }
    endReasoning();
    last.prose->finish();
    m_message->parts.append(SpokenMessage::Part());
    addPart(stage);
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
    beginPartFor(stage);
    m_message->parts.last().words += words;
    const Part& part = m_parts.constLast();
    part.prose->appendWords(words);
    if (part.prose->isHidden())
        part.prose->show();
    if (part.heading->isHidden() && !part.heading->text().isEmpty())
        showHeading(part);
}

void MessageBubble::reason(const QString& words, const SpokenStage& stage)
{
    if (!goesIntoLastPart(stage) && words.trimmed().isEmpty())
        return;
    beginPartFor(stage);
    Part& part = m_parts.last();
    if (part.reasoning == nullptr) {
        addReasoning(part);
        showHeading(part);
    }
    QString& reasoning = m_message->parts.last().reasoning;
    reasoning += words;
    if (reasoning.size() > qsizetype(2) * ReasoningText::mostKept)
        reasoning.remove(0, reasoning.size() - ReasoningText::mostKept);
    part.reasoning->append(words);
}

void MessageBubble::addReasoning(Part& part)
{
    part.reasoning = new ReasoningPart(m_message->agent, this);
    auto* const column = qobject_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(part.prose), part.reasoning);
    connect(
        part.reasoning, &ReasoningPart::folded, this, [this, i = m_parts.size() - 1](bool isShown) {
            m_message->parts[i].isReasoningShown = isShown;
        });
}

void MessageBubble::endReasoning()
{
    ReasoningPart* const reasoning = m_parts.constLast().reasoning;
    if (reasoning == nullptr)
        return;
    reasoning->pause();
    m_message->parts.last().reasonedFor = reasoning->elapsed();
}

void MessageBubble::finish()
{
    endReasoning();
    prose().finish();
    m_isFinished = true;
}

void MessageBubble::strikeOut(qsizetype part)
{
    m_message->parts[part].isWithdrawn = true;
    m_parts.at(part).prose->withdraw();
    if (ReasoningPart* const reasoning = m_parts.at(part).reasoning)
        reasoning->withdraw();
}

void MessageBubble::withdrawStage(const QString& stage)
{
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const SpokenMessage::Part& said = m_message->parts.at(i);
        if (said.stage.id == stage && !said.isWithdrawn && !m_parts.at(i).isBlank())
            strikeOut(i);
    }
    retranslate();
}

void MessageBubble::withdraw(const QString& reason)
{
    if (isWithdrawn())
        return;
    endReasoning();
    m_message->isWithdrawn = true;
    m_message->reason = reason;
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        strikeOut(i);
    addFold();
    retranslate();
}

/// What was withdrawn is folded away, below the reason for it.
void MessageBubble::addFold()
{
    auto* const column = qobject_cast<QVBoxLayout*>(layout());
    m_unfold = new FoldButton(this);
    m_unfold->setVisible(!std::ranges::all_of(m_parts, &Part::isBlank));
    m_unfold->setChecked(m_message->isUnfolded);
    connect(m_unfold, &FoldButton::toggled, this, &MessageBubble::showParts);
    column->insertWidget(1, m_unfold);
    if (!m_message->reason.isEmpty()) {
        auto* const note = new TextLabel(TextLabel::Style::Body, this);
        note->setForeignText(m_message->reason);
        note->show();
        column->insertWidget(1, note);
    }
    showParts(m_message->isUnfolded);
}

void MessageBubble::showParts(bool shown)
{
    m_message->isUnfolded = shown;
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

/// It grows downwards with each line: only its lower edge looks different then.
void MessageBubble::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    constexpr int edge = 2 * spacingUnit;
    if (event->oldSize().width() != width())
        update();
    else
        update(0, std::min(event->oldSize().height(), height()) - edge, width(), edge);
}

void MessageBubble::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessageBubble::retranslate()
{
    const QString title = agentTitle(m_message->agent);
    //: %1 is an agent or a stage, whose try failed and is repeated.
    const QString discarded = tr("%1 (discarded)").arg(title);
    m_title->setText(isWithdrawn() ? discarded : title);
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Part& part = m_parts.at(i);
        const SpokenMessage::Part& said = m_message->parts.at(i);
        part.prose->setAccessibleName(tr("Words of %1").arg(said.isWithdrawn ? discarded : title));
        const QString stage = stageTitle(said.stage);
        const bool isStruck = said.isWithdrawn && !isWithdrawn() && !stage.isEmpty();
        part.heading->setText(isStruck ? tr("%1 (discarded)").arg(stage) : stage);
    }
    if (m_unfold != nullptr)
        m_unfold->setText(tr("What was said"));
}

} // namespace roadloom
