// SPDX-License-Identifier: Apache-2.0
#include "core/storage/WaitingChanges.h"
#include "LibrarySamples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

StudySaved note(const QString& text, const QString& conceptId = u"a"_s)
{
    return { .id = u"one"_s,
        .conceptId = conceptId,
        .study = { StudyState::ToDo, text },
        .step = {},
        .moment = moment(1) };
}

StudySaved step(StudyState from, StudyState to)
{
    StudySaved saved = note({});
    saved.study.state = to;
    saved.step = StudyStep { u"a"_s, moment(2), from, to, 1.0 };
    return saved;
}

StudySaved at(const WaitingChanges& changes, qsizetype place)
{
    return std::get<StudySaved>(*(changes.begin() + place));
}

} // namespace

class WaitingChangesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thousandsOfNotesWaitOnce()
    {
        WaitingChanges changes;
        for (int i = 0; i < 3000; ++i) {
            changes.add(note(QString::number(i)));
            changes.add(note(QString::number(-i), u"b"_s));
            changes.add(HoursChosen { u"one"_s, i });
            changes.add(RoadmapOpened { u"one"_s, moment(1 + i % 20) });
        }
        QCOMPARE(changes.size(), 4u);
        QCOMPARE(at(changes, 0).study.note, u"2999"_s);
        QCOMPARE(at(changes, 1).study.note, u"-2999"_s);
        QCOMPARE(std::get<HoursChosen>(*(changes.begin() + 2)).hoursPerWeek, 2999);
    }

    void eachStepWaits()
    {
        WaitingChanges changes;
        changes.add(note(u"x"_s));
        changes.add(step(StudyState::ToDo, StudyState::Doing)); // in the note's place
        changes.add(step(StudyState::Doing, StudyState::Done));
        StudySaved last = note(u"y"_s);
        last.study.state = StudyState::Done;
        changes.add(last);
        QCOMPARE(changes.size(), 2u);
        QCOMPARE(at(changes, 0).step->to, StudyState::Doing);
        QCOMPARE(at(changes, 1).step->to, StudyState::Done);
        QCOMPARE(at(changes, 1).study, last.study);
    }

    void nothingMovesToBeforeItsRoadmapCameOrWent_data()
    {
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("put") << false;
        QTest::newRow("removed") << true;
    }
    void nothingMovesToBeforeItsRoadmapCameOrWent()
    {
        QFETCH(const bool, isRemoved);
        WaitingChanges changes;
        changes.add(HoursChosen { u"one"_s, 3 });
        changes.add(note(u"x"_s));
        if (isRemoved)
            changes.add(RoadmapRemoved { u"one"_s });
        else
            changes.add(RoadmapPut { someEntry() });
        changes.add(HoursChosen { u"one"_s, 4 });
        changes.add(note(u"y"_s));
        QCOMPARE(changes.size(), 5u);
        changes.add(HoursChosen { u"one"_s, 5 });
        QCOMPARE(changes.size(), 5u);
        QCOMPARE(std::get<HoursChosen>(changes.first()).hoursPerWeek, 3);
        QCOMPARE(std::get<HoursChosen>(*(changes.begin() + 3)).hoursPerWeek, 5);
    }

    void whatIsWrittenHasNoPlace()
    {
        WaitingChanges changes;
        changes.add(note(u"x"_s));
        changes.add(note(u"x"_s, u"b"_s));
        changes.removeFirst();
        changes.add(note(u"y"_s));
        changes.add(note(u"y"_s, u"b"_s));
        QCOMPARE(changes.size(), 2u);
        QCOMPARE(at(changes, 0).conceptId, u"b"_s);
        QCOMPARE(at(changes, 0).study.note, u"y"_s);
        changes.removeFirst();
        changes.removeFirst();
        QVERIFY(changes.isEmpty());
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::WaitingChangesTest)
#include "WaitingChangesTest.moc"
