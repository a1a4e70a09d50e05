// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Mailbox.h"
#include "core/base/Result.h"
#include "core/storage/LibraryChange.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/WaitingChanges.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <variant>

namespace roadloom {

// What a library asks of its keeper …

struct ListWanted {
    int most = -1; ///< -1: all
};

struct RoadmapWanted {
    QString id;
};

using LibraryJob = std::variant<LibraryChange, ListWanted, RoadmapWanted>;

// … and what that says.

struct ListRead {
    Result<QList<LibraryLine>> lines;
};

struct RoadmapRead {
    QString id;
    Result<KeptRoadmap> kept;
};

/// A list that was read before is no longer right.
struct ListOutdated { };

/// What becomes of changes that cannot be written.
enum class ChangeFate {
    Wait, ///< for another try
    Lost, ///< the one: it is to blame
    AllLost, ///< the file is
};

/// Something cannot be written. Told once where a change waits, and once of a file.
struct ChangeFailed {
    Error error;
    ChangeFate fate = ChangeFate::Lost;
};

/// What could not be written for now is written.
struct ChangesCaughtUp { };

/// What could not be written to the end.
struct ChangesLost {
    Error error;
};

using LibraryReport
    = std::variant<ListRead, RoadmapRead, ListOutdated, ChangeFailed, ChangesCaughtUp, ChangesLost>;

/// Why a change was not written.
struct LibraryFailure {
    Error error;
    int code = 0; ///< SQLite's
};

/// Works on a library's file, on a thread of its own: makes changes in order and reads. What cannot
/// be written for now, since the disk is full or another program is busy, waits with all that
/// comes behind it and is tried again; who reads sees it made all the same. Where the file is
/// damaged, or stays read-only, nothing waits.
class LibraryKeeper : public QObject {
    Q_OBJECT
public:
    struct Place {
        QString path;
        LibraryFile::Use use = LibraryFile::Use::ReadAndWrite;
        bool isFrozen = false;
    };

    /// To the listener, which must outlive it, there is a call of takeReports() when there are
    /// some.
    LibraryKeeper(Place place, QObject& listener);

    /// From any thread: does it soon.
    void give(LibraryJob job);
    /// From any thread: what was not taken yet.
    [[nodiscard]] std::vector<LibraryReport> takeReports() { return m_reports.takeAll(); }

    // Called by name, so that nothing but the mailboxes goes from thread to thread.

    Q_INVOKABLE void work();
    /// All that was given and can be written is written. Waits for another program a while.
    Q_INVOKABLE void catchUp();
    /// The same, and the last to close leaves nothing beside the file. What still waits is lost.
    Q_INVOKABLE void close();

private:
    [[nodiscard]] std::optional<Error> open();
    void take(LibraryChange change);
    void writeUnlessHindered();
    void writeWaiting();
    [[nodiscard]] std::optional<LibraryFailure> writeFirst();
    [[nodiscard]] bool mayPass(const LibraryFailure& failure) const;
    void hinder(const LibraryFailure& failure);
    void giveUp(const Error& error);
    void endHindrance();
    [[nodiscard]] Result<QList<LibraryLine>> list(int most);
    [[nodiscard]] Result<KeptRoadmap> roadmap(const QString& id);
    void report(LibraryReport report);

    Place m_place;
    QObject& m_listener;
    LibraryFile m_file; ///< open from the first job on
    Mailbox<LibraryJob> m_jobs;
    Mailbox<LibraryReport> m_reports;
    WaitingChanges m_waiting; ///< to be written
    bool m_isBusy = false; ///< another program hinders
    bool m_hasTold = false; ///< that something hinders
    bool m_hasGivenUp = false; ///< since something was written
    QElapsedTimer m_hindered; ///< valid while something does
    QElapsedTimer m_readOnly; ///< valid while the file is
    QString m_hindrance; ///< the last one, for details
    std::chrono::milliseconds m_pause { 0 }; ///< until the next try
    QTimer m_retry;
};

} // namespace roadloom
