// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"

#include <QObject>

namespace roadloom {

class StudyBook;

/// Brings roadmaps into the library and back in front, and their study with them. What fails is
/// told in a sentence; the roadmap in front stays as it is.
class RoadmapShelf : public QObject {
    Q_OBJECT
public:
    /// So many are read at once.
    static constexpr int most = 50;

    /// The library must outlive it. Asks it for what is recent.
    explicit RoadmapShelf(Library& library, QObject* parent = nullptr);

    /// Keeps a new roadmap, which the book has in front already, and its study from now on; or, in
    /// the place of the one that the book is kept as, a better one. Its id; empty if nothing can be
    /// kept, which is told the first time.
    QString keep(const CurriculumDesign& design, const LearnerRequest& request, StudyBook& book);

    /// Keeps one that was deleted, with all that it was read with, under another id, which it
    /// returns as keep() does; its study and hours a week are those of the book.
    QString keepAnew(KeptRoadmap kept, StudyBook& book);

    /// Asks for one that is kept: opened() or notOpened() follows, but not after forget(), or when
    /// another was asked for, or when it was removed.
    void open(const QString& id);
    void forget() { m_wanted.clear(); }
    /// The same, but one that is archived is not opened, which is told as if it were gone.
    void openListed(const QString& id);
    /// Keeps the study of one that was opened, once the book has it in front.
    void keepStudy(const KeptRoadmap& kept, StudyBook& book);

    /// Asks whether it is in the bin, or deleted: thrownAway() or gone() follows if it is.
    void lookFor(const QString& id);

    /// With a title of Library::titleFrom().
    void rename(const QString& id, const QString& title) { m_library.rename(id, title); }
    /// Into the bin, with all that was studied of it. No book may have it in front any more.
    void remove(const QString& id);

    /// The last ones, the one opened last first, as they were when they were read.
    [[nodiscard]] const QList<LibraryLine>& recent() const { return m_recent; }
    /// How many are archived, counted where nothing is recent; else 0.
    [[nodiscard]] int archived() const { return m_archived; }
    /// Reads them again, since what is learnt of them may have changed.
    void refresh();

Q_SIGNALS:
    /// That it was opened is noted.
    void opened(const roadloom::KeptRoadmap& kept);
    void notOpened(const QString& id, const roadloom::Error& error);
    /// What keep() was given with that id is on the disk.
    void written(const QString& id);
    /// That one is not in the library any more, or never came there: its study is not kept.
    void gone(const QString& id);
    /// The one of lookFor() is in the bin.
    void thrownAway(const QString& id);
    /// recent() was read again.
    void refreshed();
    /// There is something else in recent(), or archived() is another.
    void changed();
    void failed(const roadloom::Error& error);
    /// What failed() told of is kept now, with a sentence for the learner.
    void caughtUp(const QString& sentence);

private:
    [[nodiscard]] bool mayKeep();
    void takeRoadmap(const QString& id, const Result<KeptRoadmap>& kept);
    void takeLine(const QString& id, const Result<LibraryLine>& line);
    void takeList(const Result<QList<LibraryLine>>& lines, int asked);
    void takeHistory(const Result<QList<LibraryLine>>& lines);
    void setArchived(int count);

    Library& m_library;
    QList<LibraryLine> m_recent;
    QString m_wanted; ///< to be opened
    QString m_looked; ///< for
    bool m_wantsListed = false; ///< only if it is not archived
    int m_archived = 0;
    bool m_hasRefused = false; ///< to keep something
};

} // namespace roadloom
