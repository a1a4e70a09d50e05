// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/Transcript.h"
#include "ui/chat/ChatItem.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/MessageBubble.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/ReasoningPart.h"
#include "ui/chat/StoppedCard.h"
#include "ui/look/FoldButton.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr int many = 10'000;
constexpr int mostWidgets = 60;

using Items = std::vector<std::unique_ptr<ChatItem>>;

/// Of different heights, each with its number.
Items messages(int count)
{
    Items items;
    for (int i = 0; i < count; ++i) {
        const QString words = u"Message %1. "_s.arg(i)
            + u"Some *words* that fill a line or so, again. "_s.repeated(1 + i % 7)
            + (i % 5 == 0 ? u"\n\n```py\nif a:\n    b\n```\n\n- c\n- d"_s : QString());
        items.push_back(std::make_unique<MessageItem>(
            SpokenMessage { .agent = AgentId::System, .parts = { { .words = words } } }));
    }
    return items;
}

int realisedCount(const Transcript& transcript)
{
    int count = 0;
    for (int i = 0; i < transcript.count(); ++i)
        count += transcript.widgetOf(i) != nullptr ? 1 : 0;
    return count;
}

/// The first in sight.
int topItem(const Transcript& transcript)
{
    const int value = transcript.verticalScrollBar()->value();
    const int item = transcript.itemAt(value);
    return transcript.geometryOf(item).bottom() < value ? item + 1 : item;
}

/// Whether all that the reader sees is there, and nothing lies on anything else.
bool isWholeInSight(const Transcript& transcript)
{
    const int value = transcript.verticalScrollBar()->value();
    const int bottom = value + transcript.viewport()->height();
    int end = -1;
    for (int i = topItem(transcript); i < transcript.count(); ++i) {
        const QRect place = transcript.geometryOf(i);
        if (place.top() >= bottom)
            break;
        const QWidget* const widget = transcript.widgetOf(i);
        if (place.top() <= end || (place.bottom() > value && widget == nullptr)
            || (widget != nullptr && widget->geometry() != place))
            return false;
        end = place.bottom();
    }
    return true;
}

void scrollThrough(Transcript& transcript)
{
    QScrollBar& bar = *transcript.verticalScrollBar();
    for (bar.setValue(0); bar.value() < bar.maximum(); bar.setValue(bar.value() + 300))
        QCoreApplication::processEvents();
}

class ShownTranscript : public Transcript {
public:
    ShownTranscript()
    {
        resize(500, 400);
        show();
    }
};

/// When all that was asked for is laid out.
QImage pictureOf(QWidget& widget)
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    return widget.grab().toImage();
}

} // namespace

class TranscriptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLongPastCostsNothingAtStart()
    {
        ShownTranscript transcript;
        transcript.appendPast(messages(many));
        QVERIFY(realisedCount(transcript) <= mostWidgets);
        QScrollBar& bar = *transcript.verticalScrollBar();
        QCOMPARE(bar.value(), bar.maximum());
        QVERIFY(transcript.widgetOf(many - 1) != nullptr);
        QVERIFY(isWholeInSight(transcript));
    }

    /// Cards that have nothing to press any more.
    void whatHasRetiredKeepsFewWidgets()
    {
        constexpr int cards = 200;
        ChatView chat;
        chat.resize(500, 400);
        chat.show();
        chat.beginConversation(u"x"_s);
        for (int i = 0; i < cards / 2; ++i) {
            chat.noteStopped(Kept::Words, true, Ending::Stopped);
            chat.beginAnotherTry();
            chat.take(ErrorEvent { { ErrorKind::Cut, u"Cut %1."_s.arg(i), {} }, {} });
            chat.beginAnotherTry();
        }
        Transcript& transcript = chat.transcript();
        QTRY_VERIFY(realisedCount(transcript) <= mostWidgets);
        QCOMPARE(transcript.count(), cards + 1);
        QCOMPARE(transcript.item(2).plainText(), u"Tried again after: Cut 0."_s);
        transcript.reveal(2);
        QVERIFY(transcript.widgetOf(2) != nullptr);
        QCOMPARE(transcript.item(1).plainText(), u"You stopped here, then went on."_s);
        scrollThrough(transcript);
        QCOMPARE(transcript.count(), cards + 1);
    }

    void scrollingThroughAllKeepsFewWidgets()
    {
        ShownTranscript transcript;
        transcript.appendPast(messages(2000));
        QScrollBar& bar = *transcript.verticalScrollBar();
        bar.setValue(0);
        int most = 0;
        while (bar.value() < bar.maximum()) {
            bar.setValue(bar.value() + 350);
            QVERIFY(isWholeInSight(transcript));
            QCoreApplication::processEvents();
            most = std::max(most, realisedCount(transcript));
        }
        QVERIFY2(most <= mostWidgets, qPrintable(QString::number(most)));
        QCOMPARE(topItem(transcript) > 1990, true);
    }

    /// Heights above are estimates until they are seen.
    void whatIsInSightDoesNotMoveWhenHeightsAreCorrected()
    {
        ShownTranscript transcript;
        transcript.appendPast(messages(300));
        QScrollBar& bar = *transcript.verticalScrollBar();
        bar.setValue(bar.maximum() / 2);
        for (int i = 0; i < 200; ++i) {
            const int item = topItem(transcript);
            const int before = transcript.geometryOf(item).top() - bar.value();
            QCoreApplication::processEvents(); // what is near comes and goes
            QCOMPARE(transcript.geometryOf(item).top() - bar.value(), before);
            bar.setValue(bar.value() - 40);
            QVERIFY(std::abs(transcript.geometryOf(item).top() - bar.value() - before - 40) <= 1);
        }
    }

    void resizingKeepsTheTopItem_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrower") << 300;
        QTest::newRow("wider") << 900;
    }
    void resizingKeepsTheTopItem()
    {
        QFETCH(const int, width);
        ShownTranscript transcript;
        transcript.appendPast(messages(many));
        transcript.verticalScrollBar()->setValue(transcript.verticalScrollBar()->maximum() / 3);
        QCoreApplication::processEvents();
        transcript.verticalScrollBar()->setValue(
            transcript.geometryOf(topItem(transcript)).top() + 5);
        const int item = topItem(transcript);
        transcript.resize(width, 300);
        QCoreApplication::processEvents();
        QCOMPARE(topItem(transcript), item);
        QVERIFY(isWholeInSight(transcript));
    }

    void theKeyboardScrolls()
    {
        ShownTranscript transcript;
        transcript.appendPast(messages(many));
        QScrollBar& bar = *transcript.verticalScrollBar();
        QTest::keyClick(&transcript, Qt::Key_Home);
        QCOMPARE(bar.value(), 0);
        QVERIFY(!transcript.isFollowing());
        QVERIFY(isWholeInSight(transcript));
        int last = 0;
        for (const Qt::Key key : { Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Down }) {
            QTest::keyClick(&transcript, key);
            QVERIFY(bar.value() > last);
            last = bar.value();
        }
        QTest::keyClick(&transcript, Qt::Key_Space, Qt::ShiftModifier);
        QVERIFY(bar.value() < last);
        QTest::keyClick(&transcript, Qt::Key_PageUp);
        QTest::keyClick(&transcript, Qt::Key_End);
        QCOMPARE(bar.value(), bar.maximum());
        QVERIFY(transcript.isFollowing());
        QVERIFY(isWholeInSight(transcript));
        // The smallest step upwards is one away from the end.
        bar.setValue(bar.maximum() - 1);
        QVERIFY(!transcript.isFollowing());
    }

    void theKeyboardIsSeenWhereKeysBroughtIt_data()
    {
        QTest::addColumn<Qt::FocusReason>("reason");
        QTest::addColumn<bool>("isSeen");
        QTest::newRow("F6") << Qt::ShortcutFocusReason << true;
        QTest::newRow("Tab") << Qt::TabFocusReason << true;
        QTest::newRow("Shift+Tab") << Qt::BacktabFocusReason << true;
        QTest::newRow("a click") << Qt::MouseFocusReason << false;
        QTest::newRow("a run that begins") << Qt::OtherFocusReason << false;
    }
    void theKeyboardIsSeenWhereKeysBroughtIt()
    {
        QFETCH(const Qt::FocusReason, reason);
        QFETCH(const bool, isSeen);
        ShownTranscript transcript;
        transcript.appendPast(messages(20));
        transcript.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&transcript));
        transcript.clearFocus();
        const QImage before = pictureOf(transcript);
        const QRect words = transcript.geometryOf(19);
        transcript.setFocus(reason);
        QCOMPARE(pictureOf(transcript) != before, isSeen);
        QCOMPARE(transcript.geometryOf(19), words); // nothing moves for it
        transcript.clearFocus();
        QCOMPARE(pictureOf(transcript), before);
    }

    void aMessageShowsThatTheKeyboardIsInIt()
    {
        ShownTranscript transcript;
        transcript.append(std::make_unique<MessageItem>(SpokenMessage { .agent = AgentId::System,
            .parts = { { .words = u"Read [this](https://e.org)."_s } } }));
        transcript.appendPast(messages(1));
        transcript.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&transcript));
        const auto proseOf = [&transcript](int index) -> ProseView& {
            return qobject_cast<MessageBubble*>(transcript.widgetOf(index))->prose();
        };
        QApplication::focusWidget()->clearFocus();
        const QImage before = pictureOf(transcript);
        proseOf(0).setFocus(Qt::TabFocusReason);
        const QImage entered = pictureOf(transcript);
        QVERIFY(entered != before);
        // Around the message, not in it.
        const QRect inside = transcript.geometryOf(0)
                                 .translated(transcript.viewport()->pos())
                                 .adjusted(2, 2, -2, -2); // its corners are round
        QCOMPARE(entered.copy(inside), before.copy(inside));
        proseOf(0).clearFocus();
        QCOMPARE(pictureOf(transcript), before);
    }

    void tabComesByWordsForTheirLinksOnly()
    {
        ShownTranscript transcript;
        auto* const bubble = qobject_cast<MessageBubble*>(transcript.append(
            std::make_unique<MessageItem>(SpokenMessage { .agent = AgentId::System })));
        bubble->say(u"Some *words*, and `https://e.org`.\n\n"_s, {});
        QTRY_VERIFY(!bubble->prose().hasPending());
        QCOMPARE(bubble->prose().focusPolicy() & Qt::TabFocus, 0);
        bubble->say(u"Read [this](https://e.org).\n\n"_s, {});
        QTRY_VERIFY(bubble->prose().focusPolicy() & Qt::TabFocus);
    }

    void aSpeakingBubbleStays()
    {
        ShownTranscript transcript;
        transcript.appendPast(messages(200));
        QPointer<QWidget> const speaking = transcript.append(
            std::make_unique<MessageItem>(SpokenMessage { .agent = AgentId::System }));
        const QPointer<QWidget> live = new QLineEdit;
        transcript.appendLive(live);
        transcript.appendPast(messages(200));
        scrollThrough(transcript);
        QVERIFY(speaking && live);
        QVERIFY(transcript.widgetOf(0) == nullptr);
        // When it has ended, and is far away, it goes, but not what was said.
        qobject_cast<MessageBubble*>(speaking)->say(u"So *it* is."_s, {});
        qobject_cast<MessageBubble*>(speaking)->finish();
        scrollThrough(transcript);
        QTRY_VERIFY(speaking.isNull());
        QCOMPARE(transcript.item(200).plainText(), u"So it is."_s);
        auto* const again = qobject_cast<MessageBubble*>(transcript.reveal(200));
        QTRY_COMPARE(again->prose().toPlainText(), u"So it is."_s);
    }

    void aLiveWidgetThatIsDeletedGoes()
    {
        ShownTranscript transcript;
        transcript.appendPast(messages(2));
        const std::unique_ptr<QWidget> stays = std::make_unique<QLineEdit>();
        auto live = std::make_unique<QLineEdit>();
        transcript.appendLive(live.get());
        transcript.appendLive(stays.get());
        QCoreApplication::processEvents();
        live.reset();
        QVERIFY(transcript.reveal(2) == nullptr);
        QTRY_COMPARE(transcript.count(), 3);
        QVERIFY(isWholeInSight(transcript));
        QCOMPARE(transcript.indexOf(stays.get()), 2);
    }

    void aBubbleComesBackAsItWas()
    {
        const auto message = std::make_shared<SpokenMessage>();
        {
            MessageBubble bubble(message);
            bubble.reason(u"Hm."_s, {});
            bubble.say(u"One."_s, { .id = u"s1"_s, .number = 1, .name = u"Basics"_s });
            bubble.say(u"Two."_s, { .id = u"s2"_s, .number = 2, .name = u"Web"_s });
            bubble.findChild<ReasoningPart*>()->findChild<FoldButton*>()->setChecked(true);
            bubble.withdrawStage(u"s1"_s);
            bubble.finish();
        }
        const SpokenMessage said = *message;
        MessageBubble bubble(message);
        QCOMPARE(*message, said);
        QVERIFY(bubble.isFinished());
        const auto views = bubble.findChildren<ProseView*>();
        QCOMPARE(views.size(), 3);
        QCOMPARE(views[1]->toPlainText(), u"One."_s);
        QVERIFY(views[1]->document()->begin().begin().fragment().charFormat().fontStrikeOut());
        QCOMPARE(views[2]->toPlainText(), u"Two."_s);
        QVERIFY(bubble.findChild<ReasoningPart*>()->findChild<FoldButton*>()->isChecked());
    }
};

QTEST_MAIN(TranscriptTest)
#include "TranscriptTest.moc"
