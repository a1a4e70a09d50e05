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
        QTest::addColumn<QString>("sound");
        QTest::newRow("two") << u"变量"_s << u"bian liang"_s;
        QTest::newRow("among others") << u"Python 变量 (int)"_s << u"bian liang"_s;
        QTest::newRow("u with dots") << u"绿女略"_s << u"lv/lu nv/nu lve/lue"_s;
        QTest::newRow("several") << u"长行"_s << u"chang/zhang xing/hang"_s;
        QTest::newRow("several, of which one has dots") << u"率"_s << u"lv/shuai/lu"_s;
        QTest::newRow("none") << u"Variables"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void chineseSounds()
    {
        QFETCH(const QString, text);
        QStringList readings;
        for (const SpokenCharacter& character : pinyinOf(text).characters)
            readings.append(character.readings.join(u'/'));
        QTEST(readings.join(u' '), "sound");
    }

    void isFoundByItsSound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("typed");
        const auto add = [](const QString& text, const QStringList& typed) {
            QTest::addRow("%s", qUtf8Printable(text)) << text << typed;
        };
        add(u"绿色"_s, { u"lvse"_s, u"luse"_s, u"lüse"_s, u"LÜ"_s, u"lǜsè"_s, u"ls"_s });
        add(u"策略"_s, { u"celve"_s, u"celue"_s, u"celüe"_s });
        add(u"数据"_s, { u"shuju"_s, u"shùjù"_s, u"sj"_s });
        add(u"重构"_s, { u"chonggou"_s, u"cg"_s, u"chong"_s });
        add(u"权重"_s, { u"quanzhong"_s, u"qz"_s });
        add(u"行列"_s, { u"hanglie"_s, u"hl"_s });
        add(u"运行"_s, { u"yunxing"_s, u"yx"_s });
        add(u"调用"_s, { u"diaoyong"_s, u"dy"_s });
        add(u"调试"_s, { u"tiaoshi"_s, u"ts"_s });
        add(u"参数"_s, { u"canshu"_s, u"cs"_s });
        add(u"人参"_s, { u"renshen"_s });
        add(u"模型"_s, { u"moxing"_s });
        add(u"模板"_s, { u"muban"_s, u"mb"_s });
        add(u"长度"_s, { u"changdu"_s, u"cd"_s });
        add(u"增长率"_s, { u"zengzhanglv"_s, u"zzl"_s, u"zhanglü"_s });
        add(u"朝向"_s, { u"chaoxiang"_s });
        add(u"率先"_s, { u"shuaixian"_s, u"sx"_s });
        add(u"音乐"_s, { u"yinyue"_s, u"yy"_s });
        add(u"快乐"_s, { u"kuaile"_s, u"kl"_s });
        add(u"种类"_s, { u"zhonglei"_s, u"zl"_s });
        add(u"校验"_s, { u"jiaoyan"_s, u"jy"_s });
        add(u"会计"_s, { u"kuaiji"_s, u"kj"_s });
        add(u"对称"_s, { u"duichen"_s, u"duicheng"_s });
        add(u"称为"_s, { u"chengwei"_s });
        add(u"拓扑"_s, { u"tuopu"_s, u"tp"_s });
        add(u"弹性"_s, { u"tanxing"_s, u"tx"_s });
        add(u"还原"_s, { u"huanyuan"_s });
        add(u"标识"_s, { u"biaozhi"_s, u"biaoshi"_s });
        add(u"目的地"_s, { u"mudidi"_s, u"mdd"_s });
        add(u"角色"_s, { u"juese"_s });
    }
    void isFoundByItsSound()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, typed);
        const Pinyin sound = pinyinOf(text);
        for (const QString& each : typed)
            QVERIFY2(!SearchWords(each).rangesIn(text, &sound).isEmpty(), qPrintable(each));
        for (const QString& each : { u"zzz"_s, u"ü"_s, u"v"_s, u"uang"_s })
            QVERIFY2(SearchWords(each).rangesIn(text, &sound).isEmpty(), qPrintable(each));
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

    void findsNotes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("matches");
        QTest::newRow("a word of it") << u"PITFALL"_s << 1;
        QTest::newRow("one of it, one of the name") << u"pitfall variables"_s << 1;
        QTest::newRow("Chinese") << u"闭包"_s << 1;
        QTest::newRow("not its sound, which much of a long text has") << u"bibao"_s << 0;
    }
    void findsNotes()
    {
        QFETCH(const QString, typed);
        const Roadmap roadmap = namedRoadmap();
        const StudyProgress progress(roadmap);
        QString note;
        RoadmapTreeModel tree;
        tree.setRoadmap(roadmap);
        tree.setStudy(&progress);
        tree.setNotes(
            [&note](const QString& id) { return id == u"concept-1-2-1" ? note : QString(); });
        RoadmapFilterModel model(tree);
        model.setPattern(typed);
        QCOMPARE(model.matchCount(), 0);
        const auto write = [&](const QString& text) {
            note = text;
            tree.tellNote(u"concept-1-2-1"_s);
        };
        write(u"A pitfall: 闭包"_s);
        QCOMPARE(model.matchCount(), 0); // nothing moves under whoever writes
        model.setPattern({});
        model.setPattern(typed);
        QTEST(model.matchCount(), "matches");
        write({});
        QTEST(model.matchCount(), "matches");
        model.setPattern({});
        model.setPattern(typed);
        QCOMPARE(model.matchCount(), 0);
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
        QCOMPARE(
            dumpOf(model), u"Stage 1[Module 1-2[Variables 变量与类型 ＨＴＴＰ basics 长期项目]]"_s);
        model.setPattern({});
        QVERIFY(!model.isActive());
        QCOMPARE(dumpOf(model), QString());
    }

    void aBranchThatMatchesHasAllThatIsBelow()
    {
        RoadmapTreeModel tree;
        tree.setRoadmap(sampleRoadmap(2, 2, 2));
        RoadmapFilterModel model(tree);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setPattern(u"stage 2"_s);
        QCOMPARE(dumpOf(model),
            u"Stage 2[Module 2-1[Concept 2-1-1 Concept 2-1-2]"
            " Module 2-2[Concept 2-2-1 Concept 2-2-2]]"_s);
        QCOMPARE(model.matchCount(), 1);
        const QModelIndex stage = model.index(0, 0);
        QVERIFY(stage.data(RoadmapFilterModel::IsMatchRole).toBool());
        QVERIFY(!stage.data(RoadmapFilterModel::LeadsToMatchRole).toBool());
        QVERIFY(!model.index(0, 0, stage).data(RoadmapFilterModel::IsMatchRole).toBool());
        model.setPattern(u"2-1"_s);
        QCOMPARE(dumpOf(model),
            u"Stage 1[Module 1-2[Concept 1-2-1]]"
            " Stage 2[Module 2-1[Concept 2-1-1 Concept 2-1-2] Module 2-2[Concept 2-2-1]]"_s);
        QCOMPARE(model.matchCount(), 5);
        const QModelIndex module = model.index(0, 0, model.index(1, 0));
        QVERIFY(module.data(RoadmapFilterModel::IsMatchRole).toBool());
        QVERIFY(module.data(RoadmapFilterModel::LeadsToMatchRole).toBool());
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
