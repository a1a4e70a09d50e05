// SPDX-License-Identifier: Apache-2.0
#include "ui/study/RoadmapShelf.h"

#include "ui/study/StudyBook.h"

namespace roadloom {

RoadmapShelf::RoadmapShelf(Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library)
{
    connect(&m_library, &Library::failed, this, &RoadmapShelf::failed);
}

QString RoadmapShelf::keep(const Roadmap& roadmap, const LearnerRequest& request, StudyBook& book)
{
    if (!m_library.isWritable())
        return {};
    const QDateTime now = QDateTime::currentDateTime();
    const LibraryEntry entry { .id = Library::newId(),
        .roadmap = roadmap,
        .request = request,
        .created = now,
        .opened = now,
        .hoursPerWeek = request.preferences.availableHoursPerWeek };
    m_library.put(entry);
    keepStudy(entry, book);
    Q_EMIT changed();
    return entry.id;
}

Result<LibraryEntry> RoadmapShelf::take(const QString& id)
{
    Result<LibraryEntry> entry = m_library.read(id);
    if (entry) {
        m_library.noteOpened(id, QDateTime::currentDateTime());
        Q_EMIT changed();
    }
    return entry;
}

void RoadmapShelf::keepStudy(const LibraryEntry& entry, StudyBook& book)
{
    if (const auto error = book.keepIn(m_library, entry.id, entry.hoursPerWeek))
        Q_EMIT failed(*error);
}

QList<LibraryLine> RoadmapShelf::recent(int most)
{
    const Result<QList<LibraryLine>> lines = m_library.list(most);
    return lines ? lines.value() : QList<LibraryLine>();
}

} // namespace roadloom
