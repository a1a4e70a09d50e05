// SPDX-License-Identifier: Apache-2.0
// What the reader does with a conversation: selecting, copying, finding.
#include "ui/chat/ChatItem.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/MessageBubble.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/ReadingActions.h"
#include "ui/chat/SentenceAnnouncer.h"
#include "ui/chat/Transcript.h"
#include "ui/chat/TranscriptSearch.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr auto analyzer = AgentId::IntentAnalyzer;
constexpr auto architect = AgentId::CurriculumArchitect;

/// Of two agents.
class Conversation : public ChatView {
public:
    Conversation()
    {
        resize(500, 500);
        show();
        beginConversation(u"A *wish*"_s);
        take(ChunkEvent { u"First **bold** words.\n\n- one\n- two\n\n"_s, analyzer });
        take(ChunkEvent { u"Second answer, open"_s, architect });
        activateWindow();
        transcript().setFocus();
    }
};

QList<ProseView*> wordsOf(const ChatView& chat)
{
    return chat.findChildren<ProseView*>();
}

bool areShown(const ChatView& chat)
{
    return QTest::qWaitFor([&chat] {
        const auto views = wordsOf(chat);
        return views.size() == 2 && !views[0]->hasPending() && !views[1]->hasPending();
    });
}

QPoint placeOf(ProseView& view, const QString& words)
{
    QTextCursor cursor = view.document()->find(words);
    cursor.setPosition(cursor.selectionStart());
    return view.cursorRect(cursor).center();
}

void drag(ProseView& from, const QString& begin, ProseView& to, const QString& end)
{
    const QPoint start = placeOf(from, begin);
    QTest::mousePress(from.viewport(), Qt::LeftButton, {}, start);
    const QPoint last
        = from.viewport()->mapFromGlobal(to.viewport()->mapToGlobal(placeOf(to, end)));
    QTest::mouseMove(from.viewport(), start + QPoint(20, 10));
    QTest::mouseMove(from.viewport(), last);
    QTest::mouseRelease(from.viewport(), Qt::LeftButton, {}, last);
}

QString copied(ChatView& chat, ReadingActions::Which action = ReadingActions::Copy)
{
    QGuiApplication::clipboard()->clear();
    chat.reading()[action].trigger();
    return QGuiApplication::clipboard()->text();
}

std::unique_ptr<ChatItem> message(const QString& words)
{
    return std::make_unique<MessageItem>(
        SpokenMessage { .agent = analyzer, .parts = { { .words = words } } });
}

/// More than a view shows in a frame, and what ends it.
QString longWords(const QString& end)
{
    return u"Some **bold** words.\n\n"_s.repeated(6000) + end;
}

/// A long message, and short ones below it, which are seen.
class LongPast : public ChatView {
public:
    explicit LongPast(const QString& words)
    {
        resize(400, 300);
        show();
        std::vector<std::unique_ptr<ChatItem>> past;
        past.push_back(message(words));
        for (int i = 0; i < 60; ++i)
            past.push_back(message(u"Short."_s));
        addPast(std::move(past));
    }
};

} // namespace

class ReadingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMouseSelectsAcrossMessages()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        const auto views = wordsOf(chat);
        drag(*views[0], u"bold"_s, *views[1], u"answer"_s);
        QCOMPARE(views[0]->textCursor().selectedText(), u"bold words.\u2029one\u2029two"_s);
        QCOMPARE(views[1]->textCursor().selectedText(), u"Second "_s);
        QCOMPARE(copied(chat), u"bold words.\none\ntwo\n\nSecond "_s);
        QVERIFY(copied(chat, ReadingActions::CopyMarkdown).startsWith(u"**bold** words."_s));
    }

    void aDragOutOfACardSelectsTheCard()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        ProseView& view = *wordsOf(chat)[0];
        const auto labels = chat.transcript().widgetOf(0)->findChildren<QLabel*>();
        QLabel& wish = *labels.constLast();
        QCOMPARE(wish.text(), u"A *wish*"_s);
        const QPoint end
            = wish.mapFromGlobal(view.viewport()->mapToGlobal(placeOf(view, u"words"_s)));
        QTest::mousePress(&wish, Qt::LeftButton, {}, QPoint(3, 3));
        // QTest's moves have no buttons.
        QMouseEvent move(QEvent::MouseMove, end, wish.mapToGlobal(end), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&wish, &move);
        QTest::mouseRelease(&wish, Qt::LeftButton, {}, end);
        QCOMPARE(copied(chat), u"A *wish*\n\nFirst bold "_s);
    }

    void aSelectionStaysWhileWordsCome()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        const auto views = wordsOf(chat);
        drag(*views[0], u"words"_s, *views[1], u"open"_s);
        const QString before = copied(chat);
        chat.take(ChunkEvent { u" and more.\n\nAnd more."_s, architect });
        QVERIFY(areShown(chat));
        QVERIFY(views[1]->toPlainText().contains(u"more"_s));
        QCOMPARE(copied(chat), before);
    }

    void shiftExtends()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        const auto views = wordsOf(chat);
        QTest::mouseClick(views[0]->viewport(), Qt::LeftButton, {}, placeOf(*views[0], u"bold"_s));
        QVERIFY(copied(chat).isEmpty());
        QTest::mouseClick(views[1]->viewport(), Qt::LeftButton, Qt::ShiftModifier,
            placeOf(*views[1], u"answer"_s));
        QCOMPARE(copied(chat), u"bold words.\none\ntwo\n\nSecond "_s);
        QTest::mouseClick(views[1]->viewport(), Qt::LeftButton, {}, placeOf(*views[1], u"open"_s));
        QVERIFY(!views[0]->textCursor().hasSelection());
    }

    void allIsCopiedAsItWasWritten()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        QTest::keyClick(&chat.transcript(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&chat.transcript(), Qt::Key_C, Qt::ControlModifier);
        const QString plain = QGuiApplication::clipboard()->text();
        QVERIFY2(plain.contains(u"A *wish*\n\nFirst bold words."_s), qPrintable(plain));
        QVERIFY(copied(chat, ReadingActions::CopyMarkdown)
                    .contains(u"First **bold** words.\n\n- one\n- two"_s));
    }

    /// Also what has no widget.
    void allOfALongPastIsCopied()
    {
        ChatView chat;
        chat.resize(400, 300);
        chat.show();
        std::vector<std::unique_ptr<ChatItem>> past;
        past.reserve(1000);
        for (int i = 0; i < 1000; ++i)
            past.push_back(std::make_unique<MessageItem>(SpokenMessage {
                .agent = analyzer, .parts = { { .words = u"*Message* %1."_s.arg(i) } } }));
        chat.addPast(std::move(past));
        chat.reading()[ReadingActions::SelectAll].trigger();
        QCOMPARE(copied(chat).count(u"Message "_s), 1000);
        QCOMPARE(copied(chat, ReadingActions::CopyMarkdown).count(u"*Message*"_s), 1000);
        // Selected too when it comes into sight.
        chat.transcript().verticalScrollBar()->setValue(0);
        QTRY_VERIFY(wordsOf(chat).constLast()->textCursor().hasSelection());
    }

    /// Also what its view shows only later.
    void allOfALongMessageIsCopied()
    {
        LongPast chat(longWords(u"The end."_s));
        chat.reading()[ReadingActions::SelectAll].trigger();
        const QString all = copied(chat);
        QCOMPARE(all.count(u"Some bold words."_s), 6000);
        chat.transcript().verticalScrollBar()->setValue(0);
        ProseView& view = *textsOf(chat.transcript().widgetOf(0)).constFirst();
        QVERIFY(view.hasPending());
        QCOMPARE(copied(chat).size(), all.size());
        QTRY_VERIFY_WITH_TIMEOUT(!view.hasPending(), 30'000);
        QCOMPARE(copied(chat).size(), all.size());
        QTRY_COMPARE(view.textCursor().selectionEnd(), view.document()->characterCount() - 1);
    }

    void theRestOfALongMessageIsCopied()
    {
        LongPast chat(longWords(u"The end."_s));
        chat.transcript().verticalScrollBar()->setValue(0);
        ProseView& view = *textsOf(chat.transcript().widgetOf(0)).constFirst();
        QVERIFY(view.hasPending());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"bold"_s));
        chat.transcript().reveal(1);
        ProseView& next = *textsOf(chat.transcript().widgetOf(1)).constFirst();
        QTest::mouseClick(
            next.viewport(), Qt::LeftButton, Qt::ShiftModifier, placeOf(next, u"rt."_s));
        QVERIFY(view.hasPending());
        const QString text = copied(chat);
        QVERIFY(text.startsWith(u"bold words."_s));
        QVERIFY(text.endsWith(u"The end.\n\nSho"_s));
        QCOMPARE(text.count(u"bold words."_s), 6000);
    }

    void aLinkIsChosenByAClickOnly()
    {
        ChatView chat;
        chat.resize(500, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        chat.take(ChunkEvent { u"See [this](https://example.org/a) now.\n\n"_s, analyzer });
        QTRY_VERIFY(!wordsOf(chat).isEmpty() && !wordsOf(chat)[0]->toPlainText().isEmpty());
        ProseView& view = *wordsOf(chat)[0];
        QTRY_COMPARE(view.toPlainText(), u"See this now."_s);
        const QSignalSpy chosen(&chat, &ChatView::linkChosen);
        drag(view, u"this"_s, view, u"now"_s);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, placeOf(view, u"his"_s));
        QCOMPARE(chosen.size(), 1);
    }

    void aMessageIsCopiedFromItsMenu()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        ProseView& view = *wordsOf(chat)[0];
        const QPoint place = view.viewport()->mapTo(chat.transcript().viewport(), QPoint(5, 5));
        Q_EMIT chat.transcript().customContextMenuRequested(place);
        auto* const menu = chat.findChild<QMenu*>();
        QVERIFY(menu != nullptr);
        for (QAction* const action : menu->actions()) {
            if (action->text().contains(u"essage as"_s))
                action->trigger();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"First **bold** words.\n\n- one\n- two"_s);
        menu->close();
    }

    /// As it is then.
    void aMessageIsCopiedWhenItsMenuSaysSo()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        ProseView& view = *wordsOf(chat)[1];
        const QPoint place = view.viewport()->mapTo(chat.transcript().viewport(), QPoint(5, 5));
        Q_EMIT chat.transcript().customContextMenuRequested(place);
        auto* const menu = chat.findChild<QMenu*>();
        QVERIFY(menu != nullptr);
        chat.take(ChunkEvent { u" to more"_s, architect });
        for (QAction* const action : menu->actions()) {
            if (action->text().contains(u"&Message"_s))
                action->trigger();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Second answer, open to more"_s);
        menu->close();
    }

    void wordsAreFound()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        chat.reading()[ReadingActions::Find].trigger();
        auto& bar = *chat.findChild<FindBar*>();
        QVERIFY(bar.isVisible());
        auto& field = *bar.findChild<QLineEdit*>();
        QTest::keyClicks(&field, u"O"_s);
        auto& search = *chat.transcript().findChild<TranscriptSearch*>();
        const auto views = wordsOf(chat);
        // bold, words, one, two; Second, open
        QTRY_COMPARE(search.count(), 6);
        QCOMPARE(views[0]->extraSelections().size(), 4);
        QCOMPARE(views[1]->extraSelections().size(), 2);
        QCOMPARE(search.current(), 1);
        QCOMPARE(bar.findChild<QLabel*>()->text(), u"1 of 6"_s);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(search.current(), 5);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(search.current(), 4);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
        QVERIFY(views[0]->extraSelections().isEmpty());
    }

    /// Words of a card are found too, and nothing jumps when cards move meanwhile.
    void cardsAreFoundAsAWhole()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        TranscriptSearch& search = *chat.transcript().findChild<TranscriptSearch*>();
        search.setWords(u"wish"_s);
        QTRY_COMPARE(search.current(), 1);
        for (int i = 0; i < 2; ++i)
            chat.take(AttemptFailedEvent { architect, u"Busy."_s, std::chrono::hours(1) });
        QTRY_COMPARE(search.count(), 1);
        QCOMPARE(search.current(), 1);
    }

    void wordsThatComeLaterAreFound()
    {
        Conversation chat;
        QVERIFY(areShown(chat));
        TranscriptSearch& search = *chat.transcript().findChild<TranscriptSearch*>();
        search.setWords(u"later"_s);
        search.next();
        QCOMPARE(search.count(), 0);
        chat.take(ChunkEvent { u" later"_s, architect });
        QVERIFY(areShown(chat));
        search.next();
        QCOMPARE(search.count(), 1);
        QCOMPARE(search.current(), 1);
        chat.take(ChunkEvent { u"See you later."_s, analyzer });
        QTRY_COMPARE(search.count(), 2);
        QCOMPARE(search.current(), 1);
    }

    /// Though its view shows it only later.
    void theEndOfALongMessageIsFound()
    {
        LongPast chat(longWords(u"The needle."_s));
        TranscriptSearch& search = *chat.transcript().findChild<TranscriptSearch*>();
        search.setWords(u"needle"_s);
        QTRY_COMPARE(search.current(), 1);
        QCOMPARE(search.count(), 1);
        ProseView& view = *textsOf(chat.transcript().widgetOf(0)).constFirst();
        QVERIFY(view.hasPending());
        QTRY_COMPARE_WITH_TIMEOUT(view.extraSelections().size(), 1, 30'000);
        QCOMPARE(search.count(), 1);
        const auto isInSight = [&] {
            const QRect place = view.cursorRect(view.extraSelections().constFirst().cursor);
            const QPoint seen
                = view.viewport()->mapTo(chat.transcript().viewport(), place.center());
            return chat.transcript().viewport()->rect().contains(seen);
        };
        QTRY_VERIFY(isInSight());
    }

    /// However much is shown: a turn searches no more than its share.
    void aKeystrokeLeavesMostToLaterTurns()
    {
        ChatView chat;
        chat.resize(400, 300);
        chat.show();
        chat.beginConversation(u"x"_s);
        for (int i = 0; i < 30; ++i)
            chat.take(ChunkEvent {
                u"Some more or less *remarkable* words. "_s.repeated(20).append(u"\n\n"_s).repeated(
                    20),
                i % 2 == 0 ? analyzer : architect });
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::none_of(wordsOf(chat), &ProseView::hasPending), 30'000);
        TranscriptSearch& search = *chat.transcript().findChild<TranscriptSearch*>();
        for (const QString& words : { u"e"_s, u"re"_s }) {
            search.setWords(words);
            const auto views = wordsOf(chat);
            const auto marked = std::ranges::count_if(
                views, [](const ProseView* view) { return !view->extraSelections().isEmpty(); });
            QVERIFY2(marked < views.size() / 2, qPrintable(QString::number(marked)));
            QVERIFY(search.count() < 30 * 400);
            QTRY_VERIFY(search.count() >= 30 * 400);
        }
    }

    /// A single message may be longer than fits a turn, seen or not.
    void aLongMessageIsReadInSlices_data()
    {
        QTest::addColumn<bool>("isSeen");
        QTest::newRow("seen") << true;
        QTest::newRow("far away") << false;
    }
    void aLongMessageIsReadInSlices()
    {
        QFETCH(const bool, isSeen);
        constexpr int times = 30'000;
        const QString words = u"Some *remarkable* words, more or less.\n\n"_s.repeated(times);
        LongPast chat(isSeen ? u"Short."_s : words);
        if (isSeen) {
            chat.take(ChunkEvent { words, analyzer });
            QTRY_VERIFY(chat.transcript().widgetOf(61) != nullptr);
            for (ProseView* const view : textsOf(chat.transcript().widgetOf(61)))
                view->showPending();
        }
        TranscriptSearch& search = *chat.transcript().findChild<TranscriptSearch*>();
        int steps = 0;
        connect(&search, &TranscriptSearch::progressed, this, [&steps] { ++steps; });
        search.setWords(u"remark"_s);
        QVERIFY(search.count() < times);
        QTRY_COMPARE(search.count(), times);
        QVERIFY(steps > 2);
    }

    /// All are counted, but marks cost time.
    void onlySoManyPlacesAreMarked()
    {
        ChatView chat;
        chat.resize(400, 300);
        chat.show();
        std::vector<std::unique_ptr<ChatItem>> past;
        past.push_back(message(u"a "_s.repeated(4000)));
        chat.addPast(std::move(past));
        QTRY_VERIFY(chat.transcript().widgetOf(0) != nullptr);
        ProseView& view = *textsOf(chat.transcript().widgetOf(0)).constFirst();
        QTRY_VERIFY(!view.hasPending());
        TranscriptSearch& search = *chat.transcript().findChild<TranscriptSearch*>();
        search.setWords(u"a"_s);
        QTRY_COMPARE(search.count(), 4000);
        QVERIFY(!view.extraSelections().isEmpty());
        QVERIFY(view.extraSelections().size() < 1000);
        search.previous();
        QCOMPARE(search.current(), 4000);
        QCOMPARE(view.extraSelections().constLast().cursor.selectionStart(), 2 * 3999);
    }

    void whatHasNoWidgetIsFound()
    {
        ChatView chat;
        chat.resize(400, 300);
        chat.show();
        std::vector<std::unique_ptr<ChatItem>> past;
        past.reserve(2000);
        for (int i = 0; i < 2000; ++i)
            past.push_back(std::make_unique<MessageItem>(SpokenMessage { .agent = analyzer,
                .parts = { { .words = i % 500 == 3 ? u"A **needle** here"_s : u"Nothing."_s } } }));
        chat.addPast(std::move(past));
        TranscriptSearch& search = *chat.transcript().findChild<TranscriptSearch*>();
        search.setWords(u"NEEDLE"_s);
        QTRY_COMPARE(search.count(), 4);
        QTRY_COMPARE(search.current(), 1);
        QVERIFY(chat.transcript().widgetOf(3) != nullptr);
        search.next();
        QVERIFY(chat.transcript().widgetOf(503) != nullptr);
        QCOMPARE(search.current(), 2);
        const QRect seen(0, chat.transcript().verticalScrollBar()->value(), 400, 300);
        QVERIFY(seen.intersects(chat.transcript().geometryOf(503)));
        search.previous();
        search.previous();
        QCOMPARE(search.current(), 4);
        QVERIFY(chat.transcript().widgetOf(1503) != nullptr);
    }

    void whatIsSaidIsAnnounced()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        const QSignalSpy announced(&chat.announcer(), &SentenceAnnouncer::announced);
        chat.take(ChunkEvent { u"A **whole** sentence. And"_s, analyzer });
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced[0][0].toString(), u"A whole sentence."_s);
    }

    /// Code whose end never came is no code of what is said next.
    void anAnswerThatWasDroppedHidesNoOther()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        const QSignalSpy announced(&chat.announcer(), &SentenceAnnouncer::announced);
        chat.take(ChunkEvent { u"```\nx = 1\n"_s, analyzer });
        chat.beginConversation(u"y"_s);
        chat.take(ChunkEvent { u"Another one. "_s, analyzer });
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced[0][0].toString(), u"Another one."_s);
    }

    void aStageThatIsTriedAgainIsAnnounced()
    {
        ChatView chat;
        chat.beginConversation(u"x"_s);
        const QSignalSpy announced(&chat.announcer(), &SentenceAnnouncer::announced);
        chat.take(ChunkEvent { u"```\nx = 1\n"_s, architect, u"s1"_s });
        chat.take(AttemptFailedEvent { architect, u"Busy."_s, {}, u"s1"_s });
        chat.take(ChunkEvent { u"Once more. "_s, architect, u"s1"_s });
        QCOMPARE(announced.size(), 1);
        QCOMPARE(announced[0][0].toString(), u"Once more."_s);
        chat.take(ChunkEvent { u"\n```\nx = 1\n"_s, architect, u"s1"_s });
        chat.announcer().endRest();
        chat.take(ChunkEvent { u"The next stage. "_s, architect, u"s2"_s });
        QCOMPARE(announced.size(), 2);
        QCOMPARE(announced[1][0].toString(), u"The next stage."_s);
    }
};

QTEST_MAIN(ReadingTest)
#include "ReadingTest.moc"
