// SPDX-License-Identifier: Apache-2.0
// What the filter above a roadmap finds, and what the tree says about its study.
#include "SampleRoadmap.h"
#include "ui/roadmap/RoadmapFilterModel.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

Roadmap namedRoadmap()
{
    const QStringList names { u"Variables"_s, u"变量与类型"_s, u"ＨＴＴＰ basics"_s,
        u"长期项目"_s };
    Roadmap roadmap = sampleRoadmap(1, 2, 4);
    for (Module& module : roadmap.stages.first().modules) {
        for (int i = 0; i < names.size(); ++i) {
            module.concepts[i].name = names[i];
            module.concepts[i].keywords.clear();
        }
    }
    roadmap.stages.first().modules.first().concepts.first().keywords = { u"int"_s, u"整数"_s };
    return roadmap;
}

/// The names of what is shown, below their branches.
QString dumpOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList parts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString below = dumpOf(model, index);
        parts.append(below.isEmpty() ? index.data().toString()
                                     : index.data().toString() + u'[' + below + u']');
    }
    return parts.join(u' ');
}

QString bold(const QModelIndex& index)
{
    QStringList parts;
    const auto ranges = index.data(RoadmapFilterModel::MatchRole).value<QList<TextRange>>();
    for (const TextRange& range : ranges)
        parts.append(index.data().toString().mid(range.start, range.length));
    return parts.join(u'|');
}

} // namespace

class RoadmapFilterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void chineseSounds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two") << u"变量"_s << u"bianliang"_s << u"bl"_s;
        QTest::newRow("among others") << u"Python 变量 (int)"_s << u"bianliang"_s << u"bl"_s;
        QTest::newRow("u with dots") << u"绿"_s << u"lu"_s << u"l"_s;
        QTest::newRow("none") << u"Variables"_s << QString() << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void chineseSounds()
    {
        QFETCH(const QString, text);
        const Pinyin sound = pinyinOf(text);
        QTEST(sound.letters, "letters");
        QTEST(sound.initials, "initials");
    }

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("matches"); // in each of the two modules, but for keywords
        QTest::addColumn<QString>("marked"); // in the first
        QTest::newRow("a part, whatever the case") << u"RIAB"_s << 2 << u"riab"_s;
        QTest::newRow("full width in the text") << u"http"_s << 2 << u"ＨＴＴＰ"_s;
        QTest::newRow("full width typed") << u"ｂａｓｉｃｓ"_s << 2 << u"basics"_s;
        QTest::newRow("a character") << u"量"_s << 2 << u"量"_s;
        QTest::newRow("a keyword") << u"整数"_s << 1 << QString();
        QTest::newRow("two words") << u"basics http"_s << 2 << u"ＨＴＴＰ|basics"_s;
        QTest::newRow("two words, one missing") << u"basics ftp"_s << 0 << QString();
        QTest::newRow("pinyin") << u"bianliang"_s << 2 << u"变量"_s;
        QTest::newRow("pinyin begun") << u"bianl"_s << 2 << u"变量"_s;
        QTest::newRow("pinyin from within") << u"leixing"_s << 2 << u"类型"_s;
        QTest::newRow("not from within a syllable") << u"anliang"_s << 0 << QString();
        QTest::newRow("initials, and letters") << u"bl"_s << 4 << u"bl"_s;
        QTest::newRow("initials in a row") << u"blylx"_s << 2 << u"变量与类型"_s;
        QTest::newRow("sound of a keyword") << u"zhengshu"_s << 1 << QString();
        QTest::newRow("nothing such") << u"zzz"_s << 0 << QString();
    }
    void finds()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, matches);
        RoadmapTreeModel tree;
        tree.setRoadmap(namedRoadmap());
        RoadmapFilterModel model(tree);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setPattern(typed);
        QTRY_COMPARE(model.matchCount(), matches); // sounds come a moment later
        if (matches == 0)
            return;
        QVERIFY(model.firstMatch().data(RoadmapFilterModel::IsMatchRole).toBool());
        QVERIFY(!model.index(0, 0).data(RoadmapFilterModel::IsMatchRole).toBool());
        QTEST(bold(model.firstMatch()), "marked");
        QCOMPARE(model.shownOf(model.sourceOf(model.firstMatch())), model.firstMatch());
    }

    void showsBranchesAboveAndNothingElse()
    {
        RoadmapTreeModel tree;
        tree.setRoadmap(namedRoadmap());
        RoadmapFilterModel model(tree);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(dumpOf(model), QString());
        model.setPattern(u"vari"_s);
        QCOMPARE(dumpOf(model), u"Stage 1[Module 1-1[Variables] Module 1-2[Variables]]"_s);
        model.setPattern(u"1-2"_s);
        QCOMPARE(dumpOf(model), u"Stage 1[Module 1-2]"_s);
        model.setPattern({});
        QVERIFY(!model.isActive());
        QCOMPARE(dumpOf(model), QString());
    }

    void goesWithTheRoadmap()
    {
        RoadmapTreeModel tree;
        tree.setRoadmap(sampleRoadmap(2, 2, 3));
        RoadmapFilterModel model(tree);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setPattern(u"concept"_s);
        QCOMPARE(model.matchCount(), 12);
        tree.setRoadmap(sampleRoadmap(1, 1, 2));
        QTRY_COMPARE(model.matchCount(), 2);
        tree.setRoadmap({});
        QTRY_COMPARE(model.matchCount(), 0);
        tree.grow(NodeOpened { .place = { .stage = 0 }, .id = u"s"_s, .name = u"A concept"_s });
        QTRY_COMPARE(model.matchCount(), 1);
    }

    void aRenamedConceptIsFoundByItsNewName()
    {
        RoadmapTreeModel tree;
        Roadmap roadmap = sampleRoadmap(1, 1, 3);
        tree.setRoadmap(roadmap);
        RoadmapFilterModel model(tree);
        model.setPattern(u"zebra"_s);
        QCOMPARE(model.matchCount(), 0);
        roadmap.stages.first().modules.first().concepts.first().name = u"Zebra"_s;
        tree.setRoadmap(roadmap);
        QTRY_COMPARE(model.matchCount(), 1);
    }

    void whatIsTypedInAnyOrderFindsTheSame()
    {
        RoadmapTreeModel tree;
        tree.setRoadmap(sampleRoadmap(3, 3, 4));
        RoadmapFilterModel model(tree);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QRandomGenerator random(1);
        for (int i = 0; i < 60; ++i) {
            const QString typed = u"%1-%2"_s.arg(random.bounded(1, 5)).arg(random.bounded(1, 5));
            model.setPattern(typed);
            RoadmapFilterModel fresh(tree);
            fresh.setPattern(typed);
            QCOMPARE(dumpOf(model), dumpOf(fresh));
        }
    }

    void theTreeTellsHowFarTheLearnerIs()
    {
        using Tree = RoadmapTreeModel;
        const Roadmap roadmap = sampleRoadmap(1, 2, 3);
        StudyProgress progress(roadmap);
        RoadmapTreeModel tree;
        const QAbstractItemModelTester tester(
            &tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
        tree.setRoadmap(roadmap);
        const QModelIndex item = tree.indexOf(u"concept-1-2-1"_s);
        QVERIFY(!item.data(Tree::StudyStateRole).isValid());
        tree.setStudy(&progress);
        QCOMPARE(item.data(Tree::StudyStateRole).value<StudyState>(), StudyState::ToDo);
        QSignalSpy changed(&tree, &QAbstractItemModel::dataChanged);
        progress.setState(u"concept-1-2-1"_s, StudyState::Done);
        tree.tellState(u"concept-1-2-1"_s);
        QCOMPARE(changed.size(), 3); // itself, its module, its stage
        QCOMPARE(item.siblingAtColumn(Tree::StateColumn).data().toString(), u"Done"_s);
        QCOMPARE(
            item.siblingAtColumn(Tree::StateColumn).data(Qt::ToolTipRole).toString(), u"Done"_s);
        QCOMPARE(
            item.data(Qt::AccessibleTextRole).toString(), u"Concept 1-2-1, 1.5 h, Easy, Done"_s);
        QCOMPARE(item.parent().siblingAtColumn(Tree::StateColumn).data().toString(), u"1 of 3"_s);
        QCOMPARE(tree.index(0, Tree::StateColumn).data().toString(), u"1 of 6"_s);
        QCOMPARE(tree.index(0, 0).data(Tree::LearntCountRole).toInt(), 1);
    }

    void whatIsStillDesignedCannotBeStudied()
    {
        using Tree = RoadmapTreeModel;
        const Roadmap roadmap = sampleRoadmap(1, 1, 1);
        const StudyProgress progress(roadmap);
        RoadmapTreeModel tree;
        tree.setStudy(&progress);
        tree.grow(NodeOpened { .place = { .stage = 0 }, .id = u"stage-1"_s, .name = u"A"_s });
        QVERIFY(!tree.index(0, 0).data(Tree::StudyStateRole).isValid());
        QCOMPARE(tree.index(0, Tree::StateColumn).data().toString(), u"Still being designed"_s);
    }
};

QTEST_GUILESS_MAIN(RoadmapFilterTest)
#include "RoadmapFilterTest.moc"
