// SPDX-License-Identifier: Apache-2.0
// The tree while a roadmap is designed, and what becomes of it when the roadmap is complete.
#include "SampleRoadmap.h"
#include "TreeDump.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto fatal = Tester::FailureReportingMode::Fatal;

/// Few, so that they come again: among siblings, and for nodes of another kind.
QString randomId(QRandomGenerator& random)
{
    static const QStringList ids { QString(), u"a"_s, u"b"_s, u"c"_s, u"d"_s };
    return ids[random.bounded(ids.size())];
}

QString randomName(QRandomGenerator& random)
{
    return u"Name %1"_s.arg(random.bounded(100));
}

Concept randomConcept(QRandomGenerator& random)
{
    Concept item;
    item.id = randomId(random);
    item.name = randomName(random);
    item.estimatedHours = random.bounded(4);
    item.prerequisites = { randomId(random) };
    return item;
}

Roadmap randomRoadmap(QRandomGenerator& random)
{
    Roadmap roadmap;
    for (int i = random.bounded(5); i > 0; --i) {
        Stage stage;
        stage.id = randomId(random);
        stage.name = randomName(random);
        for (int j = random.bounded(5); j > 0; --j) {
            Module module;
            module.id = randomId(random);
            module.name = randomName(random);
            for (int k = random.bounded(6); k > 0; --k)
                module.concepts.append(randomConcept(random));
            stage.modules.append(module);
        }
        roadmap.stages.append(stage);
    }
    return roadmap;
}

NodePlace randomPlace(QRandomGenerator& random)
{
    NodePlace place { .stage = random.bounded(4) };
    if (random.bounded(4) > 0)
        place.module = random.bounded(4);
    if (place.module >= 0 && random.bounded(3) > 0)
        place.item = random.bounded(5);
    return place;
}

PreviewEvent randomClosing(QRandomGenerator& random, const NodePlace& place)
{
    if (place.item >= 0)
        return ConceptClosed { place, randomConcept(random) };
    if (place.module >= 0) {
        Module module;
        module.id = randomId(random);
        module.name = randomName(random);
        return ModuleClosed { place, module, random.bounded(5) };
    }
    Stage stage;
    stage.id = randomId(random);
    stage.name = randomName(random);
    return StageClosed { place, stage };
}

PreviewEvent randomEvent(QRandomGenerator& random)
{
    const NodePlace place = randomPlace(random);
    switch (random.bounded(20)) {
    case 0:
        return Restarted {};
    case 1:
        return Restarted { { .stage = place.stage, .module = random.bounded(4) } };
    case 2:
        return RoadmapTitled { randomName(random) };
    case 3:
    case 4:
        return NodeRenamed { place, randomName(random) };
    default:
        return random.bounded(3) > 0
            ? PreviewEvent(NodeOpened { place, randomId(random), randomName(random) })
            : randomClosing(random, place);
    }
}

void grow(RoadmapTreeModel& model, QRandomGenerator& random)
{
    for (int i = random.bounded(150); i > 0; --i)
        model.grow(randomEvent(random));
}

void settle(RoadmapTreeModel& model)
{
    while (!model.isSettled())
        model.settleNext();
}

/// Opens and closes these concepts in the first module of the first stage.
void growConcepts(RoadmapTreeModel& model, const QStringList& ids)
{
    model.grow(NodeOpened { { .stage = 0 }, u"s"_s, u"Stage"_s });
    model.grow(NodeOpened { { .stage = 0, .module = 0 }, u"m"_s, u"Module"_s });
    for (int i = 0; i < int(ids.size()); ++i) {
        const NodePlace place { .stage = 0, .module = 0, .item = i };
        Concept item;
        item.id = ids[i];
        item.name = u"Preview %1"_s.arg(i);
        model.grow(NodeOpened { place, item.id, item.name });
        model.grow(ConceptClosed { place, item });
    }
}

Roadmap roadmapOf(const QStringList& concepts)
{
    Module module;
    module.id = u"m"_s;
    for (const QString& id : concepts) {
        Concept item;
        item.id = id;
        item.name = u"Concept "_s + id;
        module.concepts.append(item);
    }
    Stage stage;
    stage.id = u"s"_s;
    stage.modules = { module };
    Roadmap roadmap;
    roadmap.stages = { stage };
    return roadmap;
}

} // namespace

class GrowingTreeModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QLocale::setDefault(QLocale::C);
    }

    void theHeadingSaysWhatTheFiguresCount()
    {
        RoadmapTreeModel model;
        const auto heading = [&model] {
            return model.headerData(RoadmapTreeModel::StateColumn, Qt::Horizontal, Qt::DisplayRole)
                .toString();
        };
        QSignalSpy told(&model, &QAbstractItemModel::headerDataChanged);
        QCOMPARE(heading(), u"Progress"_s);
        growConcepts(model, { u"a"_s });
        QCOMPARE(heading(), u"Designed"_s);
        QCOMPARE(told.size(), 1);
        model.setRoadmap(roadmapOf({ u"a"_s }));
        QCOMPARE(heading(), u"Progress"_s);
        QCOMPARE(told.size(), 2);
        model.grow(NodeOpened { { .stage = 0 }, u"s"_s, u"Stage"_s });
        QCOMPARE(heading(), u"Designed"_s);
        model.setRoadmap({});
        QCOMPARE(heading(), u"Progress"_s);
        QCOMPARE(told.size(), 4);
    }

    void repeatedIdsAreMended_data()
    {
        QTest::addColumn<QStringList>("preview");
        QTest::addColumn<QStringList>("complete");
        QTest::newRow("renamed") << QStringList { u"c"_s, u"c"_s, u"d"_s }
                                 << QStringList { u"c"_s, u"c-2"_s, u"d"_s };
        QTest::newRow("kept") << QStringList { u"c"_s, u"c"_s, u"d"_s }
                              << QStringList { u"c"_s, u"c"_s, u"d"_s };
        QTest::newRow("left out") << QStringList { u"c"_s, u"c"_s, u"c"_s, u"d"_s }
                                  << QStringList { u"c"_s, u"d"_s };
        QTest::newRow("blank") << QStringList { QString(), QString(), u"d"_s }
                               << QStringList { u"c-1"_s, u"c-2"_s, u"d"_s };
    }
    void repeatedIdsAreMended()
    {
        QFETCH(const QStringList, preview);
        QFETCH(const QStringList, complete);
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        growConcepts(model, preview);
        const QModelIndex module = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.rowCount(module), preview.size());
        const QPersistentModelIndex last = model.index(int(preview.size()) - 1, 0, module);
        model.setRoadmap(roadmapOf(complete));
        QCOMPARE(dump(model), dumpOf(roadmapOf(complete)));
        // The same node as before, wherever it is now: what was selected there stays so.
        QCOMPARE(last.row(), int(complete.size()) - 1);
        QCOMPARE(last.data(RoadmapTreeModel::IdRole).toString(), u"d"_s);
    }

    void anyPreviewEndsWhereAFreshModelBegins_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 50; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyPreviewEndsWhereAFreshModelBegins()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        for (int run = 0; run < 10; ++run) {
            for (int turn = random.bounded(4); turn > 0; --turn) {
                grow(model, random);
                model.begin(randomRoadmap(random));
                for (int step = random.bounded(8); step > 0 && !model.isSettled(); --step)
                    model.settleNext();
            }
            const Roadmap roadmap = randomRoadmap(random);
            model.begin(roadmap);
            settle(model);
            QCOMPARE(dump(model), dumpOf(roadmap));
            grow(model, random);
        }
    }
};

QTEST_GUILESS_MAIN(GrowingTreeModelTest)
#include "GrowingTreeModelTest.moc"
