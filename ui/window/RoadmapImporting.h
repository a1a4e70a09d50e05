// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/exporting/RoadmapImport.h"
#include "core/storage/Keeping.h"
#include "core/storage/LibraryRecords.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QThread;
class QWidget;

namespace roadloom {

class Library;

/// Takes a roadmap of a file that the learner chooses into the library: as a new one, or, where the
/// library has the same one, in its place, with the study of both. The file is read on a thread of
/// its own.
class RoadmapImporting : public QObject {
    Q_OBJECT
public:
    /// The dialog is over the window. Null: there is no library. Both must outlive it.
    RoadmapImporting(Library* library, QWidget& window);
    /// Waits for one that is being read.
    ~RoadmapImporting() override;
    Q_DISABLE_COPY_MOVE(RoadmapImporting)

    /// Returns at once.
    void ask();
    /// Without asking. One behind the other; of too many at once the last are not taken.
    void take(const QString& path);

Q_SIGNALS:
    /// It is in the library's file under that id, even if the power fails, with a sentence that
    /// says what became of it. Where the file cannot be written for now, that may take long.
    void imported(const QString& id, const QString& sentence);
    void failed(const roadloom::Error& error);

private:
    void read(const QString& path);
    void readNext();
    void fail(const Error& error);
    void awaitWriting(const QString& id, const QString& sentence);
    void takeWritten(const QString& id);
    void takeGone(const QString& id);
    void takeFailure(const Error& error, ChangeFate fate, const QString& roadmap);
    void takeFile();
    void takeLines(const Result<QList<LibraryLine>>& lines);
    void takeRoadmap(const QString& id, const Result<KeptRoadmap>& kept);
    void compareNext();
    void putNew();

    Library* m_library;
    QWidget& m_window;
    QStringList m_waiting; ///< files, for the one that is taken to be in
    std::unique_ptr<QThread> m_thread; ///< while a file is read
    std::optional<Result<ImportedRoadmap>> m_read; ///< of the thread, when it has ended
    std::optional<ImportedRoadmap> m_imported; ///< until it is in the library
    std::optional<QList<LibraryLine>> m_lines; ///< of the library, once they are there
    struct Coming {
        QString id;
        QString sentence; ///< for when it is there
    };
    std::optional<Coming> m_coming; ///< until it is on the disk
    QStringList m_likely; ///< ids of roadmaps that may be the same, still to be compared
};

} // namespace roadloom
