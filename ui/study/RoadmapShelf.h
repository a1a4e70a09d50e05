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
    /// The library must outlive it.
    explicit RoadmapShelf(Library& library, QObject* parent = nullptr);

    /// Keeps a new roadmap, which the book has in front already, and its study from now on. Its id;
    /// empty if nothing can be kept, which is told the first time.
    QString keep(const Roadmap& roadmap, const LearnerRequest& request, StudyBook& book);
    /// Reads one that is kept, and notes that it was opened.
    [[nodiscard]] Result<LibraryEntry> take(const QString& id);
    /// Keeps the study of one that was read, once the book has it in front.
    void keepStudy(const LibraryEntry& entry, StudyBook& book);

    /// The one opened last comes first. Waits for nothing that is being written: changed() follows.
    [[nodiscard]] QList<LibraryLine> recent(int most);

Q_SIGNALS:
    /// There is something else in recent().
    void changed();
    void failed(const roadloom::Error& error);

private:
    Library& m_library;
    bool m_hasRefused = false; ///< to keep something
};

} // namespace roadloom
