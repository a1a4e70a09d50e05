// SPDX-License-Identifier: Apache-2.0
#include "core/storage/RunJournal.h"
#include "LibrarySamples.h"
#include "tests/core/agents/AgentAnswers.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "tests/support/ProgramToKill.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr auto analyzer = AgentId::IntentAnalyzer;
constexpr auto architect = AgentId::CurriculumArchitect;

CurriculumDesign design()
{
    return { .framework = sample::perfectRoadmap(),
        .designRationale = u"From easy to hard."_s,
        .extras = {} };
}

DesignParts parts()
{
    const Roadmap whole = sample::perfectRoadmap();
    return { .outline = test::outlineOf(whole), .stages = { { 0, whole.stages[0] } } };
}

CompleteEvent analysed()
{
    return { sample::intent(), analyzer };
}

DoneEvent done()
{
    return { .intent = sample::intent(), .design = design(), .usage = {} };
}

ErrorEvent failure()
{
    return { { ErrorKind::Quota, u"No credit."_s, {} }, architect };
}

ServiceTask task()
{
    return { .service = u"http://127.0.0.1:8000/api/v1/roadmaps/generate-stream"_s,
        .id = u"9e2215f3-2239-4273-a227-de909ad3a1db"_s };
}

} // namespace

class RunJournalTest : public QObject {
    Q_OBJECT
    /// The program ended after the first result of a run that a hub still has, and goes on with it.
    QString adoptOneOfAHub()
    {
        m_journal->begin(sample::request(), u"hub"_s);
        m_journal->record(task());
        m_journal->record(analysed());
        const QString id = m_journal->run();
        again();
        m_journal->adopt(runNow(*m_library, id).value().line);
        return id;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        begin();
    }
    void cleanup() { end(); }

    void keepsAllThatWasSaid()
    {
        m_journal->begin(sample::request(), u"qwen"_s);
        const QList<AgentEvent> said { ChunkEvent { u"您想学习"_s, analyzer }, analysed(),
            ChunkEvent { u"Three stages."_s, architect, u"s-1"_s }, failure() };
        for (const AgentEvent& event : said)
            m_journal->record(event);
        const QString id = m_journal->run();
        again();
        const Result<RecordedRun> read = runNow(*m_library, id);
        QVERIFY(read);
        const RecordedRun& run = read.value();
        QCOMPARE(run.events, said);
        QCOMPARE(run.request, sample::request());
        QCOMPARE(run.answerer, u"qwen"_s);
        QCOMPARE(run.line.state, RunState::Failed);
        QCOMPARE(run.line.goal, sample::request().preferences.learningGoal);
        QCOMPARE(run.finished.intent, sample::intent());
        const QList<RunLine> unfinished = unfinishedNow(*m_library).value();
        QCOMPARE(unfinished.size(), 1);
        QCOMPARE(unfinished.first(), run.line);
    }

    void aRunThatAServiceHasIsKeptBeforeAWordIsSaid()
    {
        m_journal->begin(sample::request(), u"hub"_s);
        m_journal->record(task());
        const QString id = m_journal->run();
        again(); // left, not stopped
        const RecordedRun run = runNow(*m_library, id).value();
        QCOMPARE(run.finished, FinishedWork { .task = task() });
        QCOMPARE(run.line.state, RunState::Stopped);
        QVERIFY(run.line.isAtService);
        QCOMPARE(unfinishedNow(*m_library).value(), QList<RunLine> { run.line });
    }

    void whatIsToldOnceMoreIsKeptOnce()
    {
        m_journal->begin(sample::request(), u"hub"_s);
        m_journal->record(task());
        m_journal->record(ChunkEvent { u"您"_s, analyzer });
        m_journal->record(analysed());
        m_journal->record(ProgressEvent { .percent = 20 });
        const QString id = m_journal->run();
        again();
        m_journal->adopt(runNow(*m_library, id).value().line);
        m_journal->goOn(sample::request(), u"hub"_s, { .task = task() });
        m_journal->record(AttemptFailedEvent {
            .agent = AgentId::System, .reason = u"Away."_s, .retryIn = 0ms }); // as long as it is
        QCOMPARE(runNow(*m_library, id).value().line.results, 1);
        m_journal->record(task());
        const QList<AgentEvent> said { ChunkEvent { u"您想学习"_s, analyzer }, analysed(), done() };
        for (const AgentEvent& event : said)
            m_journal->record(event);
        const RecordedRun run = runNow(*m_library, id).value();
        QCOMPARE(run.events, said);
        QCOMPARE(run.line.results, 1);
        QCOMPARE(run.line.state, RunState::Done);
    }

    /// The hub may be gone for good in the middle of it.
    void whatIsNotToldToItsFirstResultReplacesNothing_data()
    {
        QTest::addColumn<int>("ending");
        QTest::addColumn<bool>("isAtService");
        QTest::newRow("left") << 0 << true;
        QTest::newRow("broken off") << 1 << true;
        QTest::newRow("stopped") << 2 << false;
    }
    void whatIsNotToldToItsFirstResultReplacesNothing()
    {
        QFETCH(const int, ending);
        QFETCH(const bool, isAtService);
        const QString id = adoptOneOfAHub();
        m_journal->goOn(sample::request(), u"hub"_s, { .task = task() });
        m_journal->record(task());
        m_journal->record(ChunkEvent { u"您"_s, analyzer });
        if (ending == 1)
            m_journal->record(failure());
        else if (ending == 2)
            m_journal->stop();
        again();
        const RecordedRun run = runNow(*m_library, id).value();
        QVERIFY(!run.events.isEmpty());
        QCOMPARE(run.events.first(), AgentEvent(analysed()));
        QCOMPARE(run.finished.intent, sample::intent());
        QCOMPARE(run.line.isAtService, isAtService);
    }

    void whatIsToldOfTheFirstStepIsKeptAtOnce()
    {
        m_journal->begin(sample::request(), u"hub"_s);
        m_journal->record(task());
        m_journal->record(ChunkEvent { u"您"_s, analyzer });
        const QString id = m_journal->run();
        again();
        m_journal->adopt(runNow(*m_library, id).value().line);
        m_journal->goOn(sample::request(), u"hub"_s, { .task = task() });
        m_journal->record(task());
        m_journal->record(ChunkEvent { u"您想"_s, analyzer });
        again(); // nothing was completed
        QCOMPARE(runNow(*m_library, id).value().events,
            (QList<AgentEvent> { ChunkEvent { u"您想"_s, analyzer } }));
    }

    void whatAnotherOneGoesOnWithIsNoServicesAnyMore()
    {
        const QString id = adoptOneOfAHub();
        m_journal->goOn(sample::request(), u"model"_s, { .intent = sample::intent() });
        m_journal->record(failure());
        again();
        const RecordedRun run = runNow(*m_library, id).value();
        QCOMPARE(run.finished, FinishedWork { .intent = sample::intent() });
        QVERIFY(!run.line.isAtService);
    }

    void aRunThatIsStoppedIsNobodysAnyMore()
    {
        m_journal->begin(sample::request(), u"hub"_s);
        m_journal->record(task());
        const QString nothingSaid = m_journal->run();
        m_journal->stop();
        QVERIFY(!runNow(*m_library, nothingSaid));
        m_journal->begin(sample::request(), u"hub"_s);
        m_journal->record(task());
        m_journal->record(analysed());
        const QString id = m_journal->run();
        m_journal->stop();
        const RecordedRun run = runNow(*m_library, id).value();
        QVERIFY(!run.line.isAtService && !run.finished.task);
        QVERIFY(run.finished.intent.has_value());
    }

    void whatNoServiceHasAnyMoreStaysAsItWas()
    {
        m_journal->begin(sample::request(), u"hub"_s);
        m_journal->record(task());
        m_journal->record(analysed());
        m_journal->record(ServiceTask());
        m_journal->record(failure());
        const QString id = m_journal->run();
        again();
        const RecordedRun run = runNow(*m_library, id).value();
        QCOMPARE(run.events, (QList<AgentEvent> { analysed(), failure() }));
        QCOMPARE(run.finished, FinishedWork { .intent = sample::intent() });
    }

    void wordsOfOneSpeakerBecomeOneEvent()
    {
        m_journal->begin(sample::request(), {});
        for (int i = 0; i < 300; ++i) {
            m_journal->record(ChunkEvent { u"a"_s, architect, u"one"_s });
            m_journal->record(StageChunkEvent { u"b"_s, architect, u"two"_s });
            m_journal->record(ProgressEvent { .percent = i / 3 });
            m_journal->record(ReasoningEvent { u"c"_s, architect, u"three"_s });
        }
        const QString id = m_journal->run();
        m_journal->stop();
        const RecordedRun run = runNow(*m_library, id).value();
        QCOMPARE(run.line.percent, 99);
        QCOMPARE(run.events,
            (QList<AgentEvent> { ChunkEvent { QString(300, u'a'), architect, u"one"_s },
                StageChunkEvent { QString(300, u'b'), architect, u"two"_s },
                ReasoningEvent { QString(300, u'c'), architect, u"three"_s },
                ProgressEvent { .percent = 99 } }));
    }

    /// Words that came as a stage's own and as those in front stay in their order.
    void wordsOfAStageStayInOrder()
    {
        const QList<AgentEvent> said { StageChunkEvent { u"1"_s, architect, u"s"_s },
            ChunkEvent { u"2"_s, architect, u"s"_s }, StageChunkEvent { u"3"_s, architect, u"s"_s },
            AttemptFailedEvent {
                .agent = architect, .reason = u"Busy."_s, .retryIn = 0ms, .stage = u"s"_s },
            StageChunkEvent { u"4"_s, architect, u"s"_s } };
        m_journal->begin(sample::request(), {});
        for (const AgentEvent& event : said)
            m_journal->record(event);
        const QString id = m_journal->run();
        m_journal->stop();
        QCOMPARE(runNow(*m_library, id).value().events, said);
    }

    void whatIsCompleteIsOnTheDiskBeforeItIsSaidToBe()
    {
        m_journal->begin(sample::request(), {});
        QVERIFY(m_journal->isDurable());
        QSignalSpy durable(m_journal.get(), &RunRecorder::durable);
        m_journal->record(analysed());
        QVERIFY(!m_journal->isDurable());
        QVERIFY(durable.wait());
        QVERIFY(m_journal->isDurable());
        QCOMPARE(valueIn(m_library->path(), u"SELECT count(*) FROM run_events"_s).toInt(), 1);
    }

    /// A run without a disk is worth more than none.
    void nobodyWaitsForADiskThatIsFull()
    {
        m_journal->begin(sample::request(), {});
        m_library->flush();
        const FullDisk full(rlim_t(QFile(m_library->path() + u"-wal"_s).size()));
        QSignalSpy durable(m_journal.get(), &RunRecorder::durable);
        QSignalSpy failed(m_library.get(), &Library::failed);
        m_journal->record(analysed());
        QVERIFY(durable.wait());
        QCOMPARE(failed.size(), 1);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Not all that you did last"_s));
        end();
    }

    void nobodyWaitsForWhatIsLost()
    {
        m_journal->begin(sample::request(), {});
        m_library->flush();
        QVERIFY(runIn(m_library->path(), u"DELETE FROM runs"_s)); // another program
        QSignalSpy durable(m_journal.get(), &RunRecorder::durable);
        m_journal->record(analysed());
        QVERIFY(durable.wait());
    }

    void nobodyWaitsForALibraryThatIsNone()
    {
        Library none(m_folder->filePath(u"none"_s)); // not open
        RunJournal journal(none);
        journal.begin(sample::request(), {});
        journal.record(analysed());
        QVERIFY(journal.isDurable());
    }

    void aRunThatSaidNothingLeavesNothing()
    {
        m_journal->begin(sample::request(), {});
        m_journal->record(failure());
        QVERIFY(m_journal->run().isEmpty());
        QCOMPARE(unfinishedNow(*m_library).value().size(), 0);
        QCOMPARE(valueIn(m_library->path(), u"SELECT count(*) FROM run_events"_s).toInt(), 0);
    }

    void aRunThatIsDoneIsNotUnfinished()
    {
        m_journal->begin(sample::request(), {});
        m_journal->record(analysed());
        m_journal->record(CompleteEvent { design(), architect });
        m_library->put(someEntry());
        m_journal->lead(u"one"_s);
        m_journal->record(done());
        QCOMPARE(unfinishedNow(*m_library).value().size(), 0);
        const QString id = m_journal->run();
        QCOMPARE(runNow(*m_library, id).value().line.roadmap, u"one"_s);
        m_library->remove(u"one"_s);
        QVERIFY(runNow(*m_library, id)); // in the bin
        m_library->purge(u"one"_s);
        QCOMPARE(runNow(*m_library, id).error().kind, ErrorKind::NotFound);
    }

    void aRunWhoseRoadmapIsInTheBinIsNotToGoOn()
    {
        m_journal->begin(sample::request(), {});
        m_journal->record(analysed());
        m_library->put(someEntry());
        m_journal->lead(u"one"_s);
        m_journal->stop();
        QCOMPARE(unfinishedNow(*m_library).value().size(), 1);
        m_library->remove(u"one"_s);
        QVERIFY(unfinishedNow(*m_library).value().isEmpty());
        m_library->takeBack(u"one"_s);
        QCOMPARE(unfinishedNow(*m_library).value().size(), 1);
    }

    /// It goes on all the same: what it makes is kept by others.
    void aRunWhoseRecordIsGoneIsToldOnce()
    {
        m_library->put(someEntry());
        m_journal->begin(sample::request(), {});
        m_journal->record(analysed());
        m_journal->lead(u"one"_s);
        m_library->remove(u"one"_s);
        m_library->purge(u"one"_s);
        QSignalSpy failed(m_library.get(), &Library::failed);
        for (int i = 0; i < 3; ++i) {
            m_journal->record(CompleteEvent { design(), architect });
            QSignalSpy durable(m_journal.get(), &RunRecorder::durable);
            while (!m_journal->isDurable())
                QVERIFY(durable.wait());
        }
        m_journal->stop();
        m_library->flush();
        QCoreApplication::processEvents();
        QCOMPARE(failed.size(), 1);
        QTRY_COMPARE(m_library->keeping(), Keeping::Kept);
    }

    void aRunGoesOnWhereItWas()
    {
        m_journal->begin(sample::request(), u"qwen"_s);
        const QString id = m_journal->run();
        m_journal->record(analysed());
        m_journal->record(parts());
        again();
        RecordedRun run = runNow(*m_library, id).value();
        QCOMPARE(run.line.state, RunState::Stopped);
        QVERIFY(run.finished.parts == parts());
        m_journal->adopt(runNow(*m_library, id).value().line);
        m_journal->goOn(sample::request(), u"llama"_s, run.finished);
        m_journal->record(CompleteEvent { design(), architect });
        m_journal->record(done());
        run = runNow(*m_library, id).value();
        QCOMPARE(run.line.state, RunState::Done);
        QCOMPARE(run.answerer, u"llama"_s);
        QCOMPARE(run.events.size(), 3);
        QVERIFY(!run.finished.parts);
        QCOMPARE(run.finished.design, design());
    }

    /// One of which there is no record begins with what it has.
    void aRunOfWhichThereIsNoRecordBeginsWithWhatItHas()
    {
        m_journal->goOn(
            sample::request(), {}, { .intent = sample::intent(), .parts = parts(), .design = {} });
        m_journal->stop();
        const RecordedRun run = runNow(*m_library, m_journal->run()).value();
        QCOMPARE(run.finished.intent, sample::intent());
        QVERIFY(run.finished.parts == parts());
    }

    void othersSeeThatARunIsOn()
    {
        m_journal->begin(sample::request(), {});
        m_journal->record(analysed());
        const QString id = m_journal->run();
        QVERIFY(isRunLocked(m_folder->path(), id));
        m_journal->stop();
        QVERIFY(!isRunLocked(m_folder->path(), id));
        QVERIFY(QDir(m_folder->filePath(u"runs"_s)).isEmpty());
    }

    void noIdLeadsOutOfTheFolder_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : { u""_s, u"../../evil"_s, u"/etc/passwd"_s, u"one"_s,
                 u"{00000001-0000-4000-8000-000000000000}"_s })
            QTest::newRow(qPrintable(id)) << id;
    }
    void noIdLeadsOutOfTheFolder()
    {
        QFETCH(const QString, id);
        QVERIFY(!lockRun(m_folder->path(), id));
        QVERIFY(!isRunLocked(m_folder->path(), id));
        QVERIFY(!QFile::exists(m_folder->filePath(u"runs"_s)));
    }

    /// Each time that it says so, the result is there, whenever its program is killed.
    void whatWasSaidToBeDurableOutlastsAKill()
    {
        end();
        QProcess program;
        startProgramToKill(program, m_folder->path());
        QVERIFY(program.waitForReadyRead());
        int told = 0;
        while (told < 20) {
            QVERIFY(program.canReadLine() || program.waitForReadyRead());
            while (program.canReadLine())
                told = program.readLine().toInt();
        }
        program.kill();
        QVERIFY(program.waitForFinished());
        told = std::max(told, program.readAll().trimmed().split('\n').last().toInt());
        begin();
        const QList<RunLine> lines = unfinishedNow(*m_library).value();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().state, RunState::Running);
        QVERIFY(!isRunLocked(m_folder->path(), lines.first().id));
        const RecordedRun run = runNow(*m_library, lines.first().id).value();
        QVERIFY(run.finished.edits >= told);
    }

private:
    void begin()
    {
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
        m_journal = std::make_unique<RunJournal>(*m_library);
    }
    void end()
    {
        m_journal.reset();
        m_library.reset();
    }
    void again()
    {
        end();
        begin();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<RunJournal> m_journal;
};

} // namespace roadloom

namespace {

/// Completes one result after the other and says which is durable, until somebody kills it.
int recordOn(const QString& folder)
{
    using namespace roadloom;
    Library library(folder);
    if (library.open())
        return 1;
    RunJournal journal(library);
    journal.begin(sample::request(), {});
    journal.record(CompleteEvent { sample::intent(), AgentId::IntentAnalyzer });
    journal.record(CompleteEvent { design(), AgentId::CurriculumArchitect });
    RoadmapEdit edit;
    edit.framework = sample::perfectRoadmap();
    for (int i = 1; i < 100'000; ++i) {
        journal.record(ChunkEvent { u"More."_s, AgentId::RoadmapEditor });
        journal.record(CompleteEvent { edit, AgentId::RoadmapEditor });
        if (!journal.isDurable()) {
            QSignalSpy durable(&journal, &RunRecorder::durable);
            if (!durable.wait())
                return 1;
        }
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    return roadloom::testOrWork<roadloom::RunJournalTest>(argc, argv, recordOn);
}

#include "RunJournalTest.moc"
