// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Mailbox.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibraryReport.h"
#include "core/storage/LibraryWatch.h"
#include "core/storage/WaitingChanges.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <type_traits>

namespace roadloom {

class AmendedReading;

/// Why a change was not written.
struct LibraryFailure {
    Error error;
    int code = 0; ///< SQLite's
};

/// Works on a library's file, on a thread of its own: makes changes in order, reads, and reports
/// what became of both. What cannot be written for now, since the disk is full or another program
/// is busy, waits with all that comes behind it and is tried again; who reads sees it made all the
/// same. Of a file that stays read-only it is told that nothing is kept: it is tried again with
/// the next job, and at the end. Where the file is damaged, what waits is lost.
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
    ~LibraryKeeper() override;

    /// From any thread: does it soon.
    void give(LibraryJob job);
    /// From any thread: what was not taken yet.
    [[nodiscard]] std::vector<LibraryReport> takeReports() { return m_reports.takeAll(); }

    // Called by name, so that nothing but the mailboxes goes from thread to thread.

    Q_INVOKABLE void work();
    /// All that was given and can be written is written. Waits for another program a while.
    Q_INVOKABLE void catchUp();
    /// The same, for a shorter while, and what cannot be written is told at once: somebody wants to
    /// know.
    Q_INVOKABLE void hurry();
    /// The same, and the last to close leaves nothing beside the file. What still waits is lost.
    Q_INVOKABLE void close();

private:
    [[nodiscard]] std::optional<Error> open();
    template <class Value, class... Asked>
    [[nodiscard]] Result<Value> answer(
        Result<Value> (AmendedReading::*ask)(Asked...) const, const std::decay_t<Asked>&... about);
    void take(LibraryChange change);
    void take(const BringBackWanted& wanted);
    void take(const DuplicateWanted& wanted);
    void lose(const Error& error, const QString& roadmap);
    void writeFor(std::chrono::milliseconds longest);
    void writeUnlessHindered();
    void writeWaiting();
    [[nodiscard]] std::optional<LibraryFailure> writeFirst();
    [[nodiscard]] bool mayPass(const LibraryFailure& failure) const;
    void settleFirst(const std::optional<LibraryFailure>& failure);
    [[nodiscard]] bool isNews(const LibraryChange& change, const LibraryFailure& failure);
    void hinder(const LibraryFailure& failure);
    void giveUp(const LibraryFailure& failure);
    void endHindrance();
    [[nodiscard]] bool isThere(const QString& id);
    void reportIfGone(const LibraryChange& change);
    void lookForOthers();
    [[nodiscard]] qint64 writtenByOthers();
    void closeFile();
    void tell(const LibraryFailure& failure, ChangeFate fate);
    [[nodiscard]] ChangesStand stand() const;
    void reportStand();
    void report(LibraryReport report);

    Place m_place;
    QObject& m_listener;
    LibraryFile m_file; ///< open from the first job on
    LibraryWatch m_watch; ///< on while that is
    qint64 m_others = 0; ///< SQLite's number of what other programs wrote
    Mailbox<LibraryJob> m_jobs;
    Mailbox<LibraryReport> m_reports;
    WaitingChanges m_waiting; ///< to be written
    qint64 m_taken = 0; ///< changes
    ChangesStand m_told; ///< the last one
    bool m_isBusy = false; ///< another program hinders
    bool m_hasTold = false; ///< that something cannot be written
    bool m_hasLost = false; ///< something, since all was written
    bool m_hasGivenUp = false; ///< since something was written: that was told last
    QSet<QString> m_lostRuns; ///< of which that was told
    QElapsedTimer m_hindered; ///< valid while something does
    QElapsedTimer m_readOnly; ///< valid while the file is
    LibraryFailure m_failure; ///< the last one
    std::chrono::milliseconds m_pause { 0 }; ///< until the next try
    QTimer m_retry;
};

} // namespace roadloom
