// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/PrerequisiteGraph.h"

#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

using Edges = QList<QList<qsizetype>>;

/// A roadmap whose concept i needs the concepts edges[i].
Roadmap roadmapOf(const Edges& edges)
{
    Roadmap roadmap = sample::largeRoadmap(edges.size());
    qsizetype i = 0;
    for (Stage& stage : roadmap.stages) {
        for (Module& module : stage.modules) {
            for (Concept& item : module.concepts) {
                for (const qsizetype needed : edges[i])
                    item.prerequisites.append(u"c-%1"_s.arg(needed));
                ++i;
            }
        }
    }
    return roadmap;
}

/// The plain way, cubic in the number of concepts: reach[i] holds what i needs, however indirectly.
QList<QSet<qsizetype>> reachable(const Edges& edges)
{
    QList<QSet<qsizetype>> reach;
    for (qsizetype start = 0; start < edges.size(); ++start) {
        QSet<qsizetype> seen;
        QList<qsizetype> open = edges[start];
        while (!open.isEmpty()) {
            const qsizetype next = open.takeLast();
            if (seen.contains(next))
                continue;
            seen.insert(next);
            open += edges[next];
        }
        reach.append(seen);
    }
    return reach;
}

qsizetype totalLength(const QList<PrerequisiteGraph::Path>& cycles)
{
    qsizetype length = 0;
    for (const auto& cycle : cycles)
        length += cycle.size();
    return length;
}

PrerequisiteGraph graphOf(const Roadmap& roadmap)
{
    return PrerequisiteGraph(ReadingOrder(roadmap));
}

} // namespace

class PrerequisiteGraphTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void prerequisitesAreResolvedOnceEach()
    {
        Roadmap roadmap = roadmapOf({ {}, { 0 }, { 1, 0, 1 } });
        sample::lastConcept(roadmap).prerequisites += { u"x"_s, u"c-0"_s, u"x"_s, u" "_s };
        const PrerequisiteGraph graph = graphOf(roadmap);
        QCOMPARE(graph.known(1), QList<qsizetype> { 0 });
        QCOMPARE(graph.known(2), QList<qsizetype>({ 1, 0 }));
        QCOMPARE(graph.unknown(2), QStringList({ u"x"_s, u" "_s }));
        QCOMPARE(graph.cycles(), QList<PrerequisiteGraph::Path>());
    }

    void indexesFollowTheReadingOrder()
    {
        Roadmap roadmap = sample::perfectRoadmap();
        std::ranges::reverse(roadmap.stages);
        const ReadingOrder order(roadmap);
        QCOMPARE(order.concepts.size(), 24);
        QCOMPARE(order.concepts.constFirst()->id, u"c-1-1-1"_s);
        QCOMPARE(order.concepts.constLast()->id, u"c-3-2-4"_s);
        QCOMPARE(order.stageOf(order.concepts.constLast()), 2);
        QVERIFY(std::ranges::is_sorted(order.concepts, {}, &Placed<Concept>::position));
        QCOMPARE(PrerequisiteGraph(order).known(5), QList<qsizetype> { 4 });
    }

    void stagesOfTheSameOrderKeepTheirPlaces()
    {
        Roadmap roadmap = sample::perfectRoadmap();
        for (Stage& stage : roadmap.stages)
            stage.order = 1;
        const ReadingOrder order(roadmap);
        QStringList ids;
        for (const Placed<Stage>& stage : order.stages)
            ids.append(stage->id);
        QCOMPARE(ids, QStringList({ u"stage-1"_s, u"stage-2"_s, u"stage-3"_s }));
    }

    void anIdThatIsSharedMeansTheFirst()
    {
        // Concepts 0 and 2 are both "c-0": 1 needs it, and the second one needs 1.
        Roadmap roadmap = roadmapOf({ {}, { 0 }, { 1 } });
        sample::lastConcept(roadmap).id = u"c-0"_s;
        const PrerequisiteGraph graph = graphOf(roadmap);
        QCOMPARE(graph.firstWithSameId(2), 0);
        QCOMPARE(graph.cycles(), QList<PrerequisiteGraph::Path>({ { 0, 1 } }));
        QVERIFY(graph.shareCycle(1, 2));
    }

    void circlesAreFound_data()
    {
        QTest::addColumn<Edges>("edges");
        QTest::addColumn<Edges>("cycles");
        QTest::addRow("none") << Edges { {}, { 0 }, { 0, 1 } } << Edges {};
        QTest::addRow("itself") << Edges { {}, { 1 } } << Edges { { 1 } };
        QTest::addRow("two") << Edges { { 1 }, { 0 } } << Edges { { 0, 1 } };
        QTest::addRow("begins at its earliest")
            << Edges { {}, { 3 }, { 1 }, { 2 }, { 3 } } << Edges { { 1, 3, 2 } };
        QTest::addRow("two apart")
            << Edges { { 1 }, { 0 }, {}, { 4 }, { 3 } } << Edges { { 0, 1 }, { 3, 4 } };
        QTest::addRow("two joined by a bridge")
            << Edges { { 1 }, { 0 }, { 1, 3 }, { 2 } } << Edges { { 0, 1 }, { 2, 3 } };
        QTest::addRow("one group, one circle")
            << Edges { { 1 }, { 2, 0 }, { 0 } } << Edges { { 0, 1, 2 } };
        QTest::addRow("itself within a circle") << Edges { { 0, 1 }, { 0 } } << Edges { { 0 } };
    }

    void circlesAreFound()
    {
        QFETCH(const Edges, edges);
        QFETCH(const Edges, cycles);
        QCOMPARE(graphOf(roadmapOf(edges)).cycles(), cycles);
    }

    /// A roadmap built so that each concept needs only earlier ones has neither circles nor unknown
    /// prerequisites, whatever its shape.
    void roadmapsBuiltInOrderAreSound()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 50; ++round) {
            const qsizetype count = random.bounded(1, 200);
            Edges edges(count);
            for (qsizetype i = 1; i < count; ++i) {
                for (int n = random.bounded(4); n > 0; --n)
                    edges[i].append(random.bounded(int(i)));
            }
            for (const Finding& finding : checkRoadmap(roadmapOf(edges)))
                QVERIFY2(!finding.rule.startsWith(u'H'), qPrintable(finding.issue));
        }
    }

    /// Against the plain way: each circle is real, each group of entangled concepts has one, no
    /// concept is in two.
    void randomGraphsAgreeWithThePlainSearch()
    {
        QRandomGenerator random(2);
        int circular = 0;
        for (int round = 0; round < 300; ++round) {
            const int count = random.bounded(1, 25);
            Edges edges(count);
            for (int n = random.bounded(2 * count); n > 0; --n)
                edges[random.bounded(count)].append(random.bounded(count));
            const QList<PrerequisiteGraph::Path> cycles = graphOf(roadmapOf(edges)).cycles();
            circular += cycles.isEmpty() ? 0 : 1;
            checkCyclesAreReal(cycles, edges);
            checkEachGroupHasACycle(cycles, edges);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(circular > 50 && circular < 290); // both kinds were tried
    }

    /// Circles nested in one another, made so that listing each of them would take n²/2 steps.
    void nestedCirclesAreNotAllListed()
    {
        constexpr qsizetype count = 20000;
        Edges edges(count);
        for (qsizetype i = 0; i < count; ++i) {
            if (i > count / 2)
                edges[i].append(count - i);
            if (i + 1 < count)
                edges[i].append(i + 1);
        }
        const Roadmap roadmap = roadmapOf(edges);
        const PrerequisiteGraph graph = graphOf(roadmap);
        QVERIFY(!graph.cycles().isEmpty());
        QVERIFY(totalLength(graph.cycles()) <= count);
    }

    void oneConceptThatNeedsAllIsNoProblem()
    {
        constexpr qsizetype count = 20000;
        Edges edges(count);
        for (qsizetype i = 0; i < count; ++i) {
            edges.last().append(count - 1 - i);
            if (i + 1 < count)
                edges[i].append(i + 1);
        }
        const PrerequisiteGraph graph = graphOf(roadmapOf(edges));
        QVERIFY(totalLength(graph.cycles()) <= count);
        QCOMPARE(graph.cycles().constLast(), QList<qsizetype> { count - 1 });
    }

private:
    static void checkCyclesAreReal(const QList<PrerequisiteGraph::Path>& cycles, const Edges& edges)
    {
        QSet<qsizetype> seen;
        for (const auto& cycle : cycles) {
            QCOMPARE(cycle.constFirst(), *std::ranges::min_element(cycle));
            for (qsizetype i = 0; i < cycle.size(); ++i) {
                QVERIFY(edges[cycle[i]].contains(cycle[(i + 1) % cycle.size()]));
                QVERIFY(!seen.contains(cycle[i]));
                seen.insert(cycle[i]);
            }
        }
    }

    static void checkEachGroupHasACycle(
        const QList<PrerequisiteGraph::Path>& cycles, const Edges& edges)
    {
        const QList<QSet<qsizetype>> reach = reachable(edges);
        for (qsizetype i = 0; i < edges.size(); ++i) {
            const bool entangled = reach[i].contains(i);
            const bool found = std::ranges::any_of(cycles, [&](const auto& cycle) {
                const qsizetype other = cycle.constFirst();
                return reach[i].contains(other) && reach[other].contains(i);
            });
            QCOMPARE(found, entangled);
        }
    }
};

QTEST_GUILESS_MAIN(PrerequisiteGraphTest)
#include "PrerequisiteGraphTest.moc"
