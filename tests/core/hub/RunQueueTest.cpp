// SPDX-License-Identifier: Apache-2.0
#include "core/hub/RunQueue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// "a1" is a run of seat "a"; "-a1" is one that is gone, "!a1" one that is favoured, and "." is the
/// turn of one.
QString orderAfter(const QString& deeds)
{
    RunQueue queue;
    const QStringList words = deeds.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (word == "."_L1)
            static_cast<void>(queue.takeNext());
        else if (word.startsWith(u'-'))
            queue.remove(word.sliced(1));
        else if (word.startsWith(u'!'))
            queue.favour(word.sliced(1));
        else
            queue.add(word, word.first(1));
    }
    const QStringList order = queue.order();
    if (order.size() != queue.size())
        qFatal("the queue is of another length than its order");
    return order.join(u' ');
}

} // namespace

/// Whose turn it is at the model.
class RunQueueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void seatsComeByTurns_data()
    {
        QTest::addColumn<QString>("deeds");
        QTest::addColumn<QString>("order");
        const auto row = [](const char* name, const QString& deeds, const QString& order) {
            QTest::newRow(name) << deeds << order;
        };
        row("nobody", {}, {});
        row("in the order in which they ask", u"b1 a1 c1"_s, u"b1 a1 c1"_s);
        row("one that asks for many", u"a1 a2 a3 b1 c1"_s, u"a1 b1 c1 a2 a3"_s);
        row("two that ask for many", u"a1 a2 a3 b1 b2"_s, u"a1 b1 a2 b2 a3"_s);
        row("after its turn a seat is the last", u"a1 a2 b1 ."_s, u"b1 a2"_s);
        row("who comes later waits for the others", u"a1 a2 b1 . c1"_s, u"b1 a2 c1"_s);
        row("one that is gone", u"a1 a2 b1 -a1"_s, u"a2 b1"_s);
        row("a seat that is gone", u"a1 b1 -a1"_s, u"b1"_s);
        row("a favour", u"a1 b1 c1 !c1"_s, u"c1 a1 b1"_s);
        row("two favours, the last one first", u"a1 b1 c1 !b1 !c1"_s, u"c1 b1 a1"_s);
        row("the same favour twice", u"a1 b1 !b1 !b1"_s, u"b1 a1"_s);
        row("a favour for nobody", u"a1 !x1"_s, u"a1"_s);
        row("a favour that is gone", u"a1 b1 !b1 -b1"_s, u"a1"_s);
        row("more turns than runs", u"a1 . . ."_s, {});
    }

    void seatsComeByTurns()
    {
        QFETCH(const QString, deeds);
        QTEST(orderAfter(deeds), "order");
    }

    void knowsHowManyASeatHas()
    {
        RunQueue queue;
        queue.add(u"a1"_s, u"a"_s);
        queue.add(u"a2"_s, u"a"_s);
        QCOMPARE(queue.sizeOf(u"a"_s), 2);
        QCOMPARE(queue.sizeOf(u"b"_s), 0);
    }
};

QTEST_GUILESS_MAIN(RunQueueTest)
#include "RunQueueTest.moc"
