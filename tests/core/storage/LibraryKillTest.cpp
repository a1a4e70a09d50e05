// SPDX-License-Identifier: Apache-2.0
// What a library says to be on the disk is there, whenever its program is killed.
#include "LibrarySamples.h"
#include "core/storage/RunJournal.h"
#include "tests/core/agents/AgentAnswers.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/ProgramToKill.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int kills = 200;

/// What the program that is to be killed has said so far.
struct Told {
    int marks = 0;
    int results = 0;
    int puts = 0;
    int moves = 0;

    void take(const QByteArray& line)
    {
        const QList<QByteArray> words = line.trimmed().split(' ');
        const int count = words.value(1).toInt();
        if (words.first() == "marks")
            marks = count;
        else if (words.first() == "results")
            results = count;
        else if (words.first() == "puts")
            puts = count;
        else if (words.first() == "moves")
            moves = count;
    }
};

const QString putsInFile = u"SELECT count(*) FROM roadmaps WHERE id NOT LIKE '%moved'"_s;
/// So often was the roadmap tagged that goes from shelf to shelf: that is its tag.
const QString movesInFile = u"SELECT coalesce(max(CAST(tag AS INTEGER)), 0) FROM roadmap_tags"
                            " WHERE roadmap = 'moved'"_s;

} // namespace

class LibraryKillTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasSaidToBeKeptOutlastsAnyKill()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"library.sqlite"_s);
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int kill = 0; kill < kills; ++kill) {
            const QByteArray where
                = u"kill %1 of the run with seed %2"_s.arg(kill).arg(seed).toUtf8();
            QProcess program;
            startProgramToKill(program, folder.path());
            QVERIFY(program.waitForStarted());
            // Before it has opened the library, too, and between what it says.
            Told told;
            const int lines = random.bounded(30);
            for (int line = 0; line < lines; ++line) {
                QVERIFY(program.canReadLine() || program.waitForReadyRead());
                told.take(program.readLine());
            }
            program.kill();
            QVERIFY(program.waitForFinished());
            while (program.canReadLine())
                told.take(program.readLine());

            const auto count
                = [&path](const QString& statement) { return valueIn(path, statement).toInt(); };
            if (!QFile::exists(path))
                continue;
            const bool hasTables = count(u"PRAGMA user_version"_s) > 0;
            QVERIFY2(hasTables || lines == 0, where.constData());
            QVERIFY2(valueIn(path, u"PRAGMA integrity_check"_s) == u"ok"_s, where.constData());
            if (!hasTables)
                continue;
            QVERIFY2(count(u"SELECT count(*) FROM study_log"_s) >= m_marks + told.marks,
                where.constData());
            QVERIFY2(
                count(u"SELECT coalesce(sum(results), 0) FROM runs"_s) >= m_results + told.results,
                where.constData());
            QVERIFY2(count(putsInFile) >= m_puts + told.puts, where.constData());
            const int moves = count(movesInFile);
            QVERIFY2(moves >= m_moves + told.moves, where.constData());
            const int archived = count(u"SELECT archived FROM roadmaps WHERE id = 'moved'"_s);
            if (told.moves > 0 && moves == m_moves + told.moves) // no other one was begun
                QCOMPARE(archived, moves % 2);
            QCOMPARE(count(u"SELECT count(*) FROM texts"_s),
                count(u"SELECT count(*) FROM text_places"_s));
            // A result is never there without what was said before it.
            QCOMPARE(count(u"SELECT coalesce(sum(results), 0) FROM runs"_s),
                count(u"SELECT count(*) FROM run_events WHERE event LIKE '%\"complete\"%'"_s));
            m_marks = count(u"SELECT count(*) FROM study_log"_s);
            m_results = count(u"SELECT coalesce(sum(results), 0) FROM runs"_s);
            m_moves = moves;
            m_puts = count(putsInFile);
        }
        QVERIFY(m_marks > kills);
        QVERIFY(m_results > kills);
        QVERIFY(m_moves > kills / 2);
        Library library(folder.path());
        QVERIFY(!library.open());
        const QList<RunLine> runs = unfinishedNow(library).value();
        QVERIFY(runs.size() > kills / 2);
        for (const RunLine& line : runs) {
            const RecordedRun run = runNow(library, line.id).value();
            QCOMPARE(run.finished.edits, std::max(0, line.results - 2));
        }
    }

private:
    int m_marks = 0;
    int m_results = 0;
    int m_puts = 0;
    int m_moves = 0;
};

} // namespace roadloom

namespace {

void say(const char* what, int count)
{
    std::printf("%s %d\n", what, count);
    std::fflush(stdout);
}

/// A roadmap goes from shelf to shelf, and a copy of it comes and goes.
void move(roadloom::Library& library, int number)
{
    const QString id = u"moved"_s;
    const QString copy = u"copy of moved"_s;
    library.setTags(id, { QString::number(number) });
    library.archive(id, number % 2 == 1);
    if (number % 2 == 0)
        return;
    library.remove(id);
    library.duplicate(id, copy, {});
    library.takeBack(id);
    library.remove(copy);
    library.purge(copy);
}

/// Runs, marks, puts and moves until somebody kills it, and says what is on the disk.
int workOn(const QString& folder)
{
    using namespace roadloom;
    Library library(folder);
    if (library.open())
        return 1;
    RunJournal journal(library);
    journal.begin(sample::request(), {});
    CurriculumDesign design;
    design.framework = sample::perfectRoadmap();
    RoadmapEdit edit;
    edit.framework = sample::perfectRoadmap();
    library.put(someEntry(u"moved"_s));
    const int moved = readNow(library, u"moved"_s).value().tags.value(0).toInt();
    LibraryEntry entry = someEntry(Library::newId());
    for (int i = 1; i < 100'000; ++i) {
        journal.record(ChunkEvent { u"More."_s, AgentId::RoadmapEditor });
        if (i == 1)
            journal.record(CompleteEvent { sample::intent(), AgentId::IntentAnalyzer });
        else if (i == 2)
            journal.record(CompleteEvent { design, AgentId::CurriculumArchitect });
        else
            journal.record(CompleteEvent { edit, AgentId::RoadmapEditor });
        QSignalSpy durable(&journal, &RunRecorder::durable);
        while (!journal.isDurable() && durable.wait()) { }
        say("results", i);
        if (i % 4 == 1) {
            entry.id = Library::newId();
            library.put(entry);
        }
        mark(library, entry.id, QString::number(i), StudyState::Done);
        move(library, moved + i);
        library.flush();
        say("moves", i);
        say("puts", (i + 3) / 4);
        say("marks", i);
    }
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    return roadloom::testOrWork<roadloom::LibraryKillTest>(argc, argv, workOn);
}

#include "LibraryKillTest.moc"
