// SPDX-License-Identifier: Apache-2.0
// The conversation where an agent speaks stage by stage, and single stages fail and speak again.
#include "ui/chat/ChatView.h"
#include "ui/chat/MessageBubble.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/ReasoningText.h"
#include "ui/chat/RetryCard.h"

#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

constexpr auto architect = AgentId::CurriculumArchitect;

bool isStruckOut(const ProseView& prose)
{
    const QTextBlock::iterator first = prose.document()->firstBlock().begin();
    return !first.atEnd() && first.fragment().charFormat().fontStrikeOut();
}

/// What is said in order, each part on its own; "-" before what is struck out.
QStringList partsOf(const ChatView& chat)
{
    QStringList parts;
    for (const ProseView* const prose : chat.findChildren<ProseView*>())
        parts.append((isStruckOut(*prose) ? u"-"_s : QString()) + prose->toPlainText());
    return parts;
}

/// What an outline tells of two stages.
QList<PreviewEvent> outline()
{
    const auto stage = [](const QString& id, const QString& name) {
        Stage told;
        told.id = id;
        told.name = name;
        return told;
    };
    return { StageClosed { { .stage = 0 }, stage(u"stage-1"_s, u"Basics"_s) },
        StageClosed { { .stage = 1 }, stage(u"stage-2"_s, u"The web"_s) } };
}

/// Headings, words and reasoning in the order in which they stand; "-" before what is struck out.
QStringList shownIn(const ChatView& chat)
{
    QStringList shown;
    const auto* const bubble = chat.findChild<MessageBubble*>();
    for (int i = 1; i < bubble->layout()->count(); ++i) {
        const QWidget* const item = bubble->layout()->itemAt(i)->widget();
        if (item->isHidden())
            continue;
        if (const auto* const heading = qobject_cast<const QLabel*>(item))
            shown.append(u"# "_s + heading->text());
        else if (const auto* const prose = qobject_cast<const ProseView*>(item))
            shown.append((isStruckOut(*prose) ? u"-"_s : QString()) + prose->toPlainText());
        else if (const auto* const part = item->findChild<const ReasoningText*>())
            shown.append(part->font().strikeOut() ? u"-reasoning"_s : u"reasoning"_s);
    }
    return shown;
}

} // namespace

class StagedSpeechTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void eachStageIsAnAnswerOfItsOwn()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        // Cut within its JSON, which must not swallow what the next one says.
        chat.take(ChunkEvent { u"One.\n```json\n{\"a\": \"x"_s, architect, u"stage-1"_s });
        chat.take(ChunkEvent { u"\n\n"_s, architect, u"stage-2"_s });
        chat.take(ChunkEvent { u"Two."_s, architect, u"stage-2"_s });
        QTRY_COMPARE(partsOf(chat), (QStringList { u"One."_s, u"Two."_s }));
        QCOMPARE(chat.findChildren<MessageBubble*>().size(), 1);
    }

    void aStageThatSpeaksAgainTakesBackItsOwnWords_data()
    {
        QTest::addColumn<QString>("failed");
        QTest::addColumn<std::chrono::milliseconds>("pause");
        QTest::newRow("within its words") << u"One fails."_s << 0ms;
        QTest::newRow("within its words, after a pause") << u"One fails."_s << 5000ms;
        QTest::newRow("within its JSON") << u"One fails.\n```json\n{\"a\": \"x"_s << 0ms;
        QTest::newRow("where JSON may begin") << u"One fails.\n```js"_s << 0ms;
    }
    void aStageThatSpeaksAgainTakesBackItsOwnWords()
    {
        QFETCH(const QString, failed);
        QFETCH(const std::chrono::milliseconds, pause);
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Outline."_s, architect });
        chat.take(ChunkEvent { failed, architect, u"stage-1"_s });
        chat.take(AttemptFailedEvent { architect, u"The line broke."_s, pause, u"stage-1"_s });
        chat.take(ChunkEvent { u"One is well.\n```json\n{}\n```\n"_s, architect, u"stage-1"_s });
        chat.take(ChunkEvent { u"Two."_s, architect, u"stage-2"_s });
        QTRY_COMPARE(partsOf(chat),
            (QStringList { u"Outline."_s, u"-One fails."_s, u"One is well."_s, u"Two."_s }));
        QVERIFY(!chat.findChild<MessageBubble*>()->isWithdrawn());
        QCOMPARE(chat.findChildren<MessageBubble*>().size(), 1);
    }

    void aStageMayFailWhenAnotherSpeaks()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"One."_s, architect, u"stage-1"_s });
        chat.take(ChunkEvent { u"Two"_s, architect, u"stage-2"_s });
        chat.take(AttemptFailedEvent { architect, u"Cut."_s, 0ms, u"stage-1"_s });
        chat.take(ChunkEvent { u" goes on."_s, architect, u"stage-2"_s });
        QTRY_COMPARE(partsOf(chat), (QStringList { u"-One."_s, u"Two goes on."_s }));
    }

    void aWholeAnswerIsTakenBackWithItsParts()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"One."_s, architect, u"stage-1"_s });
        chat.take(ChunkEvent { u"Two."_s, architect, u"stage-2"_s });
        chat.take(AttemptFailedEvent { architect, u"Cut."_s, 0ms, {} });
        QTRY_COMPARE(partsOf(chat), (QStringList { u"-One."_s, u"-Two."_s }));
        QVERIFY(chat.findChild<MessageBubble*>()->isWithdrawn());
        for (const ProseView* const prose : chat.findChildren<ProseView*>())
            QVERIFY(prose->isHidden());
    }

    void eachStageSpeaksUnderItsName()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Outline."_s, architect });
        chat.learnStages(outline());
        chat.take(ReasoningEvent { u"Hm."_s, architect, u"stage-1"_s });
        chat.take(ChunkEvent { u"One."_s, architect, u"stage-1"_s });
        chat.take(ChunkEvent { u"Two."_s, architect, u"stage-2"_s });
        QTRY_COMPARE(shownIn(chat),
            (QStringList { u"Outline."_s, u"# Stage 1 “Basics”"_s, u"reasoning"_s, u"One."_s,
                u"# Stage 2 “The web”"_s, u"Two."_s }));
    }

    void aStageTakesBackItsReasoning_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("before its words") << QString();
        QTest::newRow("after its words") << u"One fails."_s;
    }
    void aStageTakesBackItsReasoning()
    {
        QFETCH(const QString, words);
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.learnStages(outline());
        chat.take(ReasoningEvent { u"Whole."_s, architect });
        chat.take(ChunkEvent { u"Outline."_s, architect });
        chat.take(ReasoningEvent { u"First."_s, architect, u"stage-1"_s });
        if (!words.isEmpty())
            chat.take(ChunkEvent { words, architect, u"stage-1"_s });
        chat.take(AttemptFailedEvent { architect, u"Cut."_s, 1h, u"stage-1"_s });
        chat.take(ReasoningEvent { u"Second."_s, architect, u"stage-1"_s });
        chat.take(ChunkEvent { u"One."_s, architect, u"stage-1"_s });
        QStringList expected { u"reasoning"_s, u"Outline."_s, u"# Stage 1 “Basics” (discarded)"_s,
            u"-reasoning"_s };
        if (!words.isEmpty())
            expected.append(u"-"_s + words);
        expected.append({ u"# Stage 1 “Basics”"_s, u"reasoning"_s, u"One."_s });
        QTRY_COMPARE(shownIn(chat), expected);
    }

    /// A server may leave out which stage reasons.
    void nobodysReasoningIsOfWhoSpeaksNext()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.learnStages(outline());
        chat.take(ChunkEvent { u"One."_s, architect, u"stage-1"_s });
        chat.take(ReasoningEvent { u"Hm."_s, architect });
        chat.take(ChunkEvent { u"Two."_s, architect, u"stage-2"_s });
        QTRY_COMPARE(shownIn(chat),
            (QStringList { u"# Stage 1 “Basics”"_s, u"One."_s, u"# Stage 2 “The web”"_s,
                u"reasoning"_s, u"Two."_s }));
    }

    void whatIsTriedAgainIsNamed()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.learnStages(outline());
        chat.take(ChunkEvent { u"One."_s, architect, u"stage-1"_s });
        chat.take(AttemptFailedEvent { architect, u"Busy."_s, 1h, u"stage-1"_s });
        chat.take(AttemptFailedEvent { architect, u"Cut."_s, 1h, u"stage-2"_s });
        const auto cards = chat.findChildren<RetryCard*>();
        QCOMPARE(cards.size(), 2);
        QCOMPARE(cards[0]->accessibleName(), u"Stage 1 “Basics” · This try failed"_s);
        QCOMPARE(cards[1]->accessibleName(), u"Stage 2 “The web” · This try failed"_s);
        QVERIFY(cards[0]->isCountingDown());
        chat.take(ChunkEvent { u"One."_s, architect, u"stage-1"_s });
        QVERIFY(!cards[0]->isCountingDown());
        QCOMPARE(
            cards[0]->accessibleDescription(), u"Stage 1 “Basics” · Tried again after: Busy."_s);
        QVERIFY(cards[1]->isCountingDown());
    }

    void retryingNowIsForAllThatPause()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        const QSignalSpy hurried(&chat, &ChatView::retryNowRequested);
        for (const QString& stage : { u"stage-1"_s, u"stage-2"_s })
            chat.take(AttemptFailedEvent { architect, u"Busy."_s, 1h, stage });
        const auto cards = chat.findChildren<RetryCard*>();
        cards[1]->findChildren<QPushButton*>().constFirst()->click();
        QCOMPARE(hurried.count(), 1);
        QVERIFY(!cards[0]->isCountingDown());
        QVERIFY(!cards[1]->isCountingDown());
    }

    void anotherStagesWordsDoNotEndACountdown()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Stage one."_s, architect, u"stage-1"_s });
        chat.take(AttemptFailedEvent { architect, u"Overloaded."_s, 1h, u"stage-2"_s });
        chat.take(ChunkEvent { u" More."_s, architect, u"stage-1"_s });
        chat.take(ProgressEvent { .percent = 40 });
        auto* const card = chat.findChild<RetryCard*>();
        QVERIFY(card->isCountingDown());
        QVERIFY(!chat.findChild<MessageBubble*>()->isWithdrawn());
        chat.take(StageChunkEvent { u"Again."_s, architect, u"stage-2"_s });
        QVERIFY(!card->isCountingDown());
    }
};

QTEST_MAIN(StagedSpeechTest)
#include "StagedSpeechTest.moc"
