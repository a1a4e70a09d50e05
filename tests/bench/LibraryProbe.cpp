// SPDX-License-Identifier: Apache-2.0
// What it costs to keep things: the journal of a run of 10,000 events, 1,000 a second, against the
// same events without one; opening a library of 1,000 roadmaps and 1,000,000 events against an
// empty one; reading a roadmap of 1,000 concepts, the history of 1,000 roadmaps, and searching
// these.
//
// Usage: roadloom_library_probe [EVENTS [STORED_EVENTS]]
#include "TimedApplication.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibrarySchema.h"
#include "core/storage/RunJournal.h"
#include "core/storage/SqlStatement.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr int storedRoadmaps = 1000;
constexpr int storedRuns = 1000;
constexpr int openings = 15;

/// Of all threads.
double processMilliseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

Roadmap roadmapOf(int concepts, int number)
{
    Roadmap roadmap;
    roadmap.id = u"roadmap-%1"_s.arg(number);
    roadmap.title = u"学习路线 %1: Web development"_s.arg(number);
    for (int s = 0; s < 5; ++s) {
        Stage stage;
        stage.id = u"s%1"_s.arg(s);
        stage.name = u"Stage %1"_s.arg(s);
        stage.order = s + 1;
        Module module;
        module.id = u"m%1"_s.arg(s);
        module.name = u"Module"_s;
        for (int c = 0; c < concepts / 5; ++c) {
            Concept item;
            item.id = u"c-%1-%2"_s.arg(s).arg(c);
            item.name = u"Concept %1 变量"_s.arg(c);
            item.description = u"What it is, why it is here and what comes of it."_s;
            item.keywords = { u"python"_s, u"网络"_s };
            module.concepts.append(item);
        }
        stage.modules = { module };
        roadmap.stages.append(stage);
    }
    return roadmap;
}

template <class Take>
void stream(int events, Take take)
{
    QElapsedTimer clock;
    clock.start();
    int next = 0;
    QTimer due;
    due.setTimerType(Qt::PreciseTimer);
    QEventLoop loop;
    QObject::connect(&due, &QTimer::timeout, &loop, [&] {
        for (; next < std::min<qint64>(clock.elapsed(), events); ++next)
            take(ChunkEvent { u"token "_s, AgentId::CurriculumArchitect, {} });
        if (next >= events)
            loop.quit();
    });
    due.start(1);
    loop.exec();
}

void printJournal(int events)
{
    qsizetype letters = 0;
    const double begin = processMilliseconds();
    stream(events, [&letters](const ChunkEvent& event) { letters += event.content.size(); });
    const double without = processMilliseconds() - begin;

    const QTemporaryDir folder;
    Library library(folder.path());
    if (library.open())
        std::abort();
    RunJournal journal(library);
    QList<double> calls;
    journal.begin({}, {});
    const double middle = processMilliseconds();
    stream(events, [&](const ChunkEvent& event) {
        const double call = cpuMilliseconds();
        journal.record(event);
        calls.append(cpuMilliseconds() - call);
    });
    journal.stop();
    library.flush();
    const double with = processMilliseconds() - middle;
    std::printf(
        "Journal of %d events, 1,000 a second: CPU %.0f ms against %.0f without it, %.1f %% "
        "of one core; a call takes %.4f ms (99th percentile), %.3f at most\n",
        events, with, without, (with - without) / double(events) * 100.0, shareOf(calls, 0.99),
        shareOf(calls, 1.0));
}

/// As many as a library has after years.
void fill(const QString& folder, int events)
{
    {
        Library library(folder);
        if (library.open())
            std::abort();
        LibraryEntry entry;
        for (int i = 0; i < storedRoadmaps; ++i) {
            entry.id = u"roadmap-%1"_s.arg(i);
            entry.roadmap = roadmapOf(i == 0 ? 1000 : 40, i);
            entry.created = entry.opened = QDateTime(QDate(2026, 1, 1), QTime(8, 0)).addSecs(i);
            library.put(entry);
            library.setTags(entry.id, { u"work"_s, u"计划"_s });
            library.archive(entry.id, i % 2 == 0);
        }
        for (int i = 0; i < storedRuns; ++i)
            library.beginRun({ .run = u"run-%1"_s.arg(i),
                .request = {},
                .answerer = {},
                .moment = QDateTime(QDate(2026, 1, 1), QTime(8, 0)).addSecs(i) });
        library.flush();
    }
    LibraryFile file;
    if (file.open(folder + u"/library.sqlite"_s, LibraryFile::Use::ReadAndWrite))
        std::abort();
    QSqlError error;
    const bool isDone = runSql(file.database(),
        u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %1)"
        " INSERT INTO run_events (run, moment, event) SELECT 'run-' || (i %% %2), '2026-01-01',"
        " '{\"type\":\"chunk\",\"content\":\"some words that were said\",\"agent\":\"curriculum_"
        "architect\"}' FROM n"_s.arg(events)
            .arg(storedRuns)
            .replace("%%"_L1, "%"_L1),
        error);
    if (!isDone)
        std::abort();
}

/// Until the list of what was opened last is there.
double openingOf(const QString& folder)
{
    const double begin = processMilliseconds();
    Library library(folder);
    if (library.open())
        std::abort();
    QEventLoop loop;
    QObject::connect(&library, &Library::listRead, &loop, &QEventLoop::quit);
    library.readList(6);
    loop.exec();
    return processMilliseconds() - begin;
}

void printOpening(const QString& full, const QString& empty)
{
    QList<double> ofFull;
    QList<double> ofEmpty;
    for (int i = 0; i < openings; ++i) {
        ofFull.append(openingOf(full));
        ofEmpty.append(openingOf(empty));
    }
    const double one = shareOf(ofFull, 0.5);
    const double other = shareOf(ofEmpty, 0.5);
    std::printf("Opening a library of %d roadmaps: CPU %.2f ms against %.2f of an empty one, %.2f "
                "times as much\n",
        storedRoadmaps, one, other, one / other);
}

template <class Signal, class Ask>
double answerTime(Library& library, Signal signal, Ask ask)
{
    QEventLoop loop;
    QObject::connect(&library, signal, &loop, &QEventLoop::quit);
    QElapsedTimer clock;
    clock.start();
    ask();
    loop.exec();
    return double(clock.nsecsElapsed()) / 1e6;
}

void printReading(const QString& folder)
{
    Library library(folder);
    if (library.open())
        std::abort();
    QList<double> reading;
    QList<double> listing;
    QList<double> searching;
    for (int i = 0; i < openings; ++i) {
        reading.append(answerTime(
            library, &Library::roadmapRead, [&library] { library.readRoadmap(u"roadmap-0"_s); }));
        listing.append(
            answerTime(library, &Library::historyRead, [&library] { library.readHistory(); }));
        for (const QString& typed : { u"变量"_s, u"学"_s, u"web dev"_s })
            searching.append(answerTime(library, &Library::found, [&] { library.search(typed); }));
    }
    std::printf("Reading a roadmap of 1,000 concepts: %.1f ms; the history: %.1f ms; searching %d "
                "roadmaps, of which all "
                "match: %.1f ms, %.1f at most\n",
        shareOf(reading, 0.5), shareOf(listing, 0.5), storedRoadmaps, shareOf(searching, 0.5),
        shareOf(searching, 1.0));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    printJournal(argc > 1 ? std::atoi(argv[1]) : 10'000);
    const QTemporaryDir folder;
    const QString full = folder.filePath(u"full"_s);
    fill(full, argc > 2 ? std::atoi(argv[2]) : 1'000'000);
    printOpening(full, folder.filePath(u"empty"_s));
    printReading(full);
    return 0;
}
