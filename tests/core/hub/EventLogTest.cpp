// SPDX-License-Identifier: Apache-2.0
#include "core/hub/EventLog.h"

#include <QSignalSpy>
#include <QTest>

using namespace roadloom;

/// What a run has said, read from any place.
class EventLogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void messagesAreNumberedFromOne()
    {
        EventLog log("run");
        QSignalSpy grew(&log, &EventLog::grew);
        QCOMPARE(log.after(0, 1000).messages, QByteArray());
        QVERIFY(log.append(R"({"type":"chunk"})") && log.append("{}"));
        QCOMPARE(grew.size(), 2);
        QCOMPARE(log.last(), 2);
        const EventLog::Part all = log.after(0, 1000);
        QCOMPARE(all.messages, "id: run:1\ndata: {\"type\":\"chunk\"}\n\nid: run:2\ndata: {}\n\n");
        QCOMPARE(all.last, 2);
        QCOMPARE(log.size(), all.messages.size());
    }

    void isReadFromAnyPlaceInParts_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<int>("most");
        QTest::addColumn<qint64>("last");
        QTest::newRow("one at least") << qint64(0) << 1 << qint64(1);
        QTest::newRow("as many as fit") << qint64(0) << 45 << qint64(2);
        QTest::newRow("from the middle") << qint64(2) << 1000 << qint64(5);
        QTest::newRow("nothing follows the last") << qint64(5) << 1000 << qint64(5);
        QTest::newRow("a number that was never given") << qint64(99) << 1000 << qint64(5);
        QTest::newRow("less than none") << qint64(-7) << 1000 << qint64(5);
    }

    void isReadFromAnyPlaceInParts()
    {
        EventLog log("run");
        for (int i = 0; i < 5; ++i)
            QVERIFY(log.append("{}")); // 20 bytes each
        QFETCH(const qint64, from);
        QFETCH(const int, most);
        const EventLog::Part part = log.after(from, most);
        QTEST(part.last, "last");
        const qint64 first = std::clamp(from, qint64(0), qint64(5)) + 1;
        if (part.last >= first)
            QVERIFY(part.messages.startsWith(
                QByteArray("id: run:" + QByteArray::number(first) + '\n')));
        QCOMPARE(part.messages.count("data: "), part.last - first + 1);
    }

    void isBounded()
    {
        EventLog log("run", 40);
        QVERIFY(log.append("{}") && log.append("{}"));
        const QSignalSpy grew(&log, &EventLog::grew);
        QVERIFY(!log.append("{}"));
        QCOMPARE(log.last(), 2);
        QVERIFY(grew.isEmpty());
    }

    void nothingFollowsTheEnd()
    {
        EventLog log("run");
        QSignalSpy grew(&log, &EventLog::grew);
        log.endWith("{}");
        log.endWith("{}");
        QCOMPARE(grew.size(), 1);
        QVERIFY(log.isEnded() && !log.append("{}"));
    }

    void givesOnesJsonAsItWas()
    {
        EventLog log("run");
        QVERIFY(log.append(R"({"a":"\ndata: "})"));
        QVERIFY(log.append(""));
        QCOMPARE(log.json(1).toByteArray(), R"({"a":"\ndata: "})");
        QVERIFY(log.json(2).isEmpty());
    }

    void theLastWordHasRoomAlways()
    {
        EventLog log("run", 1);
        QVERIFY(!log.append("{}"));
        log.endWith("{}");
        QCOMPARE(log.after(0, 1000).messages, "id: run:1\ndata: {}\n\n");
    }
};

QTEST_GUILESS_MAIN(EventLogTest)
#include "EventLogTest.moc"
