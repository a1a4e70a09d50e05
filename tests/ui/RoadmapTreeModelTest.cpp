// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapTreeModel.h"
#include "SampleRoadmap.h"
#include "TreeDump.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto fatal = Tester::FailureReportingMode::Fatal;

template <class T>
void mutate(QList<T>& items, QRandomGenerator& random, const T& fresh)
{
    switch (random.bounded(5)) {
    case 0:
        if (!items.isEmpty())
            items.removeAt(random.bounded(items.size()));
        break;
    case 1:
        items.insert(random.bounded(items.size() + 1), fresh);
        break;
    case 2:
        std::shuffle(items.begin(), items.end(), random);
        break;
    case 3:
        if (!items.isEmpty())
            items[random.bounded(items.size())].name += u'!';
        break;
    default:
        break;
    }
}

void mutate(Roadmap& roadmap, QRandomGenerator& random)
{
    static int made = 0;
    Concept item;
    item.id = u"fresh-%1"_s.arg(++made);
    item.name = u"Fresh"_s;
    Module module;
    module.id = u"fresh-module-%1"_s.arg(made);
    module.concepts = { item };
    Stage stage;
    stage.id = u"fresh-stage-%1"_s.arg(made);
    stage.modules = { module };
    mutate(roadmap.stages, random, stage);
    for (Stage& one : roadmap.stages) {
        mutate(one.modules, random, module);
        for (Module& other : one.modules)
            mutate(other.concepts, random, item);
    }
}

} // namespace

class RoadmapTreeModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QLocale::setDefault(QLocale::C);
    }

    void emptyModelHasColumns()
    {
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Learn"_s);
        QVERIFY(!model.indexOf(u"nothing"_s).isValid());
    }

    void showsStagesModulesAndConcepts()
    {
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        model.setRoadmap(sampleRoadmap(2, 2, 3));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex stage = model.index(0, 0);
        QCOMPARE(stage.data().toString(), u"Stage 1"_s);
        QCOMPARE(stage.siblingAtColumn(1).data().toString(), u"9 h"_s);
        QCOMPARE(stage.data(RoadmapTreeModel::ConceptCountRole).toInt(), 6);
        QVERIFY(!stage.data(RoadmapTreeModel::DifficultyRole).isValid());
        const QModelIndex item = model.indexOf(u"concept-1-1-2"_s);
        QCOMPARE(item.data().toString(), u"Concept 1-1-2"_s);
        QCOMPARE(item.siblingAtColumn(1).data().toString(), u"1.5 h"_s);
        QCOMPARE(item.siblingAtColumn(2).data().toString(), u"Easy"_s);
        QCOMPARE(item.data(RoadmapTreeModel::PrerequisiteNamesRole).toStringList(),
            QStringList { u"Concept 1-1-1"_s });
        QCOMPARE(item.parent().parent(), stage);
    }

    void theSameRoadmapChangesNothing()
    {
        RoadmapTreeModel model;
        model.setRoadmap(sampleRoadmap(2, 2, 2));
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
        model.setRoadmap(sampleRoadmap(2, 2, 2));
        QCOMPARE(inserted.count() + removed.count() + changed.count() + layout.count(), 0);
    }

    void whatLiesBelowABranchIsInsertedAtOnce()
    {
        RoadmapTreeModel model;
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setRoadmap(sampleRoadmap(5, 2, 2));
        QCOMPARE(inserted.count(), 1 + 5 + 5 * 2);
    }

    void neverResets()
    {
        RoadmapTreeModel model;
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRoadmap(sampleRoadmap(2, 2, 2));
        model.setRoadmap({});
        model.setRoadmap(sampleRoadmap(3, 1, 2));
        QCOMPARE(reset.count(), 0);
    }

    void aChangedConceptIsToldWithItsBranches()
    {
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        Roadmap roadmap = sampleRoadmap(2, 1, 2);
        model.setRoadmap(roadmap);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        roadmap.stages[1].modules[0].concepts[0].estimatedHours = 4.0;
        model.setRoadmap(roadmap);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(model.index(1, 1).data().toString(), u"5.5 h"_s);
    }

    void rowsKeepTheirPersistentIndexes()
    {
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        Roadmap roadmap = sampleRoadmap(3, 2, 3);
        model.setRoadmap(roadmap);
        const QPersistentModelIndex item = model.indexOf(u"concept-2-1-3"_s);
        const QPersistentModelIndex gone = model.indexOf(u"concept-2-1-1"_s);

        roadmap.stages.swapItemsAt(0, 1);
        roadmap.stages[0].modules[0].concepts.removeFirst();
        roadmap.stages[0].modules.insert(0, sampleRoadmap(9, 1, 1).stages[8].modules[0]);
        model.setRoadmap(roadmap);

        QVERIFY(!gone.isValid());
        QCOMPARE(QModelIndex(item), model.indexOf(u"concept-2-1-3"_s));
        QCOMPARE(item.row(), 1);
        QCOMPARE(item.parent().row(), 1);
        QCOMPARE(item.parent().parent().row(), 0);
    }

    void randomChangesEndWhereAFreshModelBegins_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomChangesEndWhereAFreshModelBegins()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        Roadmap roadmap = sampleRoadmap(3, 2, 3);
        for (int i = 0; i < 15; ++i) {
            model.setRoadmap(roadmap);
            QCOMPARE(dump(model), dumpOf(roadmap));
            mutate(roadmap, random);
        }
    }

    void anIdMeansAConceptBeforeItsBranches()
    {
        Roadmap roadmap = sampleRoadmap(2, 2, 2);
        Stage& stage = roadmap.stages[1];
        stage.id = stage.modules[1].id = stage.modules[1].concepts[0].id = u"variables"_s;
        stage.modules[0].id = roadmap.stages[0].id = u"loops"_s;
        stage.modules[1].concepts[1].prerequisites = { u"variables"_s, u"loops"_s };
        RoadmapTreeModel model;
        model.setRoadmap(roadmap);
        QCOMPARE(model.indexOf(u"variables"_s).data().toString(), u"Concept 2-2-1"_s);
        QCOMPARE(model.indexOf(u"loops"_s).data().toString(), u"Module 2-1"_s);
        const QModelIndex needy = model.indexOf(u"concept-2-2-2"_s);
        QCOMPARE(needy.data(RoadmapTreeModel::PrerequisiteNamesRole).toStringList(),
            (QStringList { u"Concept 2-2-1"_s, u"Module 2-1"_s }));
    }

    void sameIdsAreToldApart()
    {
        RoadmapTreeModel model;
        const Tester tester(&model, fatal);
        Roadmap roadmap = sampleRoadmap(1, 1, 3);
        for (Concept& item : roadmap.stages[0].modules[0].concepts)
            item.id = u"same"_s;
        model.setRoadmap(roadmap);
        QCOMPARE(model.indexOf(u"same"_s).data().toString(), u"Concept 1-1-1"_s);
        roadmap.stages[0].modules[0].concepts.removeLast();
        model.setRoadmap(roadmap);
        QCOMPARE(model.rowCount(model.index(0, 0, model.index(0, 0))), 2);
    }

    void foreignWordsAreHarmless()
    {
        RoadmapTreeModel model;
        Roadmap roadmap = sampleRoadmap(1, 1, 2);
        Concept& item = roadmap.stages[0].modules[0].concepts[0];
        item.name = u"<b>bold</b>\u202E\n"_s + QString(1000, u'x');
        item.description = u"<img src='file:///etc/passwd'>"_s;
        item.keywords = { u"<i>"_s };
        model.setRoadmap(roadmap);
        const QModelIndex index = model.indexOf(item.id);
        QVERIFY(index.data().toString().startsWith(u"<b>bold</b> xxx"_s));
        QCOMPARE(index.data().toString().size(), 300);
        const QString tip = index.data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(u"<img"_s));
        QVERIFY(!tip.contains(u"<i>"_s));
        QVERIFY(!tip.contains(u"<b>bold"_s));
        QVERIFY(tip.contains(u"&lt;img"_s));
    }

    void unknownDifficultyKeepsItsWord()
    {
        RoadmapTreeModel model;
        Roadmap roadmap = sampleRoadmap(1, 1, 1);
        Concept& item = roadmap.stages[0].modules[0].concepts[0];
        item.difficulty = Difficulty::Other;
        item.extras["difficulty"] = "brutal";
        model.setRoadmap(roadmap);
        QCOMPARE(model.indexOf(item.id).siblingAtColumn(2).data().toString(), u"brutal"_s);
    }

    void largeRoadmapIsTakenInLinearTime()
    {
        RoadmapTreeModel model;
        const Roadmap roadmap = sampleRoadmap(20, 20, 50);
        model.setRoadmap(roadmap);
        Roadmap turned = roadmap;
        for (Stage& stage : turned.stages)
            std::ranges::reverse(stage.modules);
        model.setRoadmap(turned);
        QCOMPARE(conceptCount(turned), 20000);
        QCOMPARE(model.indexOf(u"module-1-1"_s).row(), 19);
    }
};

QTEST_GUILESS_MAIN(RoadmapTreeModelTest)
#include "RoadmapTreeModelTest.moc"
