// SPDX-License-Identifier: Apache-2.0
#include "core/storage/Library.h"

#include "core/base/LogCategories.h"
#include "core/base/Overload.h"
#include "core/base/PlainText.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibraryKeeper.h"
#include "core/storage/LibrarySalvage.h"
#include "core/storage/LibraryTags.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

void tellSalvage(Error& problem, int roadmaps)
{
    if (roadmaps > 0)
        problem.message += u' '
            + Translation::tr("%n roadmap(s) could be read and are here again. What was "
                              "done last may be missing.",
                nullptr, roadmaps);
}

} // namespace

Library::Library(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_path(QDir(folder).filePath(u"library.sqlite"_s))
{
    m_thread.setObjectName(u"library"_s);
}

Library::~Library()
{
    if (!isOpen())
        return;
    QMetaObject::invokeMethod(m_keeper, "close", Qt::BlockingQueuedConnection);
    // There may be no window any more that could say so.
    for (const LibraryReport& report : m_keeper->takeReports()) {
        if (const auto* lost = std::get_if<ChangesLost>(&report))
            qWarning().noquote() << lost->error.message << lost->error.details;
    }
    m_thread.quit();
    m_thread.wait();
}

std::optional<Error> Library::open()
{
    PreparedLibrary prepared = prepareLibrary(m_path);
    std::optional<Error> problem = prepared.problem;
    if (prepared.state == LibraryFileState::Damaged) {
        const QString damaged = prepared.setAside;
        prepared = prepareLibrary(m_path);
        if (prepared.state == LibraryFileState::Usable && !damaged.isEmpty()) {
            const int roadmaps = salvageLibrary(damaged, m_path);
            qCInfo(logLibrary, "damaged, set aside; salvaged roadmaps=%d", roadmaps);
            tellSalvage(*problem, roadmaps);
        }
    }
    if (prepared.state == LibraryFileState::Damaged
        || prepared.state == LibraryFileState::Unreachable) {
        qCInfo(logLibrary, "not opened kind=%s", qPrintable(errorKindName(prepared.problem->kind)));
        return prepared.problem;
    }
    qCInfo(logLibrary, "opened newer=%d frozen=%d bytes=%lld",
        int(prepared.state == LibraryFileState::Newer), int(prepared.isFrozen),
        static_cast<long long>(QFileInfo(m_path).size()));
    m_isWritable = prepared.state != LibraryFileState::Newer && !prepared.isFrozen;
    m_keeper = new LibraryKeeper(
        { .path = m_path,
            .use = m_isWritable ? LibraryFile::Use::ReadAndWrite : LibraryFile::Use::Read,
            .isFrozen = prepared.isFrozen },
        *this);
    m_keeper->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_keeper, &QObject::deleteLater);
    m_thread.start();
    return problem ? problem : prepared.problem;
}

QString Library::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void Library::change(LibraryChange change)
{
    giveChange(std::move(change));
}

/// One that is a change, or becomes one.
void Library::giveChange(LibraryJob job)
{
    if (!isWritable()) // open() has said so
        return;
    ++m_given;
    m_keeper->give(std::move(job));
}

Keeping Library::keeping() const
{
    if (!isWritable())
        return Keeping::NotKept;
    return m_keeping == Keeping::Kept && m_taken < m_given ? Keeping::Underway : m_keeping;
}

void Library::put(const LibraryEntry& entry)
{
    give({ .entry = entry });
}

void Library::putStudied(const KeptRoadmap& kept)
{
    give({ .entry = kept.entry,
        .studies = kept.studies,
        .finishes = kept.finishes,
        .tags = libraryTags::from(kept.tags),
        .isRenamed = kept.isRenamed,
        .isFetched = true });
}

void Library::give(RoadmapPut put)
{
    put.number = m_given + 1;
    put.isKnown = m_known.contains(put.entry.id);
    m_known.insert(put.entry.id);
    m_puts.insert(put.entry.id, put.number);
    change(std::move(put));
}

QString Library::titleFrom(const QString& typed)
{
    return hasVisibleCharacter(typed) ? shortLine(typed, longestTitle) : QString();
}

void Library::addStudied(const KeptRoadmap& kept)
{
    m_known.remove(kept.entry.id);
    putStudied(kept);
}

void Library::rename(const QString& id, const QString& title)
{
    if (const QString kept = titleFrom(title); !kept.isEmpty())
        change(RoadmapRenamed { id, kept });
}

void Library::setHoursPerWeek(const QString& id, int hours)
{
    change(HoursChosen { id, hours });
}

void Library::noteOpened(const QString& id, const QDateTime& moment)
{
    change(RoadmapOpened { id, moment });
}

void Library::remove(const QString& id)
{
    change(RoadmapRemoved { .id = id, .moment = QDateTime::currentDateTime() });
}

QStringList Library::tagsFrom(const QString& typed)
{
    return libraryTags::from({ typed });
}

void Library::setTags(const QString& id, const QStringList& tags)
{
    change(TagsSet { .id = id, .tags = libraryTags::from(tags) });
}

void Library::archive(const QString& id, bool isArchived)
{
    change(RoadmapArchived { .id = id, .isArchived = isArchived });
}

void Library::takeBack(const QString& id)
{
    change(RoadmapTakenBack { id });
}

void Library::purge(const QString& id)
{
    change(RoadmapPurged { id });
}

void Library::duplicate(const QString& id, const QString& copy, const QString& title)
{
    giveChange(DuplicateWanted { .roadmap = id, .newId = copy, .title = titleFrom(title) });
}

void Library::bringBackVersion(const QString& id, qint64 version)
{
    giveChange(BringBackWanted { .roadmap = id, .version = version });
}

void Library::saveNote(const QString& id, const QString& conceptId, const QString& note)
{
    change(NoteSaved {
        .id = id, .conceptId = conceptId, .note = note, .moment = QDateTime::currentDateTime() });
}

void Library::saveStep(const QString& id, const StudyStep& step)
{
    change(StepTaken { .id = id, .step = step, .moment = QDateTime::currentDateTime() });
}

void Library::restore(const QString& backup)
{
    change(LibraryRestored { backup });
}

void Library::beginRun(const RunBegun& begun)
{
    change(begun);
}

void Library::recordRun(RunRecorded recorded)
{
    change(std::move(recorded));
}

void Library::leadRun(const QString& run, const QString& roadmap)
{
    change(RunLed { .run = run, .roadmap = roadmap });
}

void Library::removeRun(const QString& run)
{
    change(RunRemoved { run });
}

void Library::readList(int most)
{
    if (isOpen())
        m_keeper->give(ListWanted { most });
    else
        QMetaObject::invokeMethod(
            this, [this, most] { Q_EMIT listRead(notOpen(), most); }, Qt::QueuedConnection);
}

void Library::readRoadmap(const QString& id)
{
    if (isOpen())
        m_keeper->give(RoadmapWanted { id });
    else
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT roadmapRead(id, notOpen()); }, Qt::QueuedConnection);
}

void Library::readHistory()
{
    if (isOpen())
        m_keeper->give(HistoryWanted {});
    else
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT historyRead(notOpen()); }, Qt::QueuedConnection);
}

void Library::readLine(const QString& id)
{
    if (isOpen())
        m_keeper->give(LineWanted { id });
    else
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT lineRead(id, notOpen()); }, Qt::QueuedConnection);
}

void Library::readVersions(const QString& id)
{
    if (isOpen())
        m_keeper->give(VersionsWanted { id });
    else
        QMetaObject::invokeMethod(
            this, [this, id] { Q_EMIT versionsRead(id, notOpen()); }, Qt::QueuedConnection);
}

void Library::readVersion(const QString& id, qint64 version)
{
    if (isOpen())
        m_keeper->give(VersionWanted { .roadmap = id, .version = version });
    else
        QMetaObject::invokeMethod(
            this, [this, id, version] { Q_EMIT versionRead(id, version, notOpen()); },
            Qt::QueuedConnection);
}

void Library::readUnfinished(int most)
{
    if (isOpen())
        m_keeper->give(UnfinishedWanted { most });
    else
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT unfinishedRead(notOpen()); }, Qt::QueuedConnection);
}

void Library::readRun(const QString& run)
{
    if (isOpen())
        m_keeper->give(RunWanted { run });
    else
        QMetaObject::invokeMethod(
            this, [this, run] { Q_EMIT runRead(run, notOpen()); }, Qt::QueuedConnection);
}

void Library::search(const QString& typed, int most)
{
    if (isOpen())
        m_keeper->give(SearchWanted { .typed = typed, .most = most });
    else
        QMetaObject::invokeMethod(
            this, [this, typed] { Q_EMIT found(typed, notOpen()); }, Qt::QueuedConnection);
}

void Library::flush()
{
    if (isWritable())
        QMetaObject::invokeMethod(m_keeper, "catchUp", Qt::BlockingQueuedConnection);
}

void Library::hurry()
{
    if (isWritable())
        QMetaObject::invokeMethod(m_keeper, "hurry", Qt::QueuedConnection);
}

void Library::takeStand(const ChangesStand& stand)
{
    m_taken = stand.taken;
    m_keeping = stand.keeping;
}

void Library::takeWritten(const RoadmapWritten& put)
{
    if (m_puts.value(put.id) != put.number)
        return; // a later one follows
    m_puts.remove(put.id);
    Q_EMIT roadmapWritten(put.id);
}

/// That the list is another one is told once for many changes.
void Library::takeReports()
{
    bool isListOld = false;
    for (const LibraryReport& report : m_keeper->takeReports())
        std::visit(Overload {
                       [this](const ListRead& read) { Q_EMIT listRead(read.lines, read.most); },
                       [this](const HistoryRead& read) { Q_EMIT historyRead(read.lines); },
                       [this](const LineRead& read) { Q_EMIT lineRead(read.id, read.line); },
                       [this](const VersionsRead& read) {
                           Q_EMIT versionsRead(read.roadmap, read.versions);
                       },
                       [this](const VersionRead& read) {
                           Q_EMIT versionRead(read.roadmap, read.version, read.design);
                       },
                       [this](const RoadmapRead& read) {
                           if (read.kept)
                               m_known.insert(read.id);
                           Q_EMIT roadmapRead(read.id, read.kept);
                       },
                       [this](const ChangesStand& stand) {
                           takeStand(stand);
                           Q_EMIT keepingChanged();
                       },
                       [this](const UnfinishedRead& read) { Q_EMIT unfinishedRead(read.lines); },
                       [this](const Found& read) { Q_EMIT found(read.typed, read.hits); },
                       [this](const RunRead& read) { Q_EMIT runRead(read.run, read.recorded); },
                       [this](const RunSettled& run) { Q_EMIT runSettled(run.number); },
                       [this](const RoadmapWritten& put) { takeWritten(put); },
                       [this](const RoadmapGone& gone) { Q_EMIT roadmapGone(gone.id); },
                       [this](const ChangeFailed& change) {
                           takeStand(change.stand);
                           // SQLite's code leads the details; the rest may name anything.
                           qCInfo(logLibrary, "change failed kind=%s code=%d fate=%d",
                               qPrintable(errorKindName(change.error.kind)),
                               change.error.details.section(u' ', 0, 0).toInt(), int(change.fate));
                           Q_EMIT failed(change.error, change.fate, change.roadmap);
                           Q_EMIT keepingChanged();
                       },
                       [this](const ChangesCaughtUp& /*all*/) {
                           qCInfo(logLibrary, "caught up");
                           Q_EMIT caughtUp();
                       },
                       [](const ChangesLost& /*some*/) {}, // nobody hears of it here
                       [&isListOld](const ListOutdated& /*list*/) { isListOld = true; },
                   },
            report);
    if (isListOld)
        Q_EMIT listChanged();
}

Error Library::notOpen() const
{
    return { ErrorKind::Internal,
        Translation::tr("The library %1 is not open.").arg(QDir::toNativeSeparators(m_path)), {} };
}

} // namespace roadloom
