// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/StatusLine.h"
#include "ui/look/TextLabel.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

TimedWait waitingFor(WaitFor what, std::chrono::milliseconds limit, std::chrono::milliseconds since)
{
    return { .wait = { .what = what, .limit = limit }, .since = TimedWait::Clock::now() - since };
}

} // namespace

class StatusLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsWaitedFor_data()
    {
        using std::chrono::milliseconds;
        QTest::addColumn<TimedWait>("wait");
        QTest::addColumn<QString>("words");
        const milliseconds fewMinutes = 5min;
        QTest::newRow("connection") << waitingFor(WaitFor::Connection, 15s, 4100ms)
                                    << u"Connecting · 4 s (gives up after 15 s)"_s;
        QTest::newRow("connection, no limit")
            << waitingFor(WaitFor::Connection, 0s, 4100ms) << u"Connecting · 4 s"_s;
        QTest::newRow("first word") << waitingFor(WaitFor::FirstWord, fewMinutes,
            12100ms) << u"Waiting for the answer to begin · 12 s (gives up after 5 min)"_s;
        QTest::newRow("first word, no limit") << waitingFor(WaitFor::FirstWord, 0s, 72100ms)
                                              << u"Waiting for the answer to begin · 1 min 12 s"_s;
        QTest::newRow("first word, soon")
            << waitingFor(WaitFor::FirstWord, fewMinutes, 2000ms) << u"unseen"_s;
        QTest::newRow("connection, soon")
            << waitingFor(WaitFor::Connection, 15s, 100ms) << u"unseen"_s;
        QTest::newRow("next word, soon")
            << waitingFor(WaitFor::NextWord, fewMinutes, 100ms) << u"unseen"_s;
        QTest::newRow("next word") << waitingFor(WaitFor::NextWord, fewMinutes, 8100ms)
                                   << u"Nothing new for 8 s (gives up after 5 min)"_s;
        QTest::newRow("next word, no limit")
            << waitingFor(WaitFor::NextWord, 0s, 8100ms) << u"Nothing new for 8 s"_s;
        QTest::newRow("reconnection")
            << waitingFor(WaitFor::Reconnection, 5s, 1100ms) << u"Connecting again in 4 s"_s;
        QTest::newRow("reconnection, at once")
            << waitingFor(WaitFor::Reconnection, 0s, 100ms) << u"Connecting again …"_s;
        TimedWait broken = waitingFor(WaitFor::Reconnection, 5s, 1100ms);
        broken.wait.problem = u"hub:8000 does not answer."_s;
        QTest::newRow("reconnection, with its reason")
            << broken << u"hub:8000 does not answer. Connecting again in 4 s"_s;
        const TimedWait third { .wait = { .what = WaitFor::Turn, .place = 3, .untilTurn = 2min } };
        QTest::newRow("turn, at once") << third << u"Place 3 in line, about 2 min"_s;
        const TimedWait next { .wait = { .what = WaitFor::Turn, .place = 1 } };
        QTest::newRow("turn, next") << next << u"You are next in line"_s;
        QTest::newRow("nothing") << TimedWait() << u"unseen"_s;
    }
    void saysWhatIsWaitedFor()
    {
        QFETCH(const TimedWait, wait);
        QFETCH(const QString, words);
        StatusLine line;
        line.setActivity(u"unseen"_s);
        line.setWait(wait);
        QCOMPARE(line.text(), words);
        QVERIFY(!line.isHidden());
        QVERIFY(line.findChild<TextLabel*>()->accessibleName().contains(words));
    }

    void onlyAReconnectionCanBeHurried()
    {
        QWidget window;
        auto* const other = new QPushButton(&window);
        auto* const line = new StatusLine(&window);
        line->setFocusProxy(other);
        window.show();
        auto* const button = line->findChild<QPushButton*>();
        const QSignalSpy hurried(line, &StatusLine::retryNowRequested);
        line->setWait(waitingFor(WaitFor::Connection, 15s, 4s));
        QVERIFY(!button->isVisible());
        line->setWait(waitingFor(WaitFor::Reconnection, 15s, 0s));
        QVERIFY(button->isVisible());
        window.activateWindow();
        button->setFocus();
        QTRY_VERIFY(button->hasFocus());
        button->click();
        QCOMPARE(hurried.size(), 1);
        line->setWait(waitingFor(WaitFor::Connection, 15s, 0s));
        QVERIFY(!button->isVisible());
        QVERIFY(other->hasFocus()); // where it is of use
    }

    void isThereWhileThereIsSomethingToSay()
    {
        StatusLine line;
        QVERIFY(line.isHidden());
        line.setWait(waitingFor(WaitFor::FirstWord, 0s, 4s));
        QVERIFY(!line.isHidden());
        line.setWait(waitingFor(WaitFor::NextWord, 0s, 0s));
        QVERIFY(line.isHidden());
        line.setWait(waitingFor(WaitFor::FirstWord, 0s, 4s));
        line.setWait({});
        QVERIFY(line.isHidden());
    }

    void theClockGoesOnByItself()
    {
        StatusLine line;
        line.setWait(waitingFor(WaitFor::FirstWord, 0s, 3990ms));
        QTRY_VERIFY(line.text() != u"Waiting for the answer to begin · 3 s"_s);
        QVERIFY(line.text().startsWith(u"Waiting for the answer to begin · "_s));
        line.setWait(waitingFor(WaitFor::NextWord, 0s, 2950ms));
        QTRY_VERIFY(line.text().startsWith(u"Nothing new for "_s));
    }

    void aWordEndsTheSilence()
    {
        StatusLine line;
        line.setWait(waitingFor(WaitFor::NextWord, 5min, 8100ms));
        line.setWait(waitingFor(WaitFor::NextWord, 5min, 0s));
        QVERIFY(line.isHidden());
    }

    void wordsThatFlowLeaveTheLineAlone()
    {
        StatusLine line;
        line.setPatience(500ms);
        line.setActivity(u"unseen"_s);
        for (int i = 0; i < 1000; ++i) {
            line.setWait(waitingFor(WaitFor::NextWord, 5min, 0s));
            QCOMPARE(line.text(), u"unseen"_s);
        }
        // The silence is noticed all the same.
        QTRY_VERIFY(line.text().startsWith(u"Nothing new for "_s));
    }
};

QTEST_MAIN(StatusLineTest)
#include "StatusLineTest.moc"
