// SPDX-License-Identifier: Apache-2.0
#include "ui/study/RoadmapShelf.h"

#include "ui/study/StudyBook.h"

#include <utility>

namespace roadloom {

RoadmapShelf::RoadmapShelf(Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library)
{
    connect(&m_library, &Library::failed, this, &RoadmapShelf::failed);
    connect(&m_library, &Library::listChanged, this, &RoadmapShelf::changed);
}

QString RoadmapShelf::keep(const Roadmap& roadmap, const LearnerRequest& request, StudyBook& book)
{
    if (!m_library.isWritable()) {
        if (!std::exchange(m_hasRefused, true))
            Q_EMIT failed({ ErrorKind::Internal,
                tr("This roadmap is not kept, since nothing can be written to the library."), {} });
        return {};
    }
    const QDateTime now = QDateTime::currentDateTime();
    const LibraryEntry entry { .id = Library::newId(),
        .roadmap = roadmap,
        .request = request,
        .created = now,
        .opened = now,
        .hoursPerWeek = request.preferences.availableHoursPerWeek };
    m_library.put(entry);
    book.beginIn(m_library, entry.id, entry.hoursPerWeek);
    return entry.id;
}

Result<LibraryEntry> RoadmapShelf::take(const QString& id)
{
    Result<LibraryEntry> entry = m_library.read(id);
    if (entry)
        m_library.noteOpened(id, QDateTime::currentDateTime());
    else if (entry.error().kind == ErrorKind::NotFound)
        Q_EMIT changed(); // by another program
    return entry;
}

void RoadmapShelf::keepStudy(const LibraryEntry& entry, StudyBook& book)
{
    if (const auto error = book.keepIn(m_library, entry.id, entry.hoursPerWeek))
        Q_EMIT failed(*error);
}

QList<LibraryLine> RoadmapShelf::recent(int most)
{
    if (!m_library.isOpen())
        return {}; // whoever opened it has said so
    const Result<QList<LibraryLine>> lines = m_library.list(most);
    if (lines)
        return lines.value();
    Q_EMIT failed(lines.error());
    return {};
}

} // namespace roadloom
