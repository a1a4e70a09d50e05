// SPDX-License-Identifier: Apache-2.0
#include "core/storage/WaitingChanges.h"
#include "LibrarySamples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

NoteSaved note(const QString& text, const QString& conceptId = u"a"_s)
{
    return { .id = u"one"_s, .conceptId = conceptId, .note = text, .moment = moment(1) };
}

StepTaken step(StudyState from, StudyState to)
{
    return { .id = u"one"_s, .step = { u"a"_s, moment(2), from, to, 1.0 }, .moment = moment(2) };
}

template <typename T>
T at(const WaitingChanges& changes, qsizetype place)
{
    return std::get<T>(*(changes.begin() + place));
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
            changes.add(RoadmapRenamed { u"one"_s, QString::number(i) });
            changes.add(RoadmapOpened { u"one"_s, moment(1 + i % 20) });
        }
        QCOMPARE(changes.size(), 5u);
        QCOMPARE(at<NoteSaved>(changes, 0).note, u"2999"_s);
        QCOMPARE(at<NoteSaved>(changes, 1).note, u"-2999"_s);
        QCOMPARE(at<HoursChosen>(changes, 2).hoursPerWeek, 2999);
    }

    void eachStepWaits()
    {
        WaitingChanges changes;
        changes.add(note(u"x"_s));
        changes.add(step(StudyState::ToDo, StudyState::Doing));
        changes.add(step(StudyState::Doing, StudyState::Done));
        changes.add(note(u"y"_s)); // in the place of the first one
        QCOMPARE(changes.size(), 3u);
        QCOMPARE(at<NoteSaved>(changes, 0).note, u"y"_s);
        QCOMPARE(at<StepTaken>(changes, 1).step.to, StudyState::Doing);
        QCOMPARE(at<StepTaken>(changes, 2).step.to, StudyState::Done);
    }

    void nothingMovesToBeforeItsRoadmapCameOrWent_data()
    {
        QTest::addColumn<LibraryChange>("cut");
        QTest::newRow("put") << LibraryChange(RoadmapPut { someEntry() });
        QTest::newRow("purged") << LibraryChange(RoadmapPurged { u"one"_s });
        QTest::newRow("a backup was restored") << LibraryChange(LibraryRestored { u"/b"_s });
    }
    void nothingMovesToBeforeItsRoadmapCameOrWent()
    {
        QFETCH(const LibraryChange, cut);
        WaitingChanges changes;
        changes.add(HoursChosen { u"one"_s, 3 });
        changes.add(note(u"x"_s));
        changes.add(cut);
        changes.add(HoursChosen { u"one"_s, 4 });
        changes.add(note(u"y"_s));
        QCOMPARE(changes.size(), 5u);
        changes.add(HoursChosen { u"one"_s, 5 });
        QCOMPARE(changes.size(), 5u);
        QCOMPARE(std::get<HoursChosen>(changes.first()).hoursPerWeek, 3);
        QCOMPARE(at<HoursChosen>(changes, 3).hoursPerWeek, 5);
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
        QCOMPARE(at<NoteSaved>(changes, 0).conceptId, u"b"_s);
        QCOMPARE(at<NoteSaved>(changes, 0).note, u"y"_s);
        changes.removeFirst();
        changes.removeFirst();
        QVERIFY(changes.isEmpty());
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::WaitingChangesTest)
#include "WaitingChangesTest.moc"
