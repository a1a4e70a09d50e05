// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryKeeper.h"

#include "core/base/Overload.h"
#include "core/storage/AmendedReading.h"
#include "core/storage/LibraryReading.h"
#include "core/storage/LibraryWriting.h"
#include "core/storage/SqlStatement.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

/// For which another program may be busy before the person hears of it.
constexpr std::chrono::milliseconds patience = 3s;
/// The same, for somebody who waits for it.
constexpr std::chrono::milliseconds shortPatience = 1s;
/// So that who wants to read waits no longer behind a change.
constexpr auto longestTry = 250ms;
constexpr auto firstPause = 250ms;
constexpr auto longestPause = 2s;

constexpr int readOnly = 8; // SQLite's code
constexpr int constraint = 19; // the same: what it is about is not there

bool isBusy(int code)
{
    constexpr int busy = 5;
    constexpr int locked = 6;
    return code == busy || code == locked;
}

/// The same change may succeed later: it is not to blame.
bool isHindrance(int code)
{
    constexpr std::array others { 3, 7, 10, 13, 14, 15 }; // SQLITE_PERM … SQLITE_PROTOCOL
    return isBusy(code) || std::ranges::find(others, code) != others.end();
}

/// In a transaction of its own. The error of what failed; none.
std::optional<QSqlError> commit(const LibraryChange& change, QSqlDatabase& database)
{
    QSqlError error;
    // Immediate, so that it waits for another program instead of failing half way.
    if (runSql(database, u"BEGIN IMMEDIATE"_s, error) && write(change, database, error)
        && runSql(database, u"COMMIT"_s, error))
        return std::nullopt;
    trySql(database, u"ROLLBACK"_s);
    return error;
}

} // namespace

LibraryKeeper::LibraryKeeper(Place place, QObject& listener)
    : m_place(std::move(place))
    , m_listener(listener)
    , m_watch(m_place.path, this)
    , m_retry(this)
{
    connect(&m_watch, &LibraryWatch::written, this, &LibraryKeeper::lookForOthers);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LibraryKeeper::writeWaiting);
}

/// The lock of the mailbox, whose last reports another thread has taken, orders the two. (That the
/// thread's end does, a sanitizer cannot see in Qt.)
LibraryKeeper::~LibraryKeeper()
{
    static_cast<void>(takeReports());
}

void LibraryKeeper::give(LibraryJob job)
{
    if (m_jobs.put(std::move(job)))
        QMetaObject::invokeMethod(this, "work", Qt::QueuedConnection);
}

void LibraryKeeper::report(LibraryReport report)
{
    if (m_reports.put(std::move(report)))
        QMetaObject::invokeMethod(&m_listener, "takeReports", Qt::QueuedConnection);
}

/// What cannot be read since the file is damaged makes the next start look at all of it.
template <class Value, class... Asked>
Result<Value> LibraryKeeper::answer(
    Result<Value> (AmendedReading::*ask)(Asked...) const, const std::decay_t<Asked>&... about)
{
    writeUnlessHindered();
    const std::optional<Error> error = open();
    Result<Value> read = error
        ? Result<Value>(*error)
        : (AmendedReading(m_file.database(), m_place.path, m_waiting).*ask)(about...);
    if (!read && read.error().kind == ErrorKind::InvalidInput)
        suspectLibrary(m_place.path);
    return read;
}

void LibraryKeeper::work()
{
    std::vector<LibraryJob> jobs = m_jobs.takeAll();
    if (jobs.empty())
        return;
    for (LibraryJob& job : jobs)
        std::visit(
            Overload {
                [this](LibraryChange& change) { take(std::move(change)); },
                [this](const BringBackWanted& wanted) { take(wanted); },
                [this](const DuplicateWanted& wanted) { take(wanted); },
                [this](const ListWanted& wanted) {
                    report(ListRead { answer(&AmendedReading::list, wanted.most), wanted.most });
                },
                [this](const HistoryWanted& /*all*/) {
                    report(HistoryRead { answer(&AmendedReading::history) });
                },
                [this](const LineWanted& wanted) {
                    report(LineRead { wanted.id, answer(&AmendedReading::line, wanted.id) });
                },
                [this](const RoadmapWanted& wanted) {
                    report(RoadmapRead { wanted.id, answer(&AmendedReading::roadmap, wanted.id) });
                },
                [this](const VersionsWanted& wanted) {
                    report(VersionsRead {
                        wanted.roadmap, answer(&AmendedReading::versions, wanted.roadmap) });
                },
                [this](const VersionWanted& wanted) {
                    report(VersionRead { wanted.roadmap, wanted.version,
                        answer(&AmendedReading::version, wanted.roadmap, wanted.version) });
                },
                [this](const UnfinishedWanted& wanted) {
                    report(UnfinishedRead { answer(&AmendedReading::unfinished, wanted.most) });
                },
                [this](const RunWanted& wanted) {
                    report(RunRead { wanted.run, answer(&AmendedReading::run, wanted.run) });
                },
                [this](const SearchWanted& wanted) {
                    report(Found {
                        wanted.typed, answer(&AmendedReading::search, wanted.typed, wanted.most) });
                },
            },
            job);
    writeUnlessHindered();
}

void LibraryKeeper::take(LibraryChange change)
{
    ++m_taken;
    if (concernsList(change))
        report(ListOutdated {});
    m_waiting.add(std::move(change));
}

/// A title that the learner gave stays.
void LibraryKeeper::take(const BringBackWanted& wanted)
{
    const Result<CurriculumDesign> design
        = answer(&AmendedReading::version, wanted.roadmap, wanted.version);
    const Result<KeptRoadmap> now = answer(&AmendedReading::roadmap, wanted.roadmap);
    if (!design || !now)
        return lose(now ? design.error() : now.error(), wanted.roadmap);
    LibraryEntry entry = now.value().entry;
    const QString title = entry.roadmap.title;
    entry.roadmap = design.value().framework;
    entry.rationale = design.value().designRationale;
    if (now.value().isRenamed)
        entry.roadmap.title = title;
    const LibraryEntry& before = now.value().entry;
    if (entry.roadmap != before.roadmap || entry.rationale != before.rationale)
        return take(RoadmapPut { .entry = std::move(entry), .isKnown = true });
    ++m_taken; // it is the current one, under a title that is in no version
    report(RoadmapWritten { .id = entry.id });
}

void LibraryKeeper::take(const DuplicateWanted& wanted)
{
    const Result<KeptRoadmap> read = answer(&AmendedReading::roadmap, wanted.roadmap);
    if (!read)
        return lose(read.error(), wanted.newId);
    const KeptRoadmap& original = read.value();
    LibraryEntry entry = original.entry;
    entry.id = wanted.newId;
    if (!wanted.title.isEmpty())
        entry.roadmap.title = wanted.title;
    entry.created = QDateTime::currentDateTime();
    entry.opened = entry.created;
    take(RoadmapPut { .entry = std::move(entry),
        .studies = original.studies,
        .tags = original.tags,
        .isRenamed = true });
}

/// A change that cannot be made of what was read.
void LibraryKeeper::lose(const Error& error, const QString& roadmap)
{
    ++m_taken;
    m_hasLost = true;
    report(ChangeFailed {
        .error = error, .fate = ChangeFate::Lost, .stand = stand(), .roadmap = roadmap });
    if (!isThere(roadmap))
        report(RoadmapGone { roadmap });
}

void LibraryKeeper::writeFor(std::chrono::milliseconds longest)
{
    QElapsedTimer clock;
    clock.start();
    work();
    do
        writeWaiting();
    while (!m_waiting.isEmpty() && m_isBusy && !clock.hasExpired(longest.count()));
}

void LibraryKeeper::catchUp()
{
    writeFor(patience);
}

void LibraryKeeper::hurry()
{
    writeFor(shortPatience);
    if (m_waiting.isEmpty() || m_hasTold)
        return;
    if (m_failure.code == readOnly) {
        giveUp(m_failure);
        endHindrance();
    } else {
        tell(m_failure, ChangeFate::Wait);
    }
}

void LibraryKeeper::close()
{
    catchUp();
    m_retry.stop();
    if (!m_waiting.isEmpty() && !m_hasGivenUp) // else that was told
        report(ChangesLost { { ErrorKind::Internal,
            Translation::tr("Not all that you did last could be written to the library %1 before "
                            "Roadloom ended.")
                .arg(QDir::toNativeSeparators(m_place.path)),
            m_failure.error.details } });
    if (m_place.use == LibraryFile::Use::ReadAndWrite)
        static_cast<void>(open());
    closeFile();
}

std::optional<Error> LibraryKeeper::open()
{
    if (m_file.isOpen())
        return std::nullopt;
    if (std::optional<Error> error = m_place.use == LibraryFile::Use::Read
            ? m_file.openInOurForm(m_place.path, m_place.isFrozen)
            : m_file.open(m_place.path, m_place.use))
        return error;
    if (m_place.use == LibraryFile::Use::ReadAndWrite) {
        trySql(m_file.database(), u"PRAGMA busy_timeout = %1"_s.arg(longestTry.count()));
    }
    m_others = writtenByOthers();
    if (!m_place.isFrozen)
        m_watch.begin();
    return std::nullopt;
}

void LibraryKeeper::closeFile()
{
    m_watch.end();
    m_file.close();
}

/// https://www.sqlite.org/pragma.html#pragma_data_version: what this connection wrote itself does
/// not change it.
qint64 LibraryKeeper::writtenByOthers()
{
    QSqlError ignored;
    return valueOfSql(m_file.database(), u"PRAGMA data_version"_s, ignored).toLongLong();
}

void LibraryKeeper::lookForOthers()
{
    if (!m_file.isOpen())
        return;
    const qint64 now = writtenByOthers();
    if (std::exchange(m_others, now) != now)
        report(ListOutdated {});
}

/// Who reads does not wait while another program is busy: there is a time for the next try.
void LibraryKeeper::writeUnlessHindered()
{
    if (!m_hindered.isValid())
        writeWaiting();
}

void LibraryKeeper::writeWaiting()
{
    while (!m_waiting.isEmpty()) {
        const std::optional<LibraryFailure> failure = writeFirst();
        m_isBusy = failure && isBusy(failure->code);
        if (!failure || failure->code != readOnly)
            m_readOnly.invalidate();
        else if (!m_readOnly.isValid())
            m_readOnly.start();
        if (failure)
            m_failure = *failure;
        if (failure && mayPass(*failure)) {
            hinder(*failure);
            reportStand();
            return;
        }
        if (failure && (isLibraryDamage(failure->code) || failure->code == readOnly)) {
            giveUp(*failure);
            break;
        }
        settleFirst(failure);
    }
    endHindrance();
}

std::optional<LibraryFailure> LibraryKeeper::writeFirst()
{
    if (const std::optional<Error> error = open())
        return LibraryFailure { .error = *error, .code = m_file.failure() };
    const std::optional<QSqlError> error = commit(m_waiting.first(), m_file.database());
    if (!error)
        return std::nullopt;
    const int code = libraryErrorCode(*error);
    if (code == readOnly)
        closeFile(); // SQLite stays with what it could when it opened the file
    return LibraryFailure { .error = libraryError(m_place.path, *error), .code = code };
}

bool LibraryKeeper::mayPass(const LibraryFailure& failure) const
{
    if (failure.code != readOnly)
        return isHindrance(failure.code);
    return !m_hasGivenUp && !m_readOnly.hasExpired(patience.count());
}

/// The first one is written, or to blame.
void LibraryKeeper::settleFirst(const std::optional<LibraryFailure>& failure)
{
    const LibraryChange& first = m_waiting.first();
    if (failure) {
        m_hasLost = true;
        if (isNews(first, *failure))
            report(ChangeFailed { .error = failure->error,
                .fate = ChangeFate::Lost,
                .stand = stand(),
                .roadmap = roadmapOf(first) });
        reportIfGone(first);
    } else {
        m_hasGivenUp = false;
        if (const auto* const put = std::get_if<RoadmapPut>(&first))
            report(RoadmapWritten { .id = put->entry.id, .number = put->number });
    }
    if (const auto* const recorded = std::get_if<RunRecorded>(&first))
        report(RunSettled { recorded->number });
    m_waiting.removeFirst();
}

/// A run goes on to the end, also where its record went with its roadmap: that is told once.
bool LibraryKeeper::isNews(const LibraryChange& change, const LibraryFailure& failure)
{
    const auto* const recorded = std::get_if<RunRecorded>(&change);
    const auto* const led = std::get_if<RunLed>(&change);
    if (failure.code != constraint || (recorded == nullptr && led == nullptr))
        return true;
    const QString& run = recorded != nullptr ? recorded->run : led->run;
    const bool isKnown = m_lostRuns.contains(run);
    m_lostRuns.insert(run);
    return !isKnown;
}

/// Where no try helps, none is made before another change comes, and what to do is told once.
void LibraryKeeper::giveUp(const LibraryFailure& failure)
{
    if (isLibraryDamage(failure.code)) {
        m_hasLost = true;
        suspectLibrary(m_place.path);
        for (const LibraryChange& change : m_waiting) {
            if (std::holds_alternative<RoadmapPut>(change))
                reportIfGone(change);
        }
        m_waiting.clear();
        report(ListOutdated {});
    }
    if (!m_hasGivenUp)
        tell(failure, ChangeFate::AllLost);
}

bool LibraryKeeper::isThere(const QString& id)
{
    return !open() && LibraryReading(m_file.database(), m_place.path).has(id);
}

/// Else each change that follows would be lost by itself.
void LibraryKeeper::reportIfGone(const LibraryChange& change)
{
    const QString id = roadmapOf(change);
    if (!id.isEmpty() && !isThere(id))
        report(RoadmapGone { id });
}

/// Another program that is busy for a moment is no news; a file that stays read-only is told later.
void LibraryKeeper::hinder(const LibraryFailure& failure)
{
    if (!m_hindered.isValid()) {
        m_hindered.start();
        m_pause = firstPause;
    }
    const bool hasTold = m_hasTold && !m_hasGivenUp;
    const bool isNews = !m_isBusy || m_hindered.hasExpired(patience.count());
    if (!hasTold && isNews && failure.code != readOnly)
        tell(failure, ChangeFate::Wait);
    if (m_retry.isActive())
        return; // tried in between
    m_retry.start(m_pause);
    m_pause = std::min<std::chrono::milliseconds>(2 * m_pause, longestPause);
}

/// Nothing is tried again by itself: all is written, or it is in vain.
void LibraryKeeper::endHindrance()
{
    const bool wasHindered = m_hindered.isValid();
    m_hindered.invalidate();
    m_retry.stop();
    const bool wasTold = !m_hasGivenUp && std::exchange(m_hasTold, false);
    const bool hasLost = m_hasLost;
    if (!m_hasGivenUp)
        m_hasLost = false;
    if (wasHindered || wasTold)
        report(ListOutdated {}); // what is learnt is counted where it is written
    reportStand();
    if (wasTold && !hasLost)
        report(ChangesCaughtUp {});
}

void LibraryKeeper::tell(const LibraryFailure& failure, ChangeFate fate)
{
    m_hasTold = true;
    m_hasGivenUp = fate == ChangeFate::AllLost;
    m_told = stand();
    report(ChangeFailed { .error = failure.error, .fate = fate, .stand = m_told });
}

ChangesStand LibraryKeeper::stand() const
{
    if (m_hasGivenUp)
        return { .keeping = Keeping::NotKept, .taken = m_taken };
    if (m_waiting.isEmpty())
        return { .keeping = Keeping::Kept, .taken = m_taken };
    return { .keeping = m_hasTold ? Keeping::Waiting : Keeping::Underway, .taken = m_taken };
}

void LibraryKeeper::reportStand()
{
    const ChangesStand now = stand();
    if (std::exchange(m_told, now) != now)
        report(now);
}

} // namespace roadloom
