// SPDX-License-Identifier: Apache-2.0
// The conversation where an agent speaks stage by stage, and single stages fail and speak again.
#include "ui/chat/ChatView.h"
#include "ui/chat/MessageBubble.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/RetryCard.h"

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
