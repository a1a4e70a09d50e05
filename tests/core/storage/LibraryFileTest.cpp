// SPDX-License-Identifier: Apache-2.0
// What a library leaves on the disk, and what it does with what it finds there.
#include "core/storage/LibraryFile.h"
#include "LibrarySamples.h"
#include "core/storage/Library.h"
#include "core/storage/LibrarySchema.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"

#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

class LibraryFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void afterTheEndAllIsInOneFile_data()
    {
        QTest::addColumn<bool>("writes");
        QTest::newRow("written and read") << true;
        QTest::newRow("read alone") << false;
    }
    void afterTheEndAllIsInOneFile()
    {
        QFETCH(const bool, writes);
        if (!writes)
            makeLibrary();
        {
            Library library(folder());
            QVERIFY(!library.open());
            if (writes)
                library.put(someEntry());
            QVERIFY(readNow(library, u"one"_s));
        }
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden),
            QStringList { u"library.sqlite"_s });
        const QString elsewhere = m_folder->filePath(u"copy"_s);
        QVERIFY(QDir().mkpath(elsewhere));
        QVERIFY(QFile::copy(path(), elsewhere + u"/library.sqlite"_s));
        Library copy(elsewhere);
        QVERIFY(!copy.open());
        QCOMPARE(listNow(copy).value().size(), 1);
    }

    void anEarlierVersionWhereNothingCanBeWrittenIsRead_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("versions"); // of the roadmap
        QTest::newRow("1") << 1 << 1;
        QTest::newRow("2") << 2 << 2;
        QTest::newRow("3") << 3 << 2;
    }
    void anEarlierVersionWhereNothingCanBeWrittenIsRead()
    {
        QFETCH(const int, version);
        QFETCH(const int, versions);
        takeStored(version);
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
        {
            Library library(folder());
            QVERIFY(library.open()->message.contains(u"Nothing can be written"_s));
            QVERIFY(!library.isWritable());
            const QList<LibraryLine> lines = listNow(library).value();
            QCOMPARE(lines.size(), 1);
            QCOMPARE(lines.first().goal, u"Python"_s);
            QCOMPARE(versionsNow(library, lines.first().id).value().size(), versions);
            const KeptRoadmap kept = readNow(library, lines.first().id).value();
            QCOMPARE(kept.studies.value(u"python.first-program"_s).note, u"我的 *note*"_s);
            qsizetype hits = 0;
            QSignalSpy found(&library, &Library::found);
            connect(&library, &Library::found, this,
                [&hits](const QString&, const Result<QList<libraryTexts::Hit>>& read) {
                    hits = read.value().size();
                });
            library.search(u"programming"_s);
            QVERIFY(found.wait());
            QVERIFY(hits > 0);
        }
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(valueIn(path(), u"PRAGMA user_version"_s).toInt(), version);
        QCOMPARE(QDir(folder()).entryList(QDir::Files | QDir::Hidden),
            QStringList { u"library.sqlite"_s });
    }

    void aFileMadeReadOnlyStaysSo()
    {
        makeLibrary();
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
        Library library(folder());
        const std::optional<Error> problem = library.open();
        QVERIFY(problem);
        QVERIFY(problem->message.contains(u"Nothing can be written"_s));
        QVERIFY(!library.isWritable());
        QVERIFY(readNow(library, u"one"_s));
        QVERIFY(!QFile::permissions(path()).testFlag(QFile::WriteOwner));
    }

    void whereNothingCanBeWrittenWhatAKilledProgramLeftIsRead()
    {
        Library alive(folder());
        QVERIFY(!alive.open());
        alive.put(someEntry());
        alive.flush();
        const QString elsewhere = m_folder->filePath(u"copy"_s);
        QVERIFY(QDir().mkpath(elsewhere));
        const QString copied = elsewhere + u"/library.sqlite"_s;
        for (const QString& ending : { u""_s, u"-wal"_s })
            QVERIFY(QFile::copy(path() + ending, copied + ending));
        QVERIFY(QFile::setPermissions(copied, QFile::ReadOwner));
        Library copy(elsewhere);
        QVERIFY(copy.open());
        QVERIFY(!copy.isWritable());
        QCOMPARE(listNow(copy).value().size(), 1);
    }

    void othersLoseWhatTheyMayDoWithOurs()
    {
        makeLibrary();
        const auto open
            = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(path(), open));
        QCOMPARE(prepareLibrary(path()).state, LibraryFileState::Usable);
        QVERIFY(!QFile::permissions(path()).testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    }

    void earlierVersionsAreBroughtUpToDate_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("versions"); // of the roadmap
        QTest::addColumn<int>("runs"); // that are unfinished
        QTest::newRow("1") << 1 << 1 << 0;
        QTest::newRow("2") << 2 << 2 << 1;
        QTest::newRow("3") << 3 << 2 << 1;
    }
    void earlierVersionsAreBroughtUpToDate()
    {
        QFETCH(const int, version);
        QFETCH(const int, versions);
        QFETCH(const int, runs);
        takeStored(version);
        {
            Library library(folder());
            QVERIFY(!library.open());
            const QList<LibraryLine> lines = listNow(library).value();
            QCOMPARE(lines.size(), 1);
            QCOMPARE(lines.first().title, u"Python programming: a learning path"_s);
            QCOMPARE(lines.first().goal, u"Python"_s);
            QCOMPARE(lines.first().learnt, 1);
            const KeptRoadmap kept = readNow(library, lines.first().id).value();
            QCOMPARE(kept.studies.value(u"python.first-program"_s),
                (ConceptStudy { StudyState::Done, u"我的 *note*"_s }));
            QCOMPARE(kept.finishes.value(u"python.first-program"_s).hours, 1.5);
            QVERIFY(kept.tags.isEmpty() && !kept.isArchived && !kept.removed.isValid());
            QVERIFY(!kept.isRenamed);
            QCOMPARE(lines.first().versions, versions);
            QCOMPARE(versionsNow(library, lines.first().id).value().size(), versions);
            const QList<RunLine> unfinished = unfinishedNow(library).value();
            QCOMPARE(unfinished.size(), runs);
            for (const RunLine& run : unfinished)
                QCOMPARE(runNow(library, run.id).value().finished,
                    FinishedWork { .intent = runNow(library, run.id).value().finished.intent });
            library.put(kept.entry); // as it is: no version of its own
        }
        QCOMPARE(valueIn(path(), u"PRAGMA user_version"_s).toInt(), librarySchema::version);
        QCOMPARE(valueIn(path(), u"PRAGMA integrity_check"_s), u"ok"_s);
        QCOMPARE(valueIn(path(), u"SELECT count(*) FROM roadmap_versions"_s).toInt(), versions);
        const QString copy = folder() + u"/library.version-%1.sqlite"_s.arg(version);
        QCOMPARE(
            QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(valueIn(copy, u"PRAGMA user_version"_s).toInt(), version);
        QCOMPARE(valueIn(copy, u"SELECT count(*) FROM roadmaps"_s).toInt(), 1);
    }

    void aTitleThatWasGivenInAnEarlierVersionIsTheLearners_data()
    {
        QTest::addColumn<QString>("done"); // in that version
        QTest::addColumn<bool>("isRenamed");
        const QString edited = u"INSERT INTO roadmap_versions (roadmap, made, content, rationale)"
                               " SELECT id, opened, roadmap, rationale FROM roadmaps"_s;
        QTest::newRow("renamed") << QString() << true;
        QTest::newRow("edited later") << edited << true;
        QTest::newRow("designed so") << u"UPDATE roadmap_versions SET content ="
                                        " (SELECT roadmap FROM roadmaps)"_s
                                     << false;
        QTest::newRow("nothing else can be read")
            << u"UPDATE roadmap_versions SET content = '{'"_s << false;
    }
    void aTitleThatWasGivenInAnEarlierVersionIsTheLearners()
    {
        QFETCH(const QString, done);
        QFETCH(const bool, isRenamed);
        takeStored(2);
        QVERIFY(runIn(path(),
            u"UPDATE roadmaps SET title = 'Mine', roadmap = json_set(roadmap, '$.title', 'Mine')"_s));
        QVERIFY(done.isEmpty() || runIn(path(), done));
        Library library(folder());
        QVERIFY(!library.open());
        const QString id = listNow(library).value().first().id;
        QCOMPARE(readNow(library, id).value().isRenamed, isRenamed);
    }

    void withoutRoomForTheCopyAnEarlierVersionStaysAsItIs()
    {
        takeStored(1);
        {
            const FullDisk full(45'000);
            const PreparedLibrary prepared = prepareLibrary(path());
            QCOMPARE(prepared.state, LibraryFileState::Unreachable);
            QVERIFY(prepared.problem->message.contains(u"no room for the copy"_s));
        }
        QCOMPARE(valueIn(path(), u"PRAGMA user_version"_s).toInt(), 1);
        QVERIFY(!QFile::exists(folder() + u"/library.version-1.sqlite"_s));
        QVERIFY(!QFile::exists(folder() + u"/library.version-1.sqlite.part"_s));
        QCOMPARE(prepareLibrary(path()).state, LibraryFileState::Usable);
    }

    void anotherProgramsFileKeepsItsPermissions()
    {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(runIn(path(), u"CREATE TABLE other (a)"_s));
        const auto open
            = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(QFile::setPermissions(path(), open));
        QCOMPARE(prepareLibrary(path()).state, LibraryFileState::Damaged);
        QVERIFY(QFile::permissions(path() + u".damaged"_s).testFlags(open));
    }

    void whatAnotherProgramIsMakingIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path()); // which it will fill
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("half a header"));
        file.close();
        QLockFile other(path() + u".lock"_s);
        QVERIFY(other.tryLock());
        const PreparedLibrary prepared = prepareLibrary(path(), 10ms);
        QCOMPARE(prepared.state, LibraryFileState::Unreachable);
        QVERIFY(prepared.problem);
        QVERIFY(prepared.problem->message.contains(u"busy with the library"_s));
        QVERIFY(!QFile::exists(path() + u".damaged"_s));
    }

    void manyCanBeginAtOnce()
    {
        std::array<LibraryFileState, 3> states {};
        std::array<std::unique_ptr<QThread>, states.size()> programs;
        for (std::size_t i = 0; i < states.size(); ++i)
            programs[i].reset(QThread::create(
                [this, &state = states[i]] { state = prepareLibrary(path()).state; }));
        for (const auto& program : programs)
            program->start();
        for (const auto& program : programs)
            QVERIFY(program->wait());
        for (const LibraryFileState state : states)
            QCOMPARE(state, LibraryFileState::Usable);
        QVERIFY(!QFile::exists(path() + u".damaged"_s));
    }

    void aStartWritesNothing()
    {
        makeLibrary();
        LibraryFile watcher;
        QVERIFY(!watcher.open(path(), LibraryFile::Use::Read));
        const auto version = [&watcher] { // grows with each change that others make
            QSqlQuery query(watcher.database());
            return query.exec(u"PRAGMA data_version"_s) && query.next() ? query.value(0).toInt()
                                                                        : -1;
        };
        const int before = version();
        {
            Library library(folder());
            QVERIFY(!library.open());
        }
        QCOMPARE(version(), before);
        QVERIFY(before > 0);
    }

    void noOtherFileIsMadeForAWhile_data()
    {
        QTest::addColumn<LibraryFile::Use>("use");
        QTest::newRow("read and written") << LibraryFile::Use::ReadAndWrite;
        QTest::newRow("read alone") << LibraryFile::Use::Read;
    }
    void noOtherFileIsMadeForAWhile()
    {
        QFETCH(const LibraryFile::Use, use);
        makeLibrary();
        LibraryFile file;
        QVERIFY(!file.open(path(), use));
        QSqlQuery query(file.database());
        QVERIFY(query.exec(u"PRAGMA temp_store"_s) && query.next());
        constexpr int memory = 2;
        QCOMPARE(query.value(0).toInt(), memory);
    }

private:
    /// As that version of the program left it.
    /// As a program of that version left it.
    void takeStored(int version) const
    {
        const QString stored
            = QStringLiteral(ROADLOOM_TEST_DATA "/library/version-%1.sqlite").arg(version);
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::copy(stored, path()));
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
    }
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] QString path() const { return folder() + u"/library.sqlite"_s; }
    void makeLibrary() const
    {
        Library library(folder());
        QVERIFY(!library.open());
        library.put(someEntry());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibraryFileTest)
#include "LibraryFileTest.moc"
