// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/StudyProgress.h"
#include "core/roadmap/StudyProgressBuilder.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

Concept item(const QString& id, double hours, const QStringList& prerequisites = {})
{
    Concept made;
    made.id = id;
    made.name = id.toUpper();
    made.estimatedHours = hours;
    made.prerequisites = prerequisites;
    return made;
}

Stage stage(int order, const QList<QList<Concept>>& modules)
{
    Stage made;
    made.order = order;
    for (const QList<Concept>& concepts : modules) {
        Module module;
        module.concepts = concepts;
        made.modules.append(module);
    }
    return made;
}

/// Read as a b c | d | e: the stages stand in another order than they are read in.
Roadmap roadmap()
{
    Roadmap made;
    made.stages = {
        stage(2, { { item(u"e"_s, 4.0, { u"a"_s, u"d"_s, u"nowhere"_s, u"a"_s }) } }),
        stage(1,
            { { item(u"a"_s, 1.0), item(u"b"_s, 1.5, { u"a"_s }), item(u"c"_s, 0.1, { u"b"_s }) },
                { item(u"d"_s, 0.2, { u"c"_s }) } }),
    };
    return made;
}

} // namespace

class StudyProgressTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsAreTheirsBothWays()
    {
        for (const StudyState state : studyStates)
            QCOMPARE(studyStateFromName(studyStateName(state)), state);
        QCOMPARE(studyStateName(StudyState::ToDo), u"to_do"_s);
        QCOMPARE(studyStateName(StudyState::Known), u"known"_s);
        QVERIFY(!studyStateFromName(u"finished"));
    }

    void nothingIsLearntAtFirst()
    {
        const StudyProgress progress(roadmap());
        QCOMPARE(progress.totals().concepts, 5);
        QCOMPARE(progress.totals().learnt, 0);
        QCOMPARE(progress.totals(1).concepts, 4);
        QCOMPARE(progress.totals(1, 0).concepts, 3);
        QCOMPARE(progress.totals(1, 1).hours, 0.2);
        QCOMPARE(progress.state(u"a"_s), StudyState::ToDo);
        QCOMPARE(StudyProgress().totals(), StudyTotals {});
    }

    void placesThatAreNotThereAreEmpty_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("module");
        QTest::newRow("no such stage") << 2 << 0;
        QTest::newRow("before the first") << -1 << 0;
        QTest::newRow("the next stage's module") << 0 << 1;
        QTest::newRow("negative module") << 0 << -1;
    }
    void placesThatAreNotThereAreEmpty()
    {
        QFETCH(const int, stage);
        QFETCH(const int, module);
        QCOMPARE(StudyProgress(roadmap()).totals(stage, module), StudyTotals {});
    }

    void aStateCountsInItsBranches()
    {
        StudyProgress progress(roadmap());
        QVERIFY(progress.setState(u"b"_s, StudyState::Done));
        QVERIFY(progress.setState(u"d"_s, StudyState::Known));
        QVERIFY(progress.setState(u"c"_s, StudyState::Doing));
        QVERIFY(!progress.setState(u"c"_s, StudyState::Doing));
        QVERIFY(!progress.setState(u"nowhere"_s, StudyState::Done));
        QCOMPARE(progress.totals().learnt, 2);
        QCOMPARE(progress.totals().learntHours, 1.7);
        QCOMPARE(progress.totals(0).learnt, 0);
        QCOMPARE(progress.totals(1).learnt, 2);
        QCOMPARE(progress.totals(1, 0).learnt, 1);
        QCOMPARE(progress.totals(1, 1), (StudyTotals { 1, 1, 0.2, 0.2 }));
        QCOMPARE(progress.totals(1, 1).hoursLeft(), 0.0);
    }

    void takingAllBackLeavesNothingBehind()
    {
        StudyProgress progress(roadmap());
        const StudyTotals before = progress.totals();
        for (const QString& id : { u"c"_s, u"d"_s, u"b"_s })
            progress.setState(id, StudyState::Done);
        for (const QString& id : { u"d"_s, u"b"_s, u"c"_s })
            progress.setState(id, StudyState::ToDo);
        QCOMPARE(progress.totals().learntHours, 0.0);
        QCOMPARE(progress.totals().learnt, before.learnt);
    }

    void conceptsOfOneIdShareTheirState()
    {
        Roadmap made;
        made.stages = { stage(1, { { item(u"a"_s, 1.0), item(u"a"_s, 2.0) } }) };
        StudyProgress progress(made);
        QVERIFY(progress.setState(u"a"_s, StudyState::Done));
        QCOMPARE(progress.totals(), (StudyTotals { 2, 2, 3.0, 3.0 }));
    }

    void knowsTheNextInReadingOrder()
    {
        StudyProgress progress(roadmap());
        QCOMPARE(progress.nextToLearn(), u"a"_s);
        progress.setState(u"a"_s, StudyState::Known);
        QCOMPARE(progress.nextToLearn(), u"b"_s);
        progress.setState(u"b"_s, StudyState::Doing);
        QCOMPARE(progress.nextToLearn(), u"b"_s);
        QCOMPARE(progress.nextToLearnAfter(u"b"_s), u"c"_s);
        QCOMPARE(progress.nextToLearnAfter(u"e"_s), u"b"_s);
        QCOMPARE(progress.nextToLearnAfter({}), u"b"_s);
        QCOMPARE(progress.before(u"e"_s), u"d"_s);
        QCOMPARE(progress.before(u"a"_s), QString());
        QCOMPARE(progress.after(u"d"_s), u"e"_s);
        QCOMPARE(progress.after(u"e"_s), QString());
        for (const QString& id : { u"b"_s, u"c"_s, u"d"_s, u"e"_s })
            progress.setState(id, StudyState::Done);
        QCOMPARE(progress.nextToLearn(), QString());
        QCOMPARE(progress.nextToLearnAfter(u"a"_s), QString());
    }

    void whatCanBeLearntNowComesFirst_data()
    {
        QTest::addColumn<QStringList>("learnt");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("next");
        QTest::newRow("behind it") << QStringList { u"c"_s } << u"a"_s << u"d"_s;
        QTest::newRow("from the beginning") << QStringList {} << u"d"_s << u"a"_s;
        QTest::newRow("all that is needed") << QStringList { u"a"_s, u"d"_s } << u"d"_s << u"e"_s;
        QTest::newRow("only where one is") << QStringList {} << u"a"_s << u"b"_s;
        QTest::newRow("the last one, again")
            << QStringList { u"a"_s, u"b"_s, u"c"_s, u"d"_s } << u"e"_s << u"e"_s;
    }
    void whatCanBeLearntNowComesFirst()
    {
        QFETCH(const QStringList, learnt);
        QFETCH(const QString, after);
        StudyProgress progress(roadmap());
        for (const QString& id : learnt)
            progress.setState(id, StudyState::Done);
        QTEST(progress.nextToLearnAfter(after), "next");
    }

    void aCircleHasABeginning()
    {
        Roadmap circle;
        circle.stages
            = { stage(1, { { item(u"a"_s, 1.0, { u"b"_s }), item(u"b"_s, 1.0, { u"a"_s }) } }) };
        QCOMPARE(StudyProgress(circle).nextToLearn(), u"a"_s);
    }

    void knowsWhatBuildsOnWhat()
    {
        StudyProgress progress(roadmap());
        QCOMPARE(progress.prerequisites(u"e"_s), QStringList({ u"a"_s, u"d"_s }));
        QCOMPARE(progress.missingPrerequisites(u"e"_s), QStringList({ u"a"_s, u"d"_s }));
        progress.setState(u"a"_s, StudyState::Done);
        QCOMPARE(progress.missingPrerequisites(u"e"_s), QStringList { u"d"_s });
        QCOMPARE(progress.dependents(u"a"_s), QStringList({ u"b"_s, u"e"_s }));
        QCOMPARE(progress.dependents(u"e"_s), QStringList());
        QCOMPARE(progress.prerequisites(u"nowhere"_s), QStringList());
    }

    void saysHowLongItStillTakes()
    {
        StudyProgress progress(roadmap()); // 6.8 hours
        QCOMPARE(progress.weeksLeft(3), 3);
        QCOMPARE(progress.weeksLeft(0), 7);
        progress.setState(u"e"_s, StudyState::Known);
        QCOMPARE(progress.weeksLeft(3), 1);
        for (const QString& id : { u"a"_s, u"b"_s, u"c"_s, u"d"_s })
            progress.setState(id, StudyState::Done);
        QCOMPARE(progress.weeksLeft(3), 0);
        QCOMPARE(StudyProgress().weeksLeft(3), 0);
    }

    void isMadeInSteps_data()
    {
        QTest::addColumn<int>("concepts");
        for (const int concepts : { 1, 2, 3, 100 })
            QTest::addRow("%d", concepts) << concepts;
    }
    void isMadeInSteps()
    {
        QFETCH(const int, concepts);
        Roadmap whole = roadmap();
        whole.stages.append(stage(3, { {}, { item(u"a"_s, 1.0), item(u"f"_s, 1.0) }, {} }));
        whole.stages.append(stage(0, {}));
        StudyProgressBuilder builder(whole);
        int steps = 0;
        for (; !builder.isDone(); ++steps)
            builder.add(concepts, [](const QString& id) {
                return id == "a"_L1 ? StudyState::Done : StudyState::ToDo;
            });
        QCOMPARE(steps, (7 + concepts - 1) / concepts);
        const StudyProgress made = builder.take();
        StudyProgress wanted(whole);
        wanted.setState(u"a"_s, StudyState::Done);
        QCOMPARE(made.totals(), wanted.totals());
        for (qsizetype place = 0; place < whole.stages.size(); ++place) {
            QCOMPARE(made.totals(place), wanted.totals(place));
            for (qsizetype module = 0; module < whole.stages[place].modules.size(); ++module)
                QCOMPARE(made.totals(place, module), wanted.totals(place, module));
        }
        QCOMPARE(made.nextToLearn(), u"b"_s);
        QCOMPARE(made.name(u"b"_s), u"B"_s);
        QCOMPARE(made.before(u"b"_s), u"a"_s);
        QCOMPARE(made.dependents(u"a"_s), wanted.dependents(u"a"_s));
        QVERIFY(StudyProgressBuilder().isDone());
        QVERIFY(StudyProgressBuilder(Roadmap()).isDone());
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::StudyProgressTest)
#include "StudyProgressTest.moc"
