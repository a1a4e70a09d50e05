// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/WordQueue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class WordQueueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anySplitIsHandedOutTheSame_data()
    {
        QTest::addColumn<int>("piece");
        QTest::addColumn<int>("slice");
        for (const int piece : { 1, 2, 3, 100 })
            for (const int slice : { 2, 3, 100 })
                QTest::addRow("pieces of %d, slices of %d", piece, slice) << piece << slice;
    }
    void anySplitIsHandedOutTheSame()
    {
        QFETCH(const int, piece);
        QFETCH(const int, slice);
        const QString text = u"a😀\r\nb\u202E\rc😀😀"_s;
        WordQueue queue;
        QString taken;
        for (qsizetype at = 0; at < text.size(); at += piece) {
            queue.append(text.mid(at, piece));
            while (queue.hasWords())
                taken += queue.take(slice);
        }
        QCOMPARE(taken, u"a😀\nb\nc😀😀"_s);
    }

    void halfOfSomethingWaits()
    {
        WordQueue queue;
        QVERIFY(!queue.hasWords());
        queue.append(u"\r"_s);
        QVERIFY(!queue.hasWords());
        QVERIFY(queue.take(10).isEmpty());
        queue.append(u"\n"_s);
        QVERIFY(queue.hasWords());
        QCOMPARE(queue.take(10), u"\n"_s);
    }

    void keepsTheLast()
    {
        WordQueue queue;
        queue.append(u"0123456789"_s);
        QVERIFY(!queue.keepLast(5));
        queue.append(u"a"_s);
        QVERIFY(queue.keepLast(5));
        QCOMPARE(queue.take(10), u"6789a"_s);
    }
};

QTEST_GUILESS_MAIN(WordQueueTest)
#include "WordQueueTest.moc"
