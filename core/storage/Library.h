// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/Keeping.h"
#include "core/storage/LibraryChange.h"
#include "core/storage/LibraryRecords.h"
#include "core/storage/LibraryReport.h"
#include "core/storage/LibraryTexts.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThread>

namespace roadloom {

class LibraryKeeper;

/// The learner's roadmaps and their study, in the file library.sqlite of a folder, readable for its
/// owner alone. Several programs may have it open; each change is a short transaction of its own.
///
/// Nothing here waits: a thread of its own writes and reads, in the order in which it is asked, and
/// signals tell. What cannot be written for now, since the disk is full or another program is
/// busy, is tried again until it can, with all that comes behind it; failed() tells it once, and
/// caughtUp() the end. Where the file stays read-only, it is tried with each change that follows;
/// where it is damaged, what waits is lost. failed() tells that once. Who reads sees made what
/// waits. Progress and notes are kept by the ids of concepts, so that a roadmap that is edited or
/// made again keeps them; those of concepts that vanished stay.
class Library : public QObject {
    Q_OBJECT
public:
    /// Opens nothing yet.
    explicit Library(const QString& folder, QObject* parent = nullptr);
    /// Waits for what is being written, and leaves all of it in the one file, unless another
    /// program has it open. What still cannot be written is lost, which standard error is told.
    ~Library() override;

    [[nodiscard]] QString path() const { return m_path; }

    /// Makes or opens the file, and says what the person must know. A damaged file, or one that is
    /// none of ours, is set aside and another begun; one of a newer version, or one where nothing
    /// can be written, can be read. Call it once, before all else.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] bool isOpen() const { return m_thread.isRunning(); }
    /// There is a file to write to.
    [[nodiscard]] bool isWritable() const { return m_isWritable; }
    /// Of all that was changed so far, as the signals have told it.
    [[nodiscard]] Keeping keeping() const;

    /// For a roadmap that is not in the library yet.
    [[nodiscard]] static QString newId();

    /// Adds the roadmap, or puts it in the place of the one with its id: roadmapWritten() or
    /// roadmapGone() may take long to follow. One that was put or read here before, and that
    /// another program has deleted, is not added again: its study is not there any more.
    void put(const LibraryEntry& entry);
    /// The same, as it comes from elsewhere: with what was studied of the concepts that it names,
    /// in the place of what was studied of these, and tags beside those it has, and out of the bin
    /// and the archive. All of it, or nothing.
    void putStudied(const KeptRoadmap& kept);
    /// The same of one that is not there: also where it was, and was deleted.
    void addStudied(const KeptRoadmap& kept);
    static constexpr int longestTitle = 200; ///< characters, of those that are typed
    /// As a title that was typed is kept: plain text on one line. Empty if nobody would see it.
    [[nodiscard]] static QString titleFrom(const QString& typed);
    /// With a title of titleFrom(); an empty one changes nothing.
    void rename(const QString& id, const QString& title);
    void setHoursPerWeek(const QString& id, int hours);
    void noteOpened(const QString& id, const QDateTime& moment);
    /// As tags that were typed are kept, see libraryTags.
    [[nodiscard]] static QStringList tagsFrom(const QString& typed);
    /// In the place of those it had.
    void setTags(const QString& id, const QStringList& tags);
    /// Out of the list, or into it again.
    void archive(const QString& id, bool isArchived);
    /// Into the bin, with all that was studied of it: it can be read and studied as before, but is
    /// in no list but the history.
    void remove(const QString& id);
    /// From the bin.
    void takeBack(const QString& id);
    /// For good, with all that was studied of it, its versions and runs, if it is in the bin.
    void purge(const QString& id);
    /// Adds one of newId() with that title, and the design, the wish, the tags and the study of the
    /// other, but none of its versions and runs. When what was finished and how long it took stays
    /// with the other alone, so that no hour counts twice. Without a title that anybody would see,
    /// it has the other's. roadmapWritten() or roadmapGone() tells of `copy`.
    void duplicate(const QString& id, const QString& copy, const QString& title);
    /// The design of a version of versionsRead() becomes the roadmap's, as a new version, unless it
    /// is it already; a title that the learner gave stays. roadmapWritten() tells.
    void bringBackVersion(const QString& id, qint64 version);

    /// Each leaves what the other writes as it is in the file.
    void saveNote(const QString& id, const QString& conceptId, const QString& note);
    void saveStep(const QString& id, const StudyStep& step);

    /// Puts what a backup of it has in the place of all that it has: listChanged() tells.
    void restore(const QString& backup);

    void beginRun(const RunBegun& begun);
    /// For runSettled(): the numbers grow.
    void recordRun(RunRecorded recorded);
    /// It led to that roadmap of the library.
    void leadRun(const QString& run, const QString& roadmap);
    void removeRun(const QString& run);

    /// Asks for listRead(), of those that are neither archived nor in the bin: the one opened last
    /// comes first; `most` of them, -1: all.
    void readList(int most = -1);
    /// Asks for historyRead(), of all, in the same order.
    void readHistory();
    /// Asks for lineRead().
    void readLine(const QString& id);
    /// Asks for roadmapRead().
    void readRoadmap(const QString& id);
    /// Asks for versionsRead(): the newest, which is the current one, first, of the
    /// newestVersions and the first of all; what could not be written yet is waitingVersion.
    void readVersions(const QString& id);
    /// Asks for versionRead().
    void readVersion(const QString& id, qint64 version);

    /// Asks for unfinishedRead(): of the runs that are not done, or led to no roadmap that is kept,
    /// the one begun last comes first. One whose roadmap is in the bin is left out.
    /// What of them could not be written yet is not seen.
    void readUnfinished(int most = -1);
    /// Asks for runRead().
    void readRun(const QString& run);

    /// Asks for found(), also of what is archived and in the bin. What could not be written yet is
    /// not.
    void search(const QString& typed, int most = -1);

    /// Waits until all that can be is written; for another program, a few seconds.
    void flush();
    /// Waits for nothing: within a second or so, all is written, or failed() has told that it
    /// cannot be.
    void hurry();

Q_SIGNALS:
    /// `most` as in readList(): others may have asked for another part of it.
    void listRead(const roadloom::Result<QList<roadloom::LibraryLine>>& lines, int most);
    void historyRead(const roadloom::Result<QList<roadloom::LibraryLine>>& lines);
    /// ErrorKind::NotFound if there is none with that id.
    void lineRead(const QString& id, const roadloom::Result<roadloom::LibraryLine>& line);
    /// Empty if there is no such roadmap.
    void versionsRead(
        const QString& id, const roadloom::Result<QList<roadloom::RoadmapVersion>>& versions);
    /// ErrorKind::NotFound if the roadmap has no such version.
    void versionRead(const QString& id, qint64 version,
        const roadloom::Result<roadloom::CurriculumDesign>& design);
    /// ErrorKind::NotFound if there is none with that id.
    void roadmapRead(const QString& id, const roadloom::Result<roadloom::KeptRoadmap>& kept);
    void unfinishedRead(const roadloom::Result<QList<roadloom::RunLine>>& lines);
    void found(
        const QString& typed, const roadloom::Result<QList<roadloom::libraryTexts::Hit>>& hits);
    /// ErrorKind::NotFound if there is none with that id.
    void runRead(const QString& run, const roadloom::Result<roadloom::RecordedRun>& recorded);
    /// What was recorded of runs up to that number is on the disk, even if the power fails; or
    /// failed() has told that it is lost.
    void runSettled(qint64 number);
    /// What was put last under that id is on the disk, even if the power fails.
    void roadmapWritten(const QString& id);
    /// What was changed of it is lost, since that roadmap is not in the library: it could not be
    /// put there, or another program removed it.
    void roadmapGone(const QString& id);
    /// Something could not be written, with a sentence for the person; and the roadmap, if it is
    /// one change of one that is lost.
    void failed(const roadloom::Error& error, roadloom::ChangeFate fate, const QString& roadmap);
    /// What failed() told of is all written.
    void caughtUp();
    /// By what became of changes.
    void keepingChanged();
    /// A roadmap came, went, was opened or renamed, or has another place or other tags; or a run
    /// began or ended. Not told of what is learnt. Within a second or so, another program wrote
    /// something.
    void listChanged();

private:
    void change(LibraryChange change);
    void give(RoadmapPut put);
    void giveChange(LibraryJob job);
    void takeStand(const ChangesStand& stand);
    void takeWritten(const RoadmapWritten& put);
    Q_INVOKABLE void takeReports(); // by the keeper
    [[nodiscard]] Error notOpen() const;

    QString m_path;
    QThread m_thread;
    LibraryKeeper* m_keeper = nullptr; ///< lives on the thread, which deletes it
    bool m_isWritable = false;
    QHash<QString, qint64> m_puts; ///< the last one of each roadmap, until it is written
    QSet<QString> m_known; ///< roadmaps that were put or read
    qint64 m_given = 0; ///< changes
    qint64 m_taken = 0; ///< of those, by the keeper, when it told …
    Keeping m_keeping = Keeping::Kept; ///< … that
};

} // namespace roadloom
