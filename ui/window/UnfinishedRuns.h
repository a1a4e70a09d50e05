// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/RunRecords.h"
#include "ui/window/WindowStores.h"

#include <QList>
#include <QObject>

namespace roadloom {

/// The designs of the library that broke off, and that the window can go on with: those of which
/// something was complete, but no roadmap that is kept, or that a service has, and that no program
/// is at work on. Without a library there are none.
class UnfinishedRuns : public QObject {
    Q_OBJECT
public:
    explicit UnfinishedRuns(const WindowStores& stores, QObject* parent = nullptr);

    /// Whether a run outlasts the window: what breaks off can be gone on with later.
    [[nodiscard]] bool areKept() const;
    /// The run that the window had last is this one; empty: none was recorded.
    [[nodiscard]] QString last() const;
    /// The roadmap that it led to was put into the library.
    void lead(const QString& roadmap);

    /// Asks for one, with all that was said: opened() follows, or failed(). What goes on in the
    /// window next is that one.
    void open(const QString& run);
    /// Asks for what was said in a run: wordsRead() follows, if it can be read.
    void readWords(const QString& run);
    /// It is of no use any more.
    void remove(const QString& run);

Q_SIGNALS:
    /// At the first look there was one at which a program was at work that died.
    void foundOfTheDead();
    /// The one begun last comes first.
    void changed(const QList<roadloom::RunLine>& unfinished);
    void opened(const roadloom::RecordedRun& run);
    void wordsRead(const roadloom::RecordedRun& run);
    void failed(const roadloom::Error& error);

private:
    void refresh();
    void takeLines(const Result<QList<RunLine>>& lines);
    void takeRun(const QString& id, const Result<RecordedRun>& run);

    Library* m_library = nullptr; ///< if there is one, and a journal
    RunJournal* m_journal = nullptr;
    QList<RunLine> m_lines;
    QString m_wanted; ///< was asked for
    QString m_wantedWords;
    bool m_hasLooked = false;
};

} // namespace roadloom
