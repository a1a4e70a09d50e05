// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ChatView.h"
#include "SampleRoadmap.h"
#include "ui/chat/BulletList.h"
#include "ui/chat/ErrorCard.h"
#include "ui/chat/IntentCard.h"
#include "ui/chat/MendCard.h"
#include "ui/chat/MessageBubble.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/ReasoningPart.h"
#include "ui/chat/ReasoningText.h"
#include "ui/chat/RetryCard.h"
#include "ui/chat/ReviewCard.h"
#include "ui/chat/RunNotes.h"
#include "ui/chat/StatusLine.h"
#include "ui/chat/StoppedCard.h"
#include "ui/chat/ToEndButton.h"
#include "ui/chat/Transcript.h"
#include "ui/look/FoldButton.h"
#include "ui/look/Tag.h"
#include "ui/look/TextLabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextList>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

constexpr auto analyzer = AgentId::IntentAnalyzer;
constexpr auto architect = AgentId::CurriculumArchitect;

QList<MessageBubble*> bubblesOf(const ChatView& chat)
{
    return chat.findChildren<MessageBubble*>();
}

QString proseOf(const ChatView& chat, qsizetype bubble = 0)
{
    const QList<MessageBubble*> bubbles = bubblesOf(chat);
    return bubble < bubbles.size() ? bubbles.at(bubble)->prose().toPlainText() : QString();
}

bool shows(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&text](const QLabel* label) {
        return !label->isHidden() && label->text().contains(text);
    });
}

ToEndButton& latestButton(const ChatView& chat)
{
    return *chat.findChild<ToEndButton*>();
}

/// Tall enough to scroll in a small view.
QString longProse()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += u"A paragraph of words that says something.\n\n"_s;
    return text;
}

/// Waits for the frames that show what a view took. In shorter steps than QTRY_VERIFY, which spends
/// three frames on each.
bool showsAll(const ProseView& view)
{
    return QTest::qWaitFor([&view] { return !view.hasPending(); });
}

/// Counts what a document has to lay out again: a change, and the rest of the blocks it is in.
class LayoutWork {
public:
    explicit LayoutWork(QTextDocument& document)
    {
        m_connection = QObject::connect(&document, &QTextDocument::contentsChange, &document,
            [this, &document](int position, int removed, int added) {
                m_characters += removed;
                const QTextBlock end = document.findBlock(position + added).next();
                for (QTextBlock it = document.findBlock(position); it.isValid() && it != end;
                     it = it.next())
                    m_characters += it.length();
            });
    }
    ~LayoutWork() { QObject::disconnect(m_connection); }
    Q_DISABLE_COPY_MOVE(LayoutWork)

    [[nodiscard]] qsizetype characters() const { return m_characters; }

private:
    QMetaObject::Connection m_connection;
    qsizetype m_characters = 0;
};

} // namespace

Q_DECLARE_METATYPE(std::function<void(ChatView&)>)

class ChatViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void theWishComesFirst()
    {
        ChatView chat;
        chat.beginConversation(u"学习 <b>Python</b>"_s);
        QVERIFY(shows(*chat.findChild<WishBubble*>(), u"学习 <b>Python</b>"_s));
    }

    void eachAgentHasABubble()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Let me "_s, analyzer });
        chat.take(ChunkEvent { u"see."_s, analyzer });
        chat.take(CompleteEvent { sampleIntent(), analyzer });
        chat.take(ChunkEvent { u"Now the plan."_s, architect });
        QTRY_COMPARE(proseOf(chat, 1), u"Now the plan."_s);
        QCOMPARE(proseOf(chat, 0), u"Let me see."_s);
        QVERIFY(shows(*bubblesOf(chat).at(0), agentTitle(analyzer)));
        QVERIFY(shows(*bubblesOf(chat).at(1), agentTitle(architect)));
    }

    void resultsAreNeverShownRaw()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        const QString answer = u"Here it is.\n\n```json\n{\"parsed_goal\": \"secret\"}\n```\n"_s;
        for (const QChar character : answer)
            chat.take(ChunkEvent { QString(character), analyzer });
        chat.take(CompleteEvent { sampleIntent(), analyzer });
        QCOMPARE(proseOf(chat), u"Here it is."_s);
    }

    void anAnswerWithoutWordsMakesNoBubble()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"\n```json\n{\"a\": 1}\n```\n"_s, architect });
        chat.take(CompleteEvent { sampleDesign(), architect });
        QCOMPARE(bubblesOf(chat).size(), 0);
        QVERIFY(shows(chat, u"From the simple to the useful."_s));
    }

    void aBurstIsLaidOutOnce()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"First "_s, analyzer });
        QTRY_VERIFY(!proseOf(chat).isEmpty());
        const QSignalSpy changes(
            bubblesOf(chat).at(0)->prose().document(), &QTextDocument::contentsChanged);
        for (int i = 0; i < 300; ++i)
            chat.take(ChunkEvent { u"word "_s, analyzer });
        QCOMPARE(changes.count(), 0);
        QTRY_VERIFY(proseOf(chat).size() >= 1500);
        QCOMPARE(changes.count(), 1);
    }

    void finishedBlocksAreRendered()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent {
            u"Some **bold** words\nand more.\n\n- one\n- two\n\n```py\nif a:\n\n    b\n```\n\nThe **ta"_s,
            analyzer });
        QTRY_VERIFY(proseOf(chat).endsWith(u"The **ta"_s));
        QCOMPARE(
            proseOf(chat), u"Some bold words\nand more.\none\ntwo\nif a:\n\n    b\nThe **ta"_s);
        const QTextDocument& document = *bubblesOf(chat).at(0)->prose().document();
        QVERIFY(document.find(u"one"_s).block().textList() != nullptr);
        QVERIFY(document.find(u"bold"_s).charFormat().fontWeight() >= QFont::Bold);
        QVERIFY(document.find(u"The"_s).block().textList() == nullptr);
        QVERIFY(!document.find(u"The"_s).charFormat().fontFixedPitch());
        chat.take(ChunkEvent { u"il** ends."_s, analyzer });
        chat.take(CompleteEvent { sampleIntent(), analyzer });
        QVERIFY(proseOf(chat).endsWith(u"The tail ends."_s));
    }

    void anySplitIsShownTheSame_data()
    {
        QTest::addColumn<QString>("lineEnd");
        QTest::newRow("line feeds") << u"\n"_s;
        QTest::newRow("carriage returns and line feeds") << u"\r\n"_s;
        QTest::newRow("carriage returns") << u"\r"_s;
    }
    void anySplitIsShownTheSame()
    {
        QFETCH(const QString, lineEnd);
        QString text
            = u"# Plan\n\nFirst *this*.\nThen that.\n\n1. one\n\n2. two\n\nplain end\n\nlast"_s;
        text.replace(u'\n', lineEnd);
        QString expected;
        for (const qsizetype size : { text.size(), qsizetype(1), qsizetype(7) }) {
            ProseView view;
            for (qsizetype at = 0; at < text.size(); at += size) {
                view.appendWords(text.mid(at, size));
                QVERIFY(showsAll(view));
            }
            view.finish();
            if (expected.isEmpty())
                expected = view.document()->toMarkdown();
            QCOMPARE(view.document()->toMarkdown(), expected);
        }
        QVERIFY(expected.contains(u"*this*"_s));
    }

    void aListLeavesNoEmptyLineBeforeIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("behind words") << u"First:\n\n1. one\n2. two\n\nThen."_s;
        QTest::newRow("at the beginning") << u"- one\n- two\n"_s;
    }
    void aListLeavesNoEmptyLineBeforeIt()
    {
        QFETCH(const QString, text);
        ProseView view;
        view.appendWords(text);
        view.finish();
        int items = 0;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            QVERIFY(!block.text().isEmpty());
            items += block.textList() != nullptr ? 1 : 0;
        }
        QCOMPARE(items, 2);
    }

    void markupAndPicturesStayWords()
    {
        QTemporaryDir folder;
        QImage(4, 4, QImage::Format_RGB32).save(folder.filePath(u"a.png"_s));
        ProseView view;
        view.appendWords(
            u"<h1>big</h1> ![name](file://%1) <img src='file://%1'>\n\n[x](javascript:y)\n\n"_s.arg(
                folder.filePath(u"a.png"_s)));
        view.finish();
        const QString shown = view.toPlainText();
        QVERIFY2(shown.contains(u"<h1>big</h1>"_s), qPrintable(shown));
        QVERIFY2(shown.contains(u"[picture: file://"_s), qPrintable(shown));
        QVERIFY(!shown.contains(QChar::ObjectReplacementCharacter));
    }

    void controlCharactersAreNeutralised()
    {
        ProseView view;
        view.appendWords(u"a\u202Eb\uFDD0c\x07"_s);
        QTRY_VERIFY(!view.hasPending());
        QCOMPARE(view.toPlainText(), u"ab\uFFFDc"_s);
    }

    void halfAPairWaitsForTheOther()
    {
        ProseView view;
        view.appendWords(QString(QChar(0xD83D)));
        QTRY_VERIFY(!view.hasPending());
        QVERIFY(view.isBlank());
        view.appendWords(QString(QChar(0xDE00)));
        QTRY_VERIFY(!view.hasPending());
        QCOMPARE(view.toPlainText(), u"😀"_s);
    }

    void aLinkIsOnlyAnnounced()
    {
        ProseView view;
        view.appendWords(u"See [this](https://example.org/a) now.\n\n"_s);
        view.finish();
        QSignalSpy chosen(&view, &ProseView::linkChosen);
        Q_EMIT view.anchorClicked(QUrl(u"https://example.org/a"_s));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(view.toPlainText(), u"See this now."_s);
    }

    void selectionStaysWhileWordsCome()
    {
        ProseView view;
        view.appendWords(u"Done.\n\nOpen"_s);
        QTRY_VERIFY(!view.hasPending());
        view.selectAll();
        const QString selected = view.textCursor().selectedText();
        view.appendWords(u" and more"_s);
        QTRY_VERIFY(!view.hasPending());
        QCOMPARE(view.textCursor().selectedText(), selected);
    }

    void aFailedTryIsWithdrawn()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Half a thought"_s, analyzer });
        chat.take(AttemptFailedEvent { analyzer, u"The line broke."_s, {} });
        chat.take(ChunkEvent { u"A whole one."_s, analyzer });
        QTRY_COMPARE(proseOf(chat, 1), u"A whole one."_s);
        MessageBubble& first = *bubblesOf(chat).at(0);
        QVERIFY(first.isWithdrawn());
        QVERIFY(shows(first, u"The line broke."_s));
        QVERIFY(first.prose().isHidden());
        QCOMPARE(first.prose().toPlainText(), u"Half a thought"_s);
        first.findChild<QToolButton*>()->click();
        QVERIFY(!first.prose().isHidden());
        QVERIFY(QTextCursor(first.prose().document()->firstBlock().next().isValid()
                ? first.prose().document()->lastBlock()
                : first.prose().document()->firstBlock())
                    .block()
                    .begin()
                    .fragment()
                    .charFormat()
                    .fontStrikeOut());
    }

    void aPauseBeforeTheNextTryIsACard()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Half a thought"_s, analyzer });
        chat.take(AttemptFailedEvent { analyzer, u"The line <b>broke</b>."_s, 1h });
        auto* const card = chat.findChild<RetryCard*>();
        QVERIFY(shows(*card, u"The line <b>broke</b>."_s));
        QVERIFY(bubblesOf(chat).at(0)->isWithdrawn());
        QVERIFY(!shows(*bubblesOf(chat).at(0), u"broke"_s));
        QVERIFY(!shows(chat, u"Waiting for the answer to begin"_s));
        const QSignalSpy hurried(&chat, &ChatView::retryNowRequested);
        card->findChildren<QPushButton*>().at(0)->click();
        QCOMPARE(hurried.count(), 1);
        QVERIFY(shows(*card, u"Tried again after: The line <b>broke</b>."_s));
        QVERIFY(shows(chat, u"Waiting for the answer to begin"_s));
    }

    void repeatedFailuresShareOneCard()
    {
        ChatView chat;
        chat.resize(400, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        chat.take(AttemptFailedEvent { analyzer, u"Busy."_s, 1h });
        chat.take(ChunkEvent { u"Half a thought"_s, analyzer });
        chat.take(AttemptFailedEvent { analyzer, u"Broken."_s, 1h });
        const auto cards = chat.findChildren<RetryCard*>();
        QCOMPARE(cards.size(), 1);
        QVERIFY(cards.at(0)->isCountingDown());
        QVERIFY(shows(*cards.at(0), u"2 tries failed"_s));
        QTRY_VERIFY(cards.at(0)->y() > bubblesOf(chat).at(0)->y());

        // The next step begins to count anew.
        chat.take(CompleteEvent { sampleIntent(), analyzer });
        chat.take(AttemptFailedEvent { architect, u"Busy again."_s, 1h });
        QCOMPARE(chat.findChildren<RetryCard*>().size(), 2);
        QVERIFY(shows(chat, u"Tried again 2 time(s), the last time after: Broken."_s));
        QVERIFY(shows(chat, u"This try failed"_s));
    }

    void aFailureForGoodIsToldOnce()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(AttemptFailedEvent { analyzer, u"Busy."_s, 1h });
        chat.take(
            ErrorEvent { { ErrorKind::Server, u"Busy. 2 tries were made."_s, {} }, analyzer });
        QVERIFY(chat.findChild<RetryCard*>()->isHidden());
        QVERIFY(shows(*chat.findChild<ErrorCard*>(), u"Busy. 2 tries were made."_s));
    }

    void anotherRunHasACardOfItsOwn()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(AttemptFailedEvent { analyzer, u"Busy."_s, 1h });
        chat.take(ErrorEvent { { ErrorKind::Server, u"Busy for good."_s, {} }, analyzer });
        chat.beginAnotherTry();
        chat.take(AttemptFailedEvent { analyzer, u"Busy."_s, 1h });
        QCOMPARE(chat.findChildren<RetryCard*>().size(), 2);
    }

    void whateverComesNextEndsTheCountdown_data()
    {
        QTest::addColumn<std::function<void(ChatView&)>>("next");
        QTest::addColumn<QString>("note");
        const auto row = [](const char* name, const QString& note,
                             const std::function<void(ChatView&)>& next) {
            QTest::newRow(name) << next << note;
        };
        const QString again = u"Tried again after: Broken."_s;
        row("a word", again, [](ChatView& chat) { chat.take(ChunkEvent { u"x"_s, analyzer }); });
        row("a wait", again, [](ChatView& chat) {
            chat.takeWait({ .wait = { .what = WaitFor::Connection, .limit = 15s } });
        });
        row("the learner", u"Not tried again after: Broken."_s,
            [](ChatView& chat) { chat.noteStopped(Kept::Words, false, Ending::Stopped); });
    }
    void whateverComesNextEndsTheCountdown()
    {
        QFETCH(const std::function<void(ChatView&)>, next);
        QFETCH(const QString, note);
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(AttemptFailedEvent { analyzer, u"Broken."_s, 1h });
        chat.takeWait({}); // the wait of the failed try is over: no news
        auto* const card = chat.findChild<RetryCard*>();
        QVERIFY(card->isCountingDown());
        next(chat);
        QVERIFY(!card->isCountingDown());
        QVERIFY(shows(*card, note));
    }

    void reasoningStandsAboveTheWords()
    {
        ChatView chat;
        chat.resize(400, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        chat.take(ReasoningEvent { u"\n\n"_s, analyzer });
        QCOMPARE(bubblesOf(chat).size(), 0);
        chat.take(ReasoningEvent { u"They want "_s, analyzer });
        chat.take(ReasoningEvent { u"*SQL*."_s, analyzer });
        QCOMPARE(bubblesOf(chat).size(), 1);
        MessageBubble& bubble = *bubblesOf(chat).at(0);
        QVERIFY(!bubble.prose().isVisible());
        auto* const fold = bubble.findChild<FoldButton*>();
        QVERIFY(fold->text().startsWith(u"Reasoning · "_s));
        fold->click();
        auto* const text = bubble.findChild<ReasoningText*>();
        QTRY_COMPARE(text->toPlainText(), u"They want *SQL*."_s);

        chat.take(ChunkEvent { u"\n"_s, analyzer });
        QVERIFY(fold->text().startsWith(u"Reasoning · "_s));
        chat.take(ChunkEvent { u"I *see*."_s, analyzer });
        QVERIFY(fold->text().startsWith(u"Reasoned for "_s));
        QCOMPARE(bubblesOf(chat).size(), 1);
        chat.take(CompleteEvent { sampleIntent(), analyzer });
        QCOMPARE(proseOf(chat), u"I see."_s);
        QCOMPARE(text->toPlainText(), u"They want *SQL*."_s);
        QTRY_VERIFY(bubble.prose().geometry().top() > text->mapTo(&bubble, QPoint()).y());
    }

    void reasoningStandsWithoutWordsToo()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ReasoningEvent { u"They want SQL."_s, architect });
        chat.take(ChunkEvent { u"\n```json\n{\"a\": 1}\n```\n"_s, architect });
        QVERIFY(
            bubblesOf(chat).at(0)->findChild<FoldButton*>()->text().startsWith(u"Reasoned for "_s));
        chat.take(CompleteEvent { sampleDesign(), architect });
        QCOMPARE(bubblesOf(chat).size(), 1);
        QVERIFY(bubblesOf(chat).at(0)->prose().isHidden());
        QVERIFY(shows(chat, u"From the simple to the useful."_s));
    }

    void reasoningIsWithdrawnWithItsTry()
    {
        ChatView chat;
        chat.resize(400, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        chat.take(ReasoningEvent { u"They want SQL."_s, analyzer });
        chat.take(AttemptFailedEvent { analyzer, u"The line broke."_s, {} });
        chat.take(ReasoningEvent { u"Once more."_s, analyzer });
        QCOMPARE(bubblesOf(chat).size(), 2);
        MessageBubble& first = *bubblesOf(chat).at(0);
        QVERIFY(first.isWithdrawn());
        QVERIFY(shows(first, u"The line broke."_s));
        auto* const part = first.findChild<ReasoningPart*>();
        QVERIFY(!part->isVisible());
        first.findChild<FoldButton*>(QString(), Qt::FindDirectChildrenOnly)->click();
        QTRY_VERIFY(part->isVisible());
        QVERIFY(!first.prose().isVisible());
        QVERIFY(part->text().font().strikeOut());
    }

    void aBurstOfReasoningIsLaidOutOnce()
    {
        ChatView chat;
        chat.resize(400, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        chat.take(ReasoningEvent { u"First "_s, analyzer });
        MessageBubble& bubble = *bubblesOf(chat).at(0);
        bubble.findChild<FoldButton*>()->click();
        const QTextDocument& document = *bubble.findChild<ReasoningText*>()->document();
        QTRY_VERIFY(!document.isEmpty());
        const QSignalSpy changes(&document, &QTextDocument::contentsChanged);
        for (int i = 0; i < 1000; ++i) {
            chat.take(ReasoningEvent { u"w "_s, analyzer });
            chat.takeWait({ .wait = { .what = WaitFor::NextWord, .limit = 5min } });
        }
        QCOMPARE(changes.count(), 0);
        QTRY_VERIFY(document.characterCount() > 2000);
        QCOMPARE(changes.count(), 1);
    }

    void theWaitStandsBelowTheLastMessage()
    {
        ChatView chat;
        chat.resize(400, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        QVERIFY(shows(chat, u"Waiting for the answer to begin …"_s));
        chat.takeWait({ .wait = { .what = WaitFor::FirstWord, .limit = 5min },
            .since = TimedWait::Clock::now() - 4100ms });
        QVERIFY(shows(chat, u"Waiting for the answer to begin · "_s));
        QVERIFY(shows(chat, u"(gives up after 5 min)"_s));
        QVERIFY(!shows(chat, u"Waiting for the answer to begin …"_s));
        chat.takeWait({ .wait = { .what = WaitFor::NextWord, .limit = 5min } });
        chat.take(ChunkEvent { u"I see."_s, analyzer });
        auto* const status = chat.findChild<StatusLine*>();
        QTRY_VERIFY(status->isHidden());
        chat.takeWait({ .wait = { .what = WaitFor::NextWord, .limit = 5min },
            .since = TimedWait::Clock::now() - 8100ms });
        QVERIFY(shows(*status->parentWidget(), u"Nothing new for "_s));
        QTRY_VERIFY(status->y() > bubblesOf(chat).at(0)->y());
        chat.take(DoneEvent());
        QVERIFY(status->isHidden());
    }

    void aBrokenStreamCanBeTriedAtOnce()
    {
        ChatView chat;
        chat.show();
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"I see."_s, analyzer });
        const QSignalSpy hurried(&chat, &ChatView::retryNowRequested);
        chat.takeWait({ .wait = { .what = WaitFor::Reconnection,
                            .limit = 15s,
                            .problem = u"hub:8000 does not answer."_s } });
        QVERIFY(shows(chat, u"hub:8000 does not answer. Connecting again in 15 s"_s));
        auto* const button = chat.findChild<StatusLine*>()->findChild<QPushButton*>();
        QVERIFY(button->isVisible());
        button->click();
        QCOMPARE(hurried.size(), 1);
    }

    void anErrorStandsBesideTheWords()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"So far so good"_s, architect });
        chat.take(ErrorEvent {
            { ErrorKind::Cut, u"The answer was cut."_s, u"end of <b>body"_s }, architect });
        QCOMPARE(proseOf(chat), u"So far so good"_s);
        auto* const card = chat.findChild<ErrorCard*>();
        QVERIFY(shows(*card, u"The answer was cut."_s));
        QVERIFY(!shows(*card, u"end of <b>body"_s));
        card->findChild<QToolButton*>()->click();
        QVERIFY(shows(*card, u"end of <b>body"_s));
        const QSignalSpy retry(&chat, &ChatView::goOnRequested);
        card->findChild<QPushButton*>()->click();
        QCOMPARE(retry.count(), 1);
        chat.beginAnotherTry();
        QVERIFY(!bubblesOf(chat).at(0)->isWithdrawn());
        QCOMPARE(proseOf(chat), u"So far so good"_s);
    }

    void aUselessAnswerIsDiscarded()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"Here it is."_s, analyzer });
        chat.take(ErrorEvent { { ErrorKind::BadOutput, u"No roadmap in it."_s, {} }, analyzer });
        QVERIFY(bubblesOf(chat).at(0)->isWithdrawn());
        QVERIFY(shows(*bubblesOf(chat).at(0), u"(discarded)"_s));
        QVERIFY(shows(*chat.findChild<ErrorCard*>(), u"No roadmap in it."_s));
    }

    void anotherTryIsToldOnce()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ErrorEvent { { ErrorKind::Cut, u"Cut."_s, {} }, analyzer });
        chat.beginAnotherTry();
        QVERIFY(shows(*chat.findChild<ErrorCard*>(), u"Tried again after: Cut."_s));
        chat.noteStopped(Kept::Words, false, Ending::Stopped);
        QVERIFY(shows(chat, u"You stopped the run"_s));
        chat.beginAnotherTry();
        QVERIFY(!shows(chat, u"You stopped the run"_s));
        QVERIFY(shows(chat, u"You stopped here, then went on."_s));
    }

    void theUnderstoodGoalIsACard()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(CompleteEvent { sampleIntent(), analyzer });
        auto* const card = chat.findChild<IntentCard*>();
        QVERIFY(shows(*card, sampleIntent().parsedGoal));
        QVERIFY(shows(*card, u"One small project"_s));
        const auto tags = card->findChildren<Tag*>();
        QCOMPARE(tags.size(), 3);
        QCOMPARE(tags.at(0)->text(), u"Python"_s);
    }

    void whatWasMendedSharesOneList()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        for (int i = 0; i < 6; ++i)
            chat.take(MendedEvent { { u"H1"_s, {}, u"Mended %1."_s.arg(i) }, architect });
        const auto cards = chat.findChildren<MendCard*>();
        QCOMPARE(cards.size(), 1);
        QVERIFY(shows(*cards.at(0), u"Mended 0."_s));
        QVERIFY(!shows(*cards.at(0), u"Mended 5."_s));
        cards.at(0)->findChild<QToolButton*>()->click();
        QVERIFY(shows(*cards.at(0), u"Mended 5."_s));
    }

    void whatWasMendedIsCountedWhereItIsNotKept()
    {
        MendCard card;
        for (int i = 0; i < 700; ++i)
            card.add(u"Mended %1: "_s.arg(i) + QString(600, u'x'));
        card.findChild<QToolButton*>()->click();
        const QStringList lines = card.findChild<BulletList*>()->text().split(u'\n');
        QCOMPARE(lines.size(), 51);
        QVERIFY(lines.at(49).startsWith(u"•  Mended 49: xxx"_s));
        QCOMPARE(lines.at(50), u"and 650 more"_s);
        QVERIFY(shows(card, u"700 thing"_s));
    }

    void aReviewIsToldInOneSentence()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        Validation validation;
        validation.overallScore = 86.4;
        validation.summary = u"Sound <b>enough</b>."_s;
        chat.take(CompleteEvent { validation, AgentId::StructureValidator });
        QVERIFY(shows(chat, u"Check: the roadmap scores 86 of 100, good."_s));
        QVERIFY(shows(chat, u"Sound <b>enough</b>."_s));
        RoadmapEdit edit;
        edit.modificationSummary = u"Added a project."_s;
        chat.take(CompleteEvent { edit, AgentId::RoadmapEditor });
        QVERIFY(shows(chat, u"Added a project."_s));
    }

    void theLearnerIsAskedAndAnswers_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QString>("said");
        QTest::newRow("approved") << QString() << u"You approved the roadmap."_s;
        QTest::newRow("changed") << u"Less theory."_s << u"You asked for a change:"_s;
    }

    void theLearnerIsAskedAndAnswers()
    {
        QFETCH(const QString, wish);
        QFETCH(const QString, said);
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(ReviewRequestedEvent {});
        QSignalSpy answered(&chat, &ChatView::reviewAnswered);
        auto* const card = chat.findChild<ReviewCard*>();
        auto* const field = card->findChild<QLineEdit*>();
        const auto buttons = card->findChildren<QPushButton*>();
        QVERIFY(!std::ranges::all_of(buttons, &QWidget::isEnabled)); // nothing to change yet
        field->setText(wish);
        if (wish.isEmpty()) {
            for (QPushButton* const button : buttons) {
                if (button->isEnabled())
                    button->click();
            }
        } else {
            QTest::keyClick(field, Qt::Key_Return);
        }
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].toString(), wish);
        QVERIFY(shows(chat, said));
        QVERIFY(!field->isVisibleTo(&chat));
    }

    void whatIsLeftOutOfAnIntentIsCounted()
    {
        IntentAnalysis intent = sampleIntent();
        intent.recommendedFocus = QStringList(20, QString(900, u'x'));
        intent.keyTechnologies = QStringList(30, u"SQL"_s);
        const IntentCard card(intent);
        const QStringList lines = card.findChild<BulletList*>()->text().split(u'\n');
        QCOMPARE(lines.size(), 13);
        QCOMPARE(lines.constLast(), u"and 8 more"_s);
        QCOMPARE(card.findChildren<Tag*>().size(), 24);
        QVERIFY(shows(card, u"and 6 more"_s));
    }

    void longForeignTextKeepsItsLines()
    {
        TextLabel label(TextLabel::Style::Body);
        label.setForeignText(u"a line of words\n"_s.repeated(1000));
        QVERIFY(label.text().startsWith(u"a line of words\na line of words\n"_s));
        QVERIFY(label.text().endsWith(u'…'));
        QVERIFY(label.text().size() < 10'000);
    }

    void whatIsCutSaysSo()
    {
        const QString endless = u"words "_s.repeated(3000);
        ErrorCard card({ ErrorKind::Cut, u"Cut."_s, endless });
        card.findChild<QToolButton*>()->click();
        QVERIFY(shows(card, u"words wo…"_s));

        ChatView chat;
        CurriculumDesign design = sampleDesign();
        design.designRationale = endless;
        chat.take(CompleteEvent { design, architect });
        QVERIFY(shows(chat, u"words wo…"_s));
    }

    void theSummaryHasTotals()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        chat.take(CompleteEvent { sampleDesign(), architect });
        QVERIFY(shows(chat, u"27"_s));
        QVERIFY(shows(chat, u"18"_s));
    }

    void followsTheEndOnlyWhileTheReaderIsThere()
    {
        ChatView chat;
        chat.resize(360, 300);
        chat.beginConversation(u"x"_s);
        chat.show();
        chat.take(ChunkEvent { longProse(), analyzer });
        QScrollBar& bar = *chat.transcript().verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 500);
        QTRY_COMPARE(bar.value(), bar.maximum());

        bar.setValue(100);
        QVERIFY(!chat.transcript().isFollowing());
        QVERIFY(!latestButton(chat).isVisible()); // nothing is new yet
        const int before = bar.maximum();
        chat.take(ChunkEvent { longProse(), analyzer });
        QTRY_VERIFY(bar.maximum() > before);
        QCOMPARE(bar.value(), 100);
        QVERIFY(latestButton(chat).isVisible());

        latestButton(chat).click();
        QCOMPARE(bar.value(), bar.maximum());
        QVERIFY(!latestButton(chat).isVisible());
        QVERIFY(chat.transcript().isFollowing());
    }

    void aNewConversationBeginsEmpty()
    {
        ChatView chat;
        chat.beginConversation(u"one"_s);
        chat.take(ChunkEvent { u"words"_s, analyzer });
        chat.beginConversation(u"two"_s);
        QTRY_COMPARE(bubblesOf(chat).size(), 0);
        QTRY_COMPARE(chat.findChildren<WishBubble*>().size(), 1);
    }

    void aWordCostsLaterWhatItDidBefore_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("paragraphs") << u"Words of *some* weight, again and again.\n\n"_s;
        QTest::newRow("one paragraph") << u"words without an end "_s;
        QTest::newRow("one list") << u"- an item of *many*\n"_s;
        QTest::newRow("plain lines") << u"a line\n"_s;
    }
    void aWordCostsLaterWhatItDidBefore()
    {
        QFETCH(const QString, words);
        constexpr qsizetype batchSize = 4000;
        constexpr int batchesOfAHalf = 12;
        ChatView chat;
        chat.resize(500, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { words, analyzer });
        ProseView& prose = bubblesOf(chat).at(0)->prose();
        const LayoutWork work(*prose.document());
        const QString batch = words.repeated(batchSize / words.size());
        QList<qsizetype> after;
        for (int half = 0; half < 2; ++half) {
            for (int i = 0; i < batchesOfAHalf; ++i) {
                chat.take(ChunkEvent { batch, analyzer });
                QVERIFY(showsAll(prose));
            }
            after.append(work.characters());
        }
        // Whatever a word costs (in the tail, in the finished block, beside others of either), it
        // costs later what it did before. Whoever renders everything anew comes to three times.
        QVERIFY(after.at(0) > batchesOfAHalf * batch.size() / 2);
        QVERIFY2(2 * (after.at(1) - after.at(0)) < 3 * after.at(0),
            qPrintable(
                u"%1 characters, then %2"_s.arg(after.at(0)).arg(after.at(1) - after.at(0))));
    }
};

QTEST_MAIN(ChatViewTest)
#include "ChatViewTest.moc"
