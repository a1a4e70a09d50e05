// SPDX-License-Identifier: Apache-2.0
// What waits for whom, while another program has the file or the disk is full.
#include "LibrarySamples.h"
#include "core/storage/Library.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qint64 noWait = 1000; // milliseconds; a writer waits for three times as long

/// Another program in the midst of a change.
class OtherProgram {
public:
    explicit OtherProgram(const QString& path)
    {
        m_isOn = !m_file.open(path, LibraryFile::Use::ReadAndWrite)
            && QSqlQuery(m_file.database()).exec(u"BEGIN IMMEDIATE"_s);
    }
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void end() { m_file.close(); }

private:
    LibraryFile m_file;
    bool m_isOn = false;
};

/// While it lives, no file grows beyond this.
class FullDisk {
public:
    explicit FullDisk(rlim_t most)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_usual);
        rlimit small = m_usual;
        small.rlim_cur = most;
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_usual); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_usual {};
};

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

    void theListWaitsForNobody()
    {
        OtherProgram other(m_library->path());
        QVERIFY(other.isOn());
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        m_library->put(someEntry(u"two"_s));
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(m_library->list().value().size(), 1);
        QVERIFY(clock.elapsed() < noWait);
        other.end();
        QVERIFY(changed.wait());
        QCOMPARE(m_library->list().value().size(), 2);
        QCOMPARE(changed.size(), 1);
    }

    void readingWaitsForChangesOfTheSameRoadmapAlone()
    {
        OtherProgram other(m_library->path());
        QVERIFY(other.isOn());
        m_library->put(someEntry(u"two"_s));
        m_library->noteOpened(u"one"_s, moment(9));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(m_library->read(u"one"_s));
        QVERIFY(m_library->studies(u"one"_s));
        QVERIFY(m_library->finishedSince(u"one"_s, moment(1)));
        QVERIFY(clock.elapsed() < noWait);
        other.end();
        QVERIFY(m_library->read(u"two"_s));
    }

    void whatIsLearntIsToldToWhoSawAnOlderList()
    {
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        const ConceptStudy done { StudyState::Done, {} };
        m_library->saveStudy(u"one"_s, u"a"_s, done, {});
        m_library->flush();
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0);
        {
            OtherProgram other(m_library->path());
            QVERIFY(other.isOn());
            m_library->saveStudy(u"one"_s, u"web:c-1"_s, done, {});
            static_cast<void>(m_library->list());
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
        QCOMPARE(m_library->list().value().size(), 51);
    }

    void aRoadmapThatFoundNoRoomIsPutAgain()
    {
        QSignalSpy failed(m_library.get(), &Library::failed);
        LibraryEntry big = someEntry(u"big"_s);
        big.roadmap.title = QString(500'000, u'x');
        {
            const FullDisk full(200'000);
            m_library->put(big);
            m_library->saveStudy(u"big"_s, u"a"_s, { StudyState::Doing, {} }, {});
            m_library->flush();
        }
        QTRY_COMPARE(failed.size(), 2);
        for (const QVariantList& each : failed)
            QVERIFY2(each.first().value<Error>().message.contains(u"room on the disk"_s),
                qPrintable(each.first().value<Error>().details));
        QCoreApplication::processEvents();
        const QSignalSpy changed(m_library.get(), &Library::listChanged);
        m_library->saveStudy(u"big"_s, u"b"_s, { StudyState::Done, {} }, {});
        QCOMPARE(m_library->studies(u"big"_s).value().value(u"b"_s).state, StudyState::Done);
        QCOMPARE(m_library->read(u"big"_s).value().roadmap.title, big.roadmap.title);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(failed.size(), 2);
    }

    void aRoadmapThatFoundNoRoomIsPutAtTheEnd()
    {
        LibraryEntry big = someEntry(u"big"_s);
        big.roadmap.title = QString(500'000, u'x');
        {
            const FullDisk full(200'000);
            m_library->put(big);
            m_library->flush();
        }
        m_library.reset();
        Library later(m_folder->path());
        QVERIFY(!later.open());
        QVERIFY(later.read(u"big"_s));
    }

    void studyOfARoadmapThatIsGoneIsSaid()
    {
        QSignalSpy failed(m_library.get(), &Library::failed);
        QVERIFY(runIn(m_library->path(), u"DELETE FROM roadmaps"_s)); // by another program
        m_library->saveStudy(u"one"_s, u"a"_s, { StudyState::Done, {} }, {});
        QVERIFY(failed.wait());
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QVERIFY(error.message.contains(u"removed from the library"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibraryPaceTest)
#include "LibraryPaceTest.moc"
