// SPDX-License-Identifier: Apache-2.0
#include "core/storage/Library.h"
#include "LibrarySamples.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "tests/support/ProgramToKill.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

StudyStep step(const QString& conceptId, StudyState from, StudyState to, int day)
{
    return { .conceptId = conceptId, .moment = moment(day), .from = from, .to = to, .hours = 1.5 };
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void keepsARoadmap()
    {
        {
            Library library(folder());
            QVERIFY(!library.open());
            library.put(someEntry());
        } // writes what waits
        Library library(folder());
        QVERIFY(!library.open());
        const Result<KeptRoadmap> read = readNow(library, u"one"_s);
        QVERIFY(read);
        QCOMPARE(read.value().entry.roadmap, someRoadmap());
        QCOMPARE(read.value().entry.request.preferences.learningGoal, u"学习 Python"_s);
        QCOMPARE(read.value().entry.created, moment(1));
        QCOMPARE(read.value().entry.created.offsetFromUtc(), 8 * 3600);
        QCOMPARE(read.value().entry.hoursPerWeek, 7);
        QCOMPARE(readNow(library, u"two"_s).error().kind, ErrorKind::NotFound);
    }

    void putsARoadmapInThePlaceOfItsForerunner()
    {
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
        mark(library, u"one"_s, u"web:c-1"_s, StudyState::Done);
        library.saveNote(u"one"_s, u"web:c-1"_s, u"*My* note"_s);
        mark(library, u"one"_s, u"gone"_s, StudyState::Known);
        LibraryEntry again = someEntry();
        again.roadmap.title = u"Again"_s;
        again.created = moment(9);
        library.put(again);
        const Result<KeptRoadmap> read = readNow(library, u"one"_s);
        QCOMPARE(read.value().entry.roadmap.title, u"Again"_s);
        QCOMPARE(read.value().entry.created, moment(1));
        const ConceptStudies studies = studiesNow(library, u"one"_s);
        QCOMPARE(studies.size(), 2);
        QCOMPARE(studies.value(u"web:c-1"_s), (ConceptStudy { StudyState::Done, u"*My* note"_s }));
        QCOMPARE(studies.value(u"gone"_s), (ConceptStudy { StudyState::Known, {} }));
    }

    void putsTheStudyWithTheRoadmap_data()
    {
        QTest::addColumn<bool>("isRead"); // before it is written
        QTest::newRow("from the file") << false;
        QTest::newRow("while it waits") << true;
    }
    /// What is named takes the place of what was there; what is not stays.
    void putsTheStudyWithTheRoadmap()
    {
        using enum StudyState;
        QFETCH(const bool, isRead);
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
        for (const QString& id : { u"stays"_s, u"undone"_s })
            library.saveStep(u"one"_s, step(id, ToDo, Done, 3));
        library.saveNote(u"one"_s, u"new"_s, u"old note"_s);
        library.flush();
        OtherProgram other(library.path());
        QVERIFY(other.isOn());
        if (!isRead)
            other.end();
        const ConceptStudies put { { u"new"_s, { Done, u"note"_s } },
            { u"undone"_s, { Doing, {} } }, { u"dayless"_s, { Done, {} } },
            { u"known"_s, { Known, {} } } };
        library.putStudied({ .entry = someEntry(),
            .studies = put,
            .finishes = { { u"new"_s, { moment(4), 2.5 } } } });
        if (!isRead)
            library.flush();
        const KeptRoadmap kept = readNow(library, u"one"_s).value();
        ConceptStudies all = put;
        all.insert(u"stays"_s, { Done, {} });
        QCOMPARE(kept.studies, all);
        const StudyFinishes finishes { { u"stays"_s, { moment(3), 1.5 } },
            { u"new"_s, { moment(4), 2.5 } } };
        QCOMPARE(kept.finishes, finishes);
    }

    void putsARoadmapWithAllItsStudyOrNotAtAll()
    {
        Library library(folder());
        QVERIFY(!library.open());
        QSignalSpy gone(&library, &Library::roadmapGone);
        ConceptStudies studies;
        StudyFinishes finishes;
        for (int i = 0; i < 20; ++i) {
            studies.insert(QString::number(i), { StudyState::Done, {} });
            finishes.insert(QString::number(i), { moment(3), 1.0 });
        }
        finishes[u"7"_s].hours = qQNaN(); // the file takes none
        library.putStudied({ .entry = someEntry(), .studies = studies, .finishes = finishes });
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(listNow(library).value().isEmpty());
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM concept_studies"_s).toInt(), 0);
    }

    void listsTheOneOpenedLastFirst()
    {
        Library library(folder());
        QVERIFY(!library.open());
        for (const QString& id : { u"one"_s, u"two"_s, u"three"_s })
            library.put(someEntry(id));
        library.noteOpened(u"two"_s, moment(5));
        // Later, though its text sorts before.
        library.noteOpened(
            u"one"_s, QDateTime(QDate(2026, 3, 5), QTime(6, 0), Qt::OffsetFromUTC, -3600));
        library.setHoursPerWeek(u"two"_s, 3);
        library.remove(u"three"_s);
        library.flush();
        const QList<LibraryLine> lines = listNow(library).value();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().id, u"one"_s);
        QCOMPARE(lines.first().wireId, someRoadmap().id);
        QCOMPARE(lines.last().opened, moment(5));
        QCOMPARE(readNow(library, u"two"_s).value().entry.hoursPerWeek, 3);
        QCOMPARE(listNow(library, 1).value().size(), 1);
    }

    void listsHowMuchIsLearnt()
    {
        using enum StudyState;
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
        library.flush();
        const int concepts = int(conceptCount(someEntry().roadmap));
        QCOMPARE(listNow(library).value().first().concepts, concepts);
        QCOMPARE(listNow(library).value().first().learnt, 0);
        mark(library, u"one"_s, u"a"_s, Done);
        mark(library, u"one"_s, u"b"_s, Doing);
        library.flush();
        QCOMPARE(listNow(library).value().first().learnt, 1);
        // Also of concepts that it may no longer have.
        for (int i = 0; i < concepts + 5; ++i)
            mark(library, u"one"_s, QString::number(i), Known);
        library.flush();
        QCOMPARE(listNow(library).value().first().learnt, concepts);
    }

    void tellsWhatWasFinished()
    {
        using enum StudyState;
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
        const QList<StudyStep> steps { step(u"early"_s, ToDo, Done, 3),
            step(u"done"_s, ToDo, Doing, 5), step(u"done"_s, Doing, Done, 6),
            step(u"back"_s, ToDo, Done, 6), step(u"back"_s, Done, ToDo, 6),
            step(u"known"_s, ToDo, Known, 6) };
        for (const StudyStep& each : steps)
            library.saveStep(u"one"_s, each);
        const StudyFinishes finished = readNow(library, u"one"_s).value().finishes;
        QCOMPARE(finished.size(), 2);
        QCOMPARE(finished.value(u"early"_s), (StudyFinish { moment(3), 1.5 }));
        QCOMPARE(finished.value(u"done"_s), (StudyFinish { moment(6), 1.5 }));
        QCOMPARE(finished.value(u"done"_s).moment.offsetFromUtc(), 8 * 3600);
        library.remove(u"one"_s);
        library.purge(u"one"_s);
        QVERIFY(studiesNow(library, u"one"_s).isEmpty());
    }

    void isForItsOwnerAlone()
    {
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
        library.flush();
        const QFileInfoList files = QDir(folder()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 3); // what SQLite keeps beside it as well
        for (const QFileInfo& file : files)
            QCOMPARE(
                file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void twoProgramsDoNotHarmEachOther()
    {
        Library one(folder());
        Library two(folder());
        QVERIFY(!one.open());
        QVERIFY(!two.open());
        const QSignalSpy oneFailed(&one, &Library::failed);
        const QSignalSpy twoFailed(&two, &Library::failed);
        one.put(someEntry());
        one.flush();
        for (int i = 0; i < 100; ++i) {
            mark(one, u"one"_s, u"a-%1"_s.arg(i), StudyState::Done);
            mark(two, u"one"_s, u"b-%1"_s.arg(i), StudyState::Done);
        }
        one.flush();
        QCOMPARE(studiesNow(two, u"one"_s).size(), 200);
        QCoreApplication::processEvents();
        QCOMPARE(oneFailed.size() + twoFailed.size(), 0);
    }

    void aKilledProgramLosesNothingThatWasWritten()
    {
        QProcess program;
        startProgramToKill(program, folder());
        QVERIFY(program.waitForStarted());
        QVERIFY(program.waitForReadyRead()); // it has made the file and goes on writing
        {
            Library library(folder());
            QVERIFY(!library.open());
            const auto count = [&library] { return studiesNow(library, u"one"_s).size(); };
            QTRY_VERIFY(count() >= 50);
            program.kill();
            QVERIFY(program.waitForFinished());
        }
        Library library(folder());
        QVERIFY(!library.open());
        const ConceptStudies studies = studiesNow(library, u"one"_s);
        QVERIFY(studies.size() >= 50);
        // In order: none is missing between.
        for (int i = 0; i < studies.size(); ++i)
            QCOMPARE(studies.value(QString::number(i)).state, StudyState::Done);
    }

    void aNewerVersionsFileIsOnlyRead()
    {
        {
            Library library(folder());
            QVERIFY(!library.open());
            library.put(someEntry());
        }
        QVERIFY(runIn(path(), u"PRAGMA user_version = 99"_s));
        const QByteArray before = bytes();
        {
            Library library(folder());
            const std::optional<Error> problem = library.open();
            QVERIFY(problem);
            QVERIFY(problem->message.contains(u"newer Roadloom"_s));
            QVERIFY(library.isOpen());
            QVERIFY(!library.isWritable());
            library.remove(u"one"_s);
            QVERIFY(readNow(library, u"one"_s));
        }
        QCOMPARE(bytes(), before);
    }

    void saysWhereThereCanBeNone()
    {
        fill(QByteArray("in the way"));
        Library library(path() + u"/folder"_s);
        const std::optional<Error> problem = library.open();
        QVERIFY(problem);
        QVERIFY(problem->message.contains(u"cannot be used"_s));
        QVERIFY(!library.isOpen());
        library.put(someEntry()); // harmless
        QVERIFY(!listNow(library));
    }

    void whereNothingCanBeWrittenItIsRead()
    {
        if (::geteuid() == 0)
            QSKIP("Root may write everywhere.");
        {
            Library library(folder());
            QVERIFY(!library.open());
            library.put(someEntry());
        }
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));
        Library library(folder());
        const std::optional<Error> problem = library.open();
        const bool canRead = readNow(library, u"one"_s).ok();
        QVERIFY(QFile::setPermissions(
            folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(problem);
        QVERIFY(canRead);
        QVERIFY(!library.isWritable());
    }

    void saysThatTheDiskIsFull()
    {
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
        library.flush();
        QSignalSpy failed(&library, &Library::failed);
        rlimit usual {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = usual;
        small.rlim_cur = 200000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        library.saveNote(u"one"_s, u"a"_s, QString(500000, u'x'));
        library.flush();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().value<Error>().message.contains(u"room on the disk"_s));
        library.saveNote(u"one"_s, u"a"_s, u"short"_s);
        QCOMPARE(studiesNow(library, u"one"_s).value(u"a"_s).note, u"short"_s);
        QCOMPARE(failed.size(), 1);
    }

    void aChangeCostsNoTime()
    {
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 1000; ++i)
            mark(library, u"one"_s, QString::number(i), StudyState::Done);
        const qint64 taken = clock.elapsed();
        QCOMPARE(studiesNow(library, u"one"_s).size(), 1000);
        QVERIFY2(taken < 500, qPrintable(QString::number(taken))); // half a millisecond each
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] QString path() const { return folder() + u"/library.sqlite"_s; }
    void fill(const QByteArray& bytes) const
    {
        QDir().mkpath(folder());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace roadloom

namespace {

/// Writes until somebody kills it.
int writeOn(const QString& folder)
{
    using namespace roadloom;
    Library library(folder);
    if (library.open())
        return 1;
    library.put(someEntry());
    for (int i = 0; i < 1'000'000; ++i) {
        mark(library, u"one"_s, QString::number(i), StudyState::Done);
        library.flush();
        if (i == 0) {
            std::puts("begun");
            std::fflush(stdout);
        }
    }
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    return roadloom::testOrWork<roadloom::LibraryTest>(argc, argv, writeOn);
}
#include "LibraryTest.moc"
