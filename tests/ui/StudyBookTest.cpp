// SPDX-License-Identifier: Apache-2.0
#include "ui/study/StudyBook.h"
#include "SampleRoadmap.h"
#include "tests/support/LibraryAnswers.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QString first = u"concept-1-1-1"_s;
const QString second = u"concept-1-1-2"_s;
const QString third = u"concept-1-1-3"_s;

LibraryEntry entryOf(const Roadmap& roadmap)
{
    const QDateTime moment = QDateTime::currentDateTime();
    return { .id = u"kept"_s,
        .roadmap = roadmap,
        .request = {},
        .created = moment,
        .opened = moment,
        .hoursPerWeek = 5 };
}

} // namespace

class StudyBookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); // weeks begin on Monday
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = QDateTime(QDate(2026, 3, 4), QTime(10, 0)); // a Wednesday
    }

    void aStateCanBeTakenBack()
    {
        StudyBook book;
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        const QSignalSpy changed(&book, &StudyBook::stateChanged);
        book.setState(first, StudyState::Done);
        book.setState(first, StudyState::Done);
        book.setState(u"nowhere"_s, StudyState::Done);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(book.undoStack().undoText(), u"Mark “Concept 1-1-1” as done"_s);
        QCOMPARE(book.progress().totals().learnt, 1);
        book.undoStack().undo();
        QCOMPARE(book.state(first), StudyState::ToDo);
        QCOMPARE(book.progress().totals().learnt, 0);
        QCOMPARE(book.undoStack().redoText(), u"Mark “Concept 1-1-1” as done"_s);
        book.undoStack().redo();
        QCOMPARE(book.state(first), StudyState::Done);
        QCOMPARE(changed.size(), 3);
    }

    void spaceMarksWhatIsNotLearnt()
    {
        StudyBook book;
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        book.setState(first, StudyState::Doing);
        book.toggleDone(first);
        QCOMPARE(book.state(first), StudyState::Done);
        book.toggleDone(first);
        QCOMPARE(book.state(first), StudyState::ToDo);
        book.setState(first, StudyState::Known);
        book.toggleDone(first);
        QCOMPARE(book.state(first), StudyState::ToDo);
    }

    void aNoteIsTakenBackAsFarAsItWasTypedWithoutAPause()
    {
        StudyBook book;
        book.setClock([this] { return m_now; });
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        book.setNote(first, u"One"_s);
        m_now = m_now.addSecs(4);
        book.setNote(first, u"One two"_s);
        m_now = m_now.addSecs(4);
        book.setNote(first, u"One two three"_s);
        QCOMPARE(book.undoStack().count(), 1);
        m_now = m_now.addSecs(6);
        book.setNote(first, u"One two three four"_s);
        QCOMPARE(book.undoStack().count(), 2);
        book.undo();
        QCOMPARE(book.note(first), u"One two three"_s);
        // What was taken back is done with, also where the rest was typed just now.
        m_now = m_now.addSecs(-5);
        book.setNote(first, u"One two three five"_s);
        book.undo();
        QCOMPARE(book.note(first), u"One two three"_s);
    }

    void whatIsTypedInPiecesIsTakenBackAtOnce()
    {
        StudyBook book;
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        book.setNote(first, u"One"_s);
        book.setNote(first, u"One two"_s);
        QCOMPARE(book.undoStack().count(), 1);
        book.setNote(second, u"Other"_s);
        QCOMPARE(book.undoStack().count(), 2);
        book.undoStack().undo();
        book.undoStack().undo();
        QCOMPARE(book.note(first), QString());
        book.setNote(first, u"a"_s);
        book.setNote(first, QString());
        QCOMPARE(book.undoStack().count(), 0);
    }

    void theHoursAWeekAreTakenBack()
    {
        StudyBook book;
        book.setClock([this] { return m_now; });
        const QSignalSpy told(&book, &StudyBook::tallyChanged);
        book.setHoursPerWeek(11);
        book.setHoursPerWeek(12); // counted up: one step
        QCOMPARE(book.undoStack().count(), 1);
        m_now = m_now.addSecs(60);
        book.setHoursPerWeek(3);
        QCOMPARE(book.undoStack().count(), 2);
        book.undo();
        QCOMPARE(book.hoursPerWeek(), 12);
        book.undo();
        QCOMPARE(book.hoursPerWeek(), usualHoursPerWeek);
        QCOMPARE(told.size(), 5);
        book.redo();
        QCOMPARE(book.hoursPerWeek(), 12);
        book.setHoursPerWeek(13);
        book.setHoursPerWeek(12); // and back
        QCOMPARE(book.hoursPerWeek(), 12);
    }

    void hoursThatAreTakenBackAreKept()
    {
        Library library(m_folder->path());
        QVERIFY(!library.open());
        const Roadmap roadmap = sampleRoadmap(1, 1, 3);
        library.put(entryOf(roadmap));
        StudyBook book;
        book.setRoadmap(roadmap);
        book.beginIn(library, u"kept"_s, 5);
        book.setHoursPerWeek(7);
        QCOMPARE(readNow(library, u"kept"_s).value().entry.hoursPerWeek, 7);
        book.undo();
        QCOMPARE(readNow(library, u"kept"_s).value().entry.hoursPerWeek, 5);
    }

    void talliesWhatWasFinishedTodayAndThisWeek()
    {
        StudyBook book;
        book.setClock([this] { return m_now; });
        book.setRoadmap(sampleRoadmap(1, 2, 3)); // 1.5 hours each
        book.setState(first, StudyState::Done);
        book.setState(second, StudyState::Known);
        QCOMPARE(book.tally(), (StudyTally { 1.5, 1.5 }));
        m_now = m_now.addDays(1);
        QCOMPARE(book.tally(), (StudyTally { 0.0, 1.5 }));
        book.setState(third, StudyState::Done);
        QCOMPARE(book.tally(), (StudyTally { 1.5, 3.0 }));
        book.setState(first, StudyState::ToDo);
        QCOMPARE(book.tally(), (StudyTally { 1.5, 1.5 }));
        book.undoStack().undo(); // it is yesterday's work again
        QCOMPARE(book.tally(), (StudyTally { 1.5, 3.0 }));
        m_now = m_now.addDays(4); // Monday
        QCOMPARE(book.tally(), (StudyTally { 0.0, 0.0 }));
    }

    void saysWhenADayBegins()
    {
        StudyBook book;
        m_now.setTime(QTime(23, 59, 59, 900));
        book.setClock([this] { return m_now; });
        const QSignalSpy told(&book, &StudyBook::tallyChanged);
        m_now = m_now.addMSecs(200);
        QTRY_COMPARE(told.size(), 1);
    }

    void isKeptInTheLibrary()
    {
        const Roadmap roadmap = sampleRoadmap(1, 1, 3);
        {
            Library library(m_folder->path());
            QVERIFY(!library.open());
            library.put(entryOf(roadmap));
            StudyBook book;
            book.setClock([this] { return m_now; });
            book.setRoadmap(roadmap);
            book.setState(first, StudyState::Done); // before it is kept
            book.keepIn(library, readNow(library, u"kept"_s).value());
            book.setState(second, StudyState::Doing);
            book.setNote(third, u"# Note"_s);
        }
        Library library(m_folder->path());
        QVERIFY(!library.open());
        StudyBook book;
        book.setClock([this] { return m_now; });
        book.setRoadmap(roadmap);
        book.keepIn(library, readNow(library, u"kept"_s).value());
        QCOMPARE(book.state(first), StudyState::Done);
        QCOMPARE(book.state(second), StudyState::Doing);
        QCOMPARE(book.note(third), u"# Note"_s);
        QCOMPARE(book.progress().totals().learnt, 1);
        QCOMPARE(book.tally().today, 1.5);
        QCOMPARE(book.hoursPerWeek(), 5);
        QCOMPARE(book.undoStack().count(), 0);
    }

    void aNewRoadmapIsKeptWithoutReading()
    {
        const Roadmap roadmap = sampleRoadmap(1, 1, 3);
        Library library(m_folder->path());
        QVERIFY(!library.open());
        library.put(entryOf(roadmap));
        StudyBook book;
        book.setClock([this] { return m_now; });
        book.setRoadmap(roadmap);
        book.setState(first, StudyState::Done); // before it is kept
        book.setNote(second, u"# Note"_s);
        book.beginIn(library, u"kept"_s, 5);
        QCOMPARE(book.state(first), StudyState::Done);
        QCOMPARE(book.tally().today, 1.5);
        QCOMPARE(book.hoursPerWeek(), 5);
        const ConceptStudies studies = studiesNow(library, u"kept"_s);
        QCOMPARE(studies.value(first).state, StudyState::Done);
        QCOMPARE(studies.value(second).note, u"# Note"_s);
        QCOMPARE(readNow(library, u"kept"_s).value().finishes.size(), 1);
    }

    void aNoteIsNoStep()
    {
        const Roadmap roadmap = sampleRoadmap(1, 1, 3);
        Library library(m_folder->path());
        QVERIFY(!library.open());
        library.put(entryOf(roadmap));
        const StudyStep before { .conceptId = first,
            .moment = m_now.addDays(-1),
            .from = StudyState::ToDo,
            .to = StudyState::Done,
            .hours = 1.0 };
        library.saveStep(u"kept"_s, before);
        StudyBook book;
        book.setClock([this] { return m_now; });
        book.setRoadmap(roadmap);
        book.setState(first, StudyState::Done);
        book.setNote(first, u"# Note"_s);
        book.keepIn(library, readNow(library, u"kept"_s).value());
        QCOMPARE(studiesNow(library, u"kept"_s).value(first).note, u"# Note"_s);
        const StudyFinishes finishes = readNow(library, u"kept"_s).value().finishes;
        QCOMPARE(finishes.size(), 1);
        QCOMPARE(finishes.value(first).hours, 1.0);
    }

    void twoWindowsKeepWhatEachChanged()
    {
        const Roadmap roadmap = sampleRoadmap(1, 1, 3);
        Library here(m_folder->path());
        Library there(m_folder->path());
        QVERIFY(!here.open());
        QVERIFY(!there.open());
        here.put(entryOf(roadmap));
        StudyBook one;
        StudyBook other;
        one.setRoadmap(roadmap);
        other.setRoadmap(roadmap);
        one.keepIn(here, readNow(here, u"kept"_s).value());
        other.keepIn(there, readNow(there, u"kept"_s).value());
        one.setState(first, StudyState::Done);
        one.setNote(second, u"# Note"_s);
        here.flush();
        other.setNote(first, u"Other"_s);
        other.setState(second, StudyState::Doing);
        there.flush();
        const KeptRoadmap kept = readNow(here, u"kept"_s).value();
        QCOMPARE(kept.studies.value(first), (ConceptStudy { StudyState::Done, u"Other"_s }));
        QCOMPARE(kept.studies.value(second), (ConceptStudy { StudyState::Doing, u"# Note"_s }));
        QCOMPARE(kept.finishes.size(), 1);
    }

    void outlastsAChangeOfTheRoadmap()
    {
        StudyBook book;
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        book.setState(first, StudyState::Done);
        book.setState(third, StudyState::Done);
        book.setRoadmap(sampleRoadmap(1, 1, 2));
        QCOMPARE(book.progress().totals().learnt, 1);
        QVERIFY(!book.has(third));
        book.setRoadmap(sampleRoadmap(2, 1, 3));
        QCOMPARE(book.progress().totals().learnt, 2);
        book.clear();
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        QCOMPARE(book.progress().totals().learnt, 0);
    }

    void aLargeRoadmapComesInTurns()
    {
        StudyBook book;
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        book.setState(first, StudyState::Done);
        const Roadmap large = sampleRoadmap(30, 100, 10);
        const QSignalSpy changed(&book, &StudyBook::roadmapChanged);
        book.setRoadmap(large);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(book.progress().totals().concepts, 3); // the one before
        book.setState(second, StudyState::Known);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(book.progress().totals().concepts, 30'000);
        QCOMPARE(book.progress().totals().learnt, 2);
        book.setRoadmap(large);
        book.clear();
        QCoreApplication::processEvents();
        QCOMPARE(book.progress().totals().concepts, 0);
    }

    void whatIsTypedLastIsInTheBookBeforeAnotherRoadmapComes()
    {
        StudyBook book;
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        book.setRoadmap(sampleRoadmap(30, 100, 10));
        connect(
            &book, &StudyBook::aboutToChange, this, [&book] { book.setNote(first, u"Last"_s); });
        QTRY_VERIFY(book.progress().totals().concepts > 3);
        QCOMPARE(book.note(first), u"Last"_s);
    }

    void whatIsBeingTypedCanBeTakenBackAtOnce()
    {
        StudyBook book;
        book.setRoadmap(sampleRoadmap(1, 1, 3));
        const QSignalSpy told(&book, &StudyBook::stepsChanged);
        connect(&book, &StudyBook::aboutToChange, this, [&book] {
            book.setNote(first, u"Typed"_s);
            book.setTyping(false);
        });
        QVERIFY(!book.canUndo());
        book.setTyping(true);
        QCOMPARE(told.size(), 1);
        QVERIFY(book.canUndo());
        book.undo();
        QCOMPARE(book.note(first), QString());
        QVERIFY(!book.canUndo());
        QVERIFY(book.canRedo());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now;
};

QTEST_GUILESS_MAIN(StudyBookTest)
#include "StudyBookTest.moc"
