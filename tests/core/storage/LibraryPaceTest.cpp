// SPDX-License-Identifier: Apache-2.0
// What waits for whom, while another program has the file or the disk is full.
#include "LibrarySamples.h"
#include "core/storage/Library.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString countOfStudies = u"SELECT count(*) FROM concept_studies"_s;

using Change = std::function<void(Library&)>;

constexpr qint64 noWait = 1000; // milliseconds; a busy program is waited for three times as long

} // namespace

class LibraryPaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
        m_library->put(someEntry());
        m_library->flush();
        QCoreApplication::processEvents();
    }
    void cleanup() { m_library.reset(); }

    void whoReadsWaitsForNobody()
    {
        OtherProgram other(m_library->path());
        QVERIFY(other.isOn());
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        QElapsedTimer clock;
        clock.start();
        m_library->put(someEntry(u"two"_s));
        m_library->noteOpened(u"one"_s, moment(9));
        m_library->setHoursPerWeek(u"one"_s, 3);
        m_library->saveNote(u"two"_s, u"a"_s, u"Note"_s);
        const QList<LibraryLine> lines = listNow(*m_library).value();
        const Result<KeptRoadmap> one = readNow(*m_library, u"one"_s);
        const Result<KeptRoadmap> two = readNow(*m_library, u"two"_s);
        QVERIFY(clock.elapsed() < noWait);
        // As if all were written.
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().id, u"one"_s);
        QCOMPARE(listNow(*m_library, 1).value(), lines.first(1));
        QCOMPARE(one.value().entry.opened, moment(9));
        QCOMPARE(one.value().entry.hoursPerWeek, 3);
        QCOMPARE(two.value().entry.roadmap, someRoadmap());
        QCOMPARE(two.value().studies.value(u"a"_s).note, u"Note"_s);
        m_library->remove(u"two"_s);
        QVERIFY(readNow(*m_library, u"two"_s).value().removed.isValid());
        QCOMPARE(listNow(*m_library).value().size(), 1);
        m_library->purge(u"two"_s);
        QCOMPARE(readNow(*m_library, u"two"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(listNow(*m_library).value().size(), 1);
        changed.clear();
        other.end();
        QVERIFY(changed.wait());
        QCOMPARE(listNow(*m_library).value().size(), 1);
    }

    void whatIsLearntIsToldToWhoSawAnOlderList()
    {
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        mark(*m_library, u"one"_s, u"a"_s, StudyState::Done);
        m_library->flush();
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0);
        {
            OtherProgram other(m_library->path());
            QVERIFY(other.isOn());
            mark(*m_library, u"one"_s, u"web:c-1"_s, StudyState::Done);
            static_cast<void>(listNow(*m_library));
        }
        QVERIFY(changed.wait());
    }

    void manyChangesAreToldOnce()
    {
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        for (int i = 0; i < 50; ++i)
            m_library->put(someEntry(QString::number(i)));
        m_library->flush();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(listNow(*m_library).value().size(), 51);
    }

    void everyChangeOutlastsWhatHinders_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::newRow("the disk is full") << true;
        QTest::newRow("another program is busy") << false;
    }
    void everyChangeOutlastsWhatHinders()
    {
        QFETCH(const bool, isFull);
        m_library->put(someEntry(u"old"_s));
        m_library->flush();
        QSignalSpy failed(m_library.get(), &Library::failed);
        QSignalSpy caughtUp(m_library.get(), &Library::caughtUp);
        {
            std::optional<FullDisk> full;
            std::optional<OtherProgram> other;
            if (isFull)
                full.emplace(rlim_t(QFile(m_library->path() + u"-wal"_s).size()));
            else
                other.emplace(m_library->path());
            m_library->saveNote(u"one"_s, u"a"_s, u"Note"_s);
            m_library->put(someEntry(u"two"_s));
            mark(*m_library, u"two"_s, u"b"_s, StudyState::Known);
            m_library->setHoursPerWeek(u"one"_s, 3);
            m_library->noteOpened(u"one"_s, moment(9));
            m_library->remove(u"old"_s);
            m_library->purge(u"old"_s);
            m_library->setTags(u"two"_s, { u"web"_s });
            m_library->archive(u"two"_s, true);
            m_library->duplicate(u"two"_s, u"copy"_s, u"Copy"_s);
            m_library->remove(u"two"_s);
            m_library->saveStep(
                u"one"_s, { u"a"_s, moment(9), StudyState::Doing, StudyState::Done, 2.0 });
            QCOMPARE(m_library->keeping(), Keeping::Underway);
            QVERIFY(failed.wait(10'000));
            QCOMPARE(m_library->keeping(), Keeping::Waiting);
            QCOMPARE(valueIn(m_library->path(), countOfStudies).toInt(), 0);
        }
        const auto error = failed.first().first().value<Error>();
        QVERIFY2(error.message.contains(isFull ? u"room on the disk"_s : u"busy"_s),
            qPrintable(error.details));
        QVERIFY(caughtUp.wait(10'000)); // nobody has to do anything
        QTRY_COMPARE(m_library->keeping(), Keeping::Kept);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(caughtUp.size(), 1);
        QCOMPARE(valueIn(m_library->path(), countOfStudies).toInt(), 3);
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
        const KeptRoadmap one = readNow(*m_library, u"one"_s).value();
        QCOMPARE(one.studies.value(u"a"_s), (ConceptStudy { StudyState::Done, u"Note"_s }));
        QCOMPARE(one.finishes.value(u"a"_s), (StudyFinish { moment(9), 2.0 }));
        QCOMPARE(one.entry.hoursPerWeek, 3);
        QCOMPARE(one.entry.opened, moment(9));
        QCOMPARE(studiesNow(*m_library, u"two"_s).value(u"b"_s).state, StudyState::Known);
        QCOMPARE(readNow(*m_library, u"old"_s).error().kind, ErrorKind::NotFound);
        const KeptRoadmap two = readNow(*m_library, u"two"_s).value();
        QCOMPARE(two.tags, QStringList { u"web"_s });
        QVERIFY(two.isArchived && two.removed.isValid());
        const KeptRoadmap copy = readNow(*m_library, u"copy"_s).value();
        QCOMPARE(copy.entry.roadmap.title, u"Copy"_s);
        QCOMPARE(copy.studies.value(u"b"_s).state, StudyState::Known);
        QCOMPARE(copy.tags, two.tags);
    }

    void whatFoundNoRoomIsWrittenAtTheEnd()
    {
        LibraryEntry big = someEntry(u"big"_s);
        big.roadmap.title = QString(500'000, u'x');
        {
            const FullDisk full(200'000);
            m_library->put(big);
            mark(*m_library, u"big"_s, u"a"_s, StudyState::Doing);
            m_library->flush();
        }
        m_library.reset();
        Library later(m_folder->path());
        QVERIFY(!later.open());
        QCOMPARE(studiesNow(later, u"big"_s).value(u"a"_s).state, StudyState::Doing);
    }

    void whatIsLostAtTheEndIsSaid()
    {
        const FullDisk full(rlim_t(QFile(m_library->path() + u"-wal"_s).size()));
        QSignalSpy failed(m_library.get(), &Library::failed);
        m_library->put(someEntry(u"two"_s));
        QVERIFY(failed.wait());
        QCOMPARE(m_library->keeping(), Keeping::Waiting);
        QTest::ignoreMessage(QtWarningMsg,
            QRegularExpression(u"^Not all that you did last .*library\\.sqlite before"_s));
        m_library.reset();
    }

    void aNoteThatIsTypedOnAndOnIsWrittenOnce()
    {
        {
            OtherProgram other(m_library->path());
            QVERIFY(other.isOn());
            for (int i = 0; i <= 3000; ++i)
                m_library->saveNote(u"one"_s, u"a"_s, QString::number(i));
            QCOMPARE(studiesNow(*m_library, u"one"_s).value(u"a"_s).note, u"3000"_s);
        }
        const qint64 before = QFile(m_library->path() + u"-wal"_s).size();
        m_library->flush();
        QVERIFY(QFile(m_library->path() + u"-wal"_s).size() < before + 100'000);
        QCOMPARE(valueIn(m_library->path(), u"SELECT note FROM concept_studies"_s), u"3000"_s);
    }

    void nothingWaitsForAFileThatGetsNoBetter_data()
    {
        QTest::addColumn<qsizetype>("from");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("damaged") << qsizetype(0) << QByteArray(8000, 'x') << u"is damaged"_s;
        // Of a form that this SQLite may read alone.
        QTest::newRow("read-only")
            << qsizetype(18) << QByteArray(1, '\3') << u"Nothing can be written"_s;
    }
    void nothingWaitsForAFileThatGetsNoBetter()
    {
        QFETCH(const qsizetype, from);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        damage(from, bytes);
        QSignalSpy failed(m_library.get(), &Library::failed);
        mark(*m_library, u"one"_s, u"a"_s, StudyState::Doing);
        QVERIFY(failed.wait(10'000));
        const auto error = failed.first().first().value<Error>();
        QVERIFY2(error.message.contains(words), qPrintable(error.message + error.details));
        QCOMPARE(m_library->keeping(), Keeping::NotKept);
        mark(*m_library, u"one"_s, u"b"_s, StudyState::Doing);
        m_library->flush();
        QCoreApplication::processEvents();
        QCOMPARE(failed.size(), 1);
    }

    void whatAFileDidNotTakeIsWrittenOnceItCan()
    {
        QSignalSpy failed(m_library.get(), &Library::failed);
        QSignalSpy caughtUp(m_library.get(), &Library::caughtUp);
        makeReadOnly(true);
        m_library->put(someEntry(u"two"_s));
        mark(*m_library, u"two"_s, u"a"_s, StudyState::Done);
        QVERIFY(failed.wait(10'000));
        mark(*m_library, u"two"_s, u"b"_s, StudyState::Done);
        m_library->flush();
        makeReadOnly(false);
        m_library->setHoursPerWeek(u"two"_s, 3);
        QVERIFY(caughtUp.wait());
        QCOMPARE(failed.size(), 1);
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
        QCOMPARE(studiesNow(*m_library, u"two"_s).size(), 2);
        QCOMPARE(readNow(*m_library, u"two"_s).value().entry.hoursPerWeek, 3);
    }

    void whatADamagedFileDidNotTakeIsGone()
    {
        QSignalSpy gone(m_library.get(), &Library::roadmapGone);
        QSignalSpy failed(m_library.get(), &Library::failed);
        const QSignalSpy written(m_library.get(), &Library::roadmapWritten);
        damage(0, QByteArray(8000, 'x'));
        m_library->put(someEntry(u"two"_s));
        QVERIFY(failed.wait());
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.first().first().toString(), u"two"_s);
        QCOMPARE(written.size(), 0);
    }

    void aRoadmapIsWrittenWhenItIsOnTheDisk()
    {
        QSignalSpy written(m_library.get(), &Library::roadmapWritten);
        OtherProgram other(m_library->path());
        QVERIFY(other.isOn());
        m_library->put(someEntry(u"two"_s));
        m_library->put(someEntry(u"two"_s)); // a better one
        QCOMPARE(listNow(*m_library).value().size(), 2);
        QCOMPARE(written.size(), 0);
        other.end();
        QVERIFY(written.wait());
        m_library->flush();
        QCoreApplication::processEvents();
        QCOMPARE(written.size(), 1);
        QCOMPARE(written.first().first().toString(), u"two"_s);
        QCOMPARE(valueIn(m_library->path(), u"SELECT count(*) FROM roadmaps"_s).toInt(), 2);
    }

    void whoIsInAHurryHearsAtOnceWhatWaits()
    {
        OtherProgram other(m_library->path());
        QVERIFY(other.isOn());
        QSignalSpy failed(m_library.get(), &Library::failed);
        QElapsedTimer clock;
        clock.start();
        mark(*m_library, u"one"_s, u"a"_s, StudyState::Done);
        m_library->hurry();
        QVERIFY(clock.elapsed() < noWait);
        QVERIFY(failed.wait());
        QVERIFY(clock.elapsed() < 3 * noWait);
        QCOMPARE(m_library->keeping(), Keeping::Waiting);
    }

    void nobodyIsToldThatAllIsThereAfterALoss()
    {
        QSignalSpy failed(m_library.get(), &Library::failed);
        const QSignalSpy caughtUp(m_library.get(), &Library::caughtUp);
        {
            OtherProgram other(m_library->path());
            QVERIFY(other.isOn());
            mark(*m_library, u"one"_s, u"a"_s, StudyState::Done);
            mark(*m_library, u"gone"_s, u"a"_s, StudyState::Done);
            mark(*m_library, u"one"_s, u"b"_s, StudyState::Done);
            QVERIFY(failed.wait(10'000));
        }
        QTRY_COMPARE_WITH_TIMEOUT(studiesThere(), 2, 10'000);
        m_library->flush();
        QTRY_COMPARE(failed.size(), 2);
        QCoreApplication::processEvents();
        QCOMPARE(failed.last().first().value<Error>().kind, ErrorKind::NotFound);
        QCOMPARE(caughtUp.size(), 0);
    }

    void studyOfARoadmapThatIsGoneIsSaid_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("a mark") << Change(
            [](Library& library) { mark(library, u"one"_s, u"a"_s, StudyState::Done); });
        QTest::newRow("a note") << Change(
            [](Library& library) { library.saveNote(u"one"_s, u"a"_s, u"Note"_s); });
        QTest::newRow("hours") << Change(
            [](Library& library) { library.setHoursPerWeek(u"one"_s, 3); });
    }
    void studyOfARoadmapThatIsGoneIsSaid()
    {
        QFETCH(const Change, change);
        QSignalSpy failed(m_library.get(), &Library::failed);
        QSignalSpy gone(m_library.get(), &Library::roadmapGone);
        QVERIFY(runIn(m_library->path(), u"DELETE FROM roadmaps"_s)); // by another program
        change(*m_library);
        QVERIFY(failed.wait());
        QTRY_COMPARE(gone.size(), 1);
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QVERIFY(error.message.contains(u"removed from the library"_s));
        QTRY_COMPARE(m_library->keeping(), Keeping::Kept);
    }

private:
    [[nodiscard]] int studiesThere() const
    {
        return valueIn(m_library->path(), countOfStudies).toInt();
    }
    void damage(qsizetype from, const QByteArray& bytes) const
    {
        QVERIFY(runIn(m_library->path(), u"UPDATE roadmaps SET title = 'another'"_s));
        QVERIFY(runIn(m_library->path(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        QFile file(m_library->path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void makeReadOnly(bool isReadOnly) const
    {
        QVERIFY(roadloom::makeReadOnly(m_library->path(), isReadOnly));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibraryPaceTest)
#include "LibraryPaceTest.moc"
