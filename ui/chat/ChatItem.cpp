// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ChatItem.h"

#include "ui/chat/MessageBubble.h"
#include "ui/chat/PlainWords.h"
#include "ui/chat/RunNotes.h"

#include <QBoxLayout>
#include <QFontMetrics>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Of a card with a line of its own above the text.
int heightOfText(const QString& text, int width, const QFontMetrics& metrics)
{
    constexpr int aroundText = 4 * spacingUnit;
    const int inLine = std::max(1, (width - aroundText) / std::max(1, metrics.averageCharWidth()));
    const qsizetype lines = text.size() / inLine + text.count(u'\n') + 2;
    return int(std::min<qsizetype>(lines, 10'000)) * metrics.height() + aroundText;
}

} // namespace

WishItem::WishItem(QString goal)
    : m_goal(std::move(goal))
{
}

/// The learner's words stand at the other side than those of the agents.
QWidget* WishItem::makeWidget()
{
    constexpr int shareOfWords = 5;
    auto* const line = new QWidget;
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->addStretch(1);
    row->addWidget(new WishBubble(m_goal), shareOfWords);
    return line;
}

int WishItem::estimatedHeight(int width, const QFontMetrics& metrics) const
{
    return heightOfText(m_goal, width * 5 / 6, metrics);
}

MessageItem::MessageItem(SpokenMessage message)
    : m_message(std::make_shared<SpokenMessage>(std::move(message)))
{
}

QWidget* MessageItem::makeWidget()
{
    return new MessageBubble(m_message);
}

bool MessageItem::canLetGo(const QWidget& widget) const
{
    const auto* const bubble = qobject_cast<const MessageBubble*>(&widget);
    return bubble == nullptr || bubble->isFinished();
}

int MessageItem::estimatedHeight(int width, const QFontMetrics& metrics) const
{
    int height = 0;
    for (const SpokenMessage::Part& part : std::as_const(m_message->parts))
        height += heightOfText(part.words, width, metrics);
    return height;
}

QString MessageItem::plainText() const
{
    return plainWords(markdown()).trimmed();
}

QString MessageItem::markdown() const
{
    QStringList texts;
    for (const SpokenMessage::Part& part : std::as_const(m_message->parts)) {
        const QString stage = stageTitle(part.stage);
        if (part.words.trimmed().isEmpty())
            continue;
        if (!stage.isEmpty())
            texts.append(u"### "_s + stage);
        texts.append(part.words.trimmed());
    }
    return texts.join(u"\n\n"_s);
}

NoteItem::NoteItem(Tone tone, std::function<QString()> sentence, QString foreignText)
    : m_tone(tone)
    , m_sentence(std::move(sentence))
    , m_foreignText(std::move(foreignText))
{
}

QWidget* NoteItem::makeWidget()
{
    auto* const note = new NoteCard(m_tone, m_sentence);
    if (!m_foreignText.trimmed().isEmpty())
        note->addForeignText(m_foreignText);
    return note;
}

int NoteItem::estimatedHeight(int width, const QFontMetrics& metrics) const
{
    return heightOfText(m_foreignText, width, metrics);
}

QString NoteItem::plainText() const
{
    return m_foreignText.trimmed().isEmpty() ? m_sentence()
                                             : m_sentence() + u"\n\n"_s + m_foreignText.trimmed();
}

EditItem::EditItem(RoadmapEditNote note)
    : m_note(std::move(note))
{
}

QWidget* EditItem::makeWidget()
{
    return new EditCard(m_note);
}

int EditItem::estimatedHeight(int width, const QFontMetrics& metrics) const
{
    return heightOfText(plainText(), width, metrics);
}

QString EditItem::plainText() const
{
    QStringList parts { m_note.title() };
    if (!m_note.summary.trimmed().isEmpty())
        parts.append(m_note.summary.trimmed());
    return (parts + m_note.lines()).join(u'\n');
}

} // namespace roadloom
