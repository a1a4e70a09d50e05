// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/SeatListModel.h"
#include "ui/classroom/ClassWords.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

SeatReport seat(const QString& id)
{
    return { .id = id, .name = u"Name of "_s + id };
}

RunReport run(const QString& seat, HubRunState state, const QString& goal = u"Python"_s)
{
    return { .task = u"task of "_s + seat, .seat = seat, .goal = goal, .state = state };
}

QString shown(const SeatListModel& model, int row, SeatListModel::Column column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class SeatListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsRowsWhileSeatsComeAndGo()
    {
        SeatListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.take({ .seats = { seat(u"a"_s), seat(u"b"_s), seat(u"c"_s) } });
        const QPersistentModelIndex chosen = model.index(1, 0);
        model.take({ .seats = { seat(u"c"_s), seat(u"d"_s), seat(u"b"_s) } });
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.row(), 2);
        QCOMPARE(chosen.data().toString(), u"Name of b"_s);
        QCOMPARE(shown(model, 0, SeatListModel::SeatColumn), u"Name of c"_s);
        model.take({ .seats = { seat(u"d"_s) } });
        QVERIFY(!chosen.isValid());
        QCOMPARE(resets.size(), 0);
    }

    void showsTheRunThatIsOnBeforeThoseThatWaitOrHaveEnded()
    {
        SeatListModel model;
        model.take({ .seats = { seat(u"a"_s), seat(u"b"_s) },
            .runs = { run(u"a"_s, HubRunState::Waiting, u"waits"_s),
                run(u"a"_s, HubRunState::Running, u"is on"_s),
                run(u"b"_s, HubRunState::Done, u"newest"_s),
                run(u"b"_s, HubRunState::Done, u"older"_s) } });
        QCOMPARE(shown(model, 0, SeatListModel::GoalColumn), u"is on"_s);
        QCOMPARE(shown(model, 1, SeatListModel::GoalColumn), u"newest"_s);
        QVERIFY(model.row(0).canCancel());
        QVERIFY(!model.row(1).canCancel());
    }

    void cellsOfWordsHaveNoBoxAndNoBar()
    {
        SeatListModel model;
        model.take({ .seats = { seat(u"a"_s) }, .runs = { run(u"a"_s, HubRunState::Running) } });
        for (const int column : { SeatListModel::SeatColumn, SeatListModel::GoalColumn }) {
            for (const int role : { int(Qt::CheckStateRole), int(SeatListModel::PercentRole) })
                QVERIFY(!model.index(0, column).data(role).isValid());
        }
        QVERIFY(model.index(0, SeatListModel::ProgressColumn)
                    .data(SeatListModel::PercentRole)
                    .isValid());
    }

    void showsHostileTextOnOneLine()
    {
        SeatListModel model;
        SeatReport strange = seat(u"a"_s);
        strange.name = u"<b>Eve</b>\n\u202Egnirts"_s;
        model.take({ .seats = { strange },
            .runs = { run(
                u"a"_s, HubRunState::Running, u"one\ntwo\u2028"_s + QString(100'000, u'x')) } });
        const QString name = shown(model, 0, SeatListModel::SeatColumn);
        QVERIFY(!name.contains(u'\n'));
        QVERIFY(!name.contains(u'\u202E'));
        QVERIFY(name.startsWith(u"<b>Eve</b>"_s)); // not taken for markup
        const QString goal = shown(model, 0, SeatListModel::GoalColumn);
        QVERIFY(goal.startsWith(u"one two"_s));
        QVERIFY(goal.size() <= 201);
    }

    void tellsHowFarARunIs()
    {
        RunReport one = run(u"a"_s, HubRunState::Waiting);
        one.place = 3;
        one.wait = 110s;
        QCOMPARE(runWords(one), u"Place 3 in line, about 2 min"_s);
        one.place = 1;
        one.wait = 10s;
        QCOMPARE(runWords(one), u"Next in line, less than a minute"_s);
        one.state = HubRunState::Running;
        one.step = WorkflowStep::CurriculumDesign;
        one.percent = 42;
        QCOMPARE(runWords(one), u"Designing, 42 %"_s);
        one.state = HubRunState::Failed;
        one.trouble = u"The key is wrong.\nCheck it."_s;
        QCOMPARE(runWords(one), u"The key is wrong. Check it."_s);
    }

    void countsRuns()
    {
        HubReport report { .runs
            = { run(u"a"_s, HubRunState::Running), run(u"b"_s, HubRunState::Waiting),
                run(u"c"_s, HubRunState::Waiting), run(u"d"_s, HubRunState::Done) } };
        report.rates.done = 9;
        QCOMPARE(countWords(report), u"Running: 1, waiting: 2, made: 9"_s);
        report.rates.failed = 1;
        QCOMPARE(countWords(report), u"Running: 1, waiting: 2, made: 9, failed: 1"_s);
    }

    void saysFiguresInWords()
    {
        HubRates rates;
        rates.eventsPerSecond = 11.96;
        const QString pace = u"Throughput: 12.0 events a second."_s;
        QCOMPARE(rateWords(rates), QStringList { pace });
        rates.done = 9;
        rates.failed = 1;
        rates.timedOut = 1;
        rates.firstWordMedian = 1200ms;
        rates.firstWordP95 = 3400ms;
        rates.durationMedian = 42s;
        rates.durationP95 = 150s;
        QCOMPARE(rateWords(rates),
            (QStringList {
                u"The model's first word comes after 1.2 s (half of the runs), 3.4 s (95 %)."_s,
                u"A roadmap is made within 42 s (half of the runs), 2.5 min (95 %)."_s,
                u"Failed: 10 %; timed out: 10 %."_s, pace }));
    }

    void groupsACodeAsItIsReadAloud()
    {
        QCOMPARE(groupedCode("ABCDEFGH"), u"ABCD-EFGH"_s);
        QCOMPARE(groupedCode("ABCDEFGHJ"), u"ABCD-EFGH-J"_s);
        QCOMPARE(groupedCode({}), QString());
    }
};

QTEST_GUILESS_MAIN(SeatListModelTest)
#include "SeatListModelTest.moc"
