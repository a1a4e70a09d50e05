// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StableOrder.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace roadloom;

namespace {

using Order = QList<qsizetype>;

Needs randomNeeds(std::mt19937& random)
{
    Needs needs(qsizetype(random() % 12));
    for (Order& list : needs) {
        for (auto count = random() % 3; count > 0; --count)
            list.append(qsizetype(random() % std::size_t(needs.size())));
    }
    return needs;
}

/// Whether one can be reached from the other, by the plainest means.
QList<QList<bool>> reachable(const Needs& needs)
{
    const qsizetype count = needs.size();
    QList<QList<bool>> reaches(count, QList<bool>(count, false));
    for (qsizetype i = 0; i < count; ++i) {
        for (const qsizetype needed : needs[i])
            reaches[i][needed] = true;
    }
    for (qsizetype via = 0; via < count; ++via) {
        for (qsizetype i = 0; i < count; ++i) {
            for (qsizetype k = 0; k < count; ++k)
                reaches[i][k] = reaches[i][k] || (reaches[i][via] && reaches[via][k]);
        }
    }
    return reaches;
}

} // namespace

class StableOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pullsForwardWhatIsNeeded_data()
    {
        QTest::addColumn<Needs>("needs");
        QTest::addColumn<Order>("order");
        QTest::addRow("nothing") << Needs() << Order();
        QTest::addRow("right already") << Needs { {}, { 0 }, { 0, 1 } } << Order { 0, 1, 2 };
        QTest::addRow("one later") << Needs { { 2 }, {}, {}, {} } << Order { 2, 0, 1, 3 };
        QTest::addRow("chain backwards") << Needs { { 1 }, { 2 }, {} } << Order { 2, 1, 0 };
        QTest::addRow("itself") << Needs { { 0 }, {} } << Order { 0, 1 };
        QTest::addRow("circle") << Needs { { 1 }, { 0 } } << Order { 0, 1 };
        QTest::addRow("circle that needs more")
            << Needs { { 1 }, { 0, 2 }, {} } << Order { 0, 2, 1 };
    }

    void pullsForwardWhatIsNeeded()
    {
        QFETCH(const Needs, needs);
        QTEST(orderByNeeds(needs), "order");
    }

    void groupsAndOrdersHoldForAnyNeeds()
    {
        std::mt19937 random(20261125);
        for (int round = 0; round < 2000; ++round) {
            const Needs needs = randomNeeds(random);
            const qsizetype count = needs.size();
            const auto reaches = reachable(needs);
            const Order groups = entangledGroups(needs);
            const Order order = orderByNeeds(needs);
            Order sorted = order;
            std::ranges::sort(sorted);
            Order all(count);
            std::iota(all.begin(), all.end(), 0);
            QCOMPARE(sorted, all);
            Order place(count);
            for (qsizetype i = 0; i < count; ++i)
                place[order[i]] = i;
            for (qsizetype i = 0; i < count; ++i) {
                for (qsizetype k = 0; k < count; ++k) {
                    const bool isEntangled = i == k || (reaches[i][k] && reaches[k][i]);
                    QCOMPARE(groups[i] == groups[k], isEntangled);
                    if (isEntangled)
                        QCOMPARE(place[i] < place[k], i < k);
                    else if (needs[i].contains(k))
                        QVERIFY(place[k] < place[i]);
                }
            }
            // Needs as they are after the items have changed places.
            Needs moved(count);
            for (qsizetype i = 0; i < count; ++i) {
                for (const qsizetype needed : needs[order[i]])
                    moved[i].append(place[needed]);
            }
            QCOMPARE(orderByNeeds(moved), all);
        }
    }

    void longChainsAreNoTrouble()
    {
        Needs needs(200'000);
        for (qsizetype i = 0; i + 1 < needs.size(); ++i)
            needs[i] = { i + 1 };
        QCOMPARE(orderByNeeds(needs).constFirst(), needs.size() - 1);
        needs.last() = { 0 };
        QCOMPARE(entangledGroups(needs).count(entangledGroups(needs).constFirst()), needs.size());
    }
};

QTEST_GUILESS_MAIN(StableOrderTest)
#include "StableOrderTest.moc"
