// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibraryRecords.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace roadloom {

/// The learner's roadmaps and their study, in the file library.sqlite of a folder, readable for its
/// owner alone. Several programs may have it open; each change is a short transaction of its own.
///
/// Writing returns at once: a thread of its own does it, in order. What cannot be written is told
/// by failed(); a roadmap that could not be put is put again before the next change of it. Reading
/// one roadmap waits for what is being written of that one; list() waits for nothing. Progress and
/// notes are kept by the ids of concepts, so that a roadmap that is edited or made again keeps
/// them; those of concepts that vanished stay.
class Library : public QObject {
    Q_OBJECT
public:
    /// Opens nothing yet.
    explicit Library(const QString& folder, QObject* parent = nullptr);
    /// Waits for what is being written, and leaves all of it in the one file, unless another
    /// program has it open.
    ~Library() override;

    [[nodiscard]] QString path() const { return m_path; }

    /// Makes or opens the file, and says what the person must know. A damaged file, or one that is
    /// none of ours, is set aside and another begun; one of a newer version, or one where nothing
    /// can be written, can be read. Call it once, before all else.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] bool isOpen() const { return m_reader.isOpen(); }
    /// There is a file to write to.
    [[nodiscard]] bool isWritable() const { return m_thread.isRunning(); }

    /// For a roadmap that is not in the library yet.
    [[nodiscard]] static QString newId();

    /// Adds the roadmap, or puts it in the place of the one with its id. On the disk, even if the
    /// power fails, when flush() returns.
    void put(const LibraryEntry& entry);
    void setHoursPerWeek(const QString& id, int hours);
    /// For list(): what read() says of it may be older.
    void noteOpened(const QString& id, const QDateTime& moment);
    /// With all that was studied of it.
    void remove(const QString& id);

    /// With `step`, if the state changed.
    void saveStudy(const QString& id, const QString& conceptId, const ConceptStudy& study,
        const std::optional<StudyStep>& step);

    /// The one opened last comes first; `most` of them, -1: all. As the disk has it: listChanged()
    /// follows if more is on its way there.
    [[nodiscard]] Result<QList<LibraryLine>> list(int most = -1);
    /// ErrorKind::NotFound if there is none.
    [[nodiscard]] Result<LibraryEntry> read(const QString& id);
    [[nodiscard]] Result<ConceptStudies> studies(const QString& id);
    /// The last change of each concept that is done and was done at that moment or later.
    [[nodiscard]] Result<QList<StudyStep>> finishedSince(
        const QString& id, const QDateTime& moment);

    /// Waits until all is written.
    void flush();

Q_SIGNALS:
    /// Something could not be written, with a sentence for the person.
    void failed(const roadloom::Error& error);
    /// Since list() was last called, a roadmap came, went or was opened, or what was on its way
    /// then is on the disk. Other changes of what is learnt are not told.
    void listChanged();

private:
    struct Change;
    class Writer;

    void write(Change change);
    void noteWritten();
    void awaitChangesOf(const QString& id);
    [[nodiscard]] Error notOpen() const;

    QString m_path;
    LibraryFile m_reader;
    QThread m_thread;
    Writer* m_writer = nullptr; ///< lives on the thread, which deletes it
    quint64 m_asked = 0; ///< changes, so far
    std::atomic<quint64> m_written = 0; ///< of them; or they failed
    QHash<QString, quint64> m_lastOf; ///< the last change of each roadmap that read() must see
    bool m_isListOld = false;
};

} // namespace roadloom
