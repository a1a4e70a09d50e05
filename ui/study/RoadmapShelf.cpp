// SPDX-License-Identifier: Apache-2.0
#include "ui/study/RoadmapShelf.h"

#include "ui/study/StudyBook.h"

#include <algorithm>
#include <utility>

namespace roadloom {

RoadmapShelf::RoadmapShelf(Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library)
{
    connect(&m_library, &Library::failed, this, &RoadmapShelf::failed);
    connect(&m_library, &Library::caughtUp, this,
        [this] { Q_EMIT caughtUp(tr("Everything you did is in the library now.")); });
    connect(&m_library, &Library::roadmapWritten, this, &RoadmapShelf::written);
    connect(&m_library, &Library::roadmapGone, this, &RoadmapShelf::gone);
    connect(&m_library, &Library::roadmapRead, this, &RoadmapShelf::takeRoadmap);
    connect(&m_library, &Library::lineRead, this, &RoadmapShelf::takeLine);
    connect(&m_library, &Library::listRead, this, &RoadmapShelf::takeList);
    connect(&m_library, &Library::historyRead, this, &RoadmapShelf::takeHistory);
    connect(&m_library, &Library::listChanged, this, &RoadmapShelf::refresh);
    refresh();
}

/// If not, that is told the first time.
bool RoadmapShelf::mayKeep()
{
    const bool may = m_library.isWritable();
    if (!may && !std::exchange(m_hasRefused, true))
        Q_EMIT failed({ ErrorKind::Internal,
            tr("This roadmap is not kept, since nothing can be written to the library."), {} });
    return may;
}

QString RoadmapShelf::keep(
    const CurriculumDesign& design, const LearnerRequest& request, StudyBook& book)
{
    if (!mayKeep())
        return {};
    const QDateTime now = QDateTime::currentDateTime();
    const bool isThere = !book.keptAs().isEmpty();
    const LibraryEntry entry { .id = isThere ? book.keptAs() : Library::newId(),
        .roadmap = design.framework,
        .request = request,
        .created = now,
        .opened = now,
        .hoursPerWeek = isThere ? book.hoursPerWeek() : request.preferences.availableHoursPerWeek,
        .rationale = design.designRationale };
    m_library.put(entry);
    if (!isThere)
        book.beginIn(m_library, entry.id, entry.hoursPerWeek);
    return entry.id;
}

/// When it was made stays.
QString RoadmapShelf::keepAnew(KeptRoadmap kept, StudyBook& book)
{
    if (!mayKeep())
        return {};
    LibraryEntry& entry = kept.entry;
    entry.id = Library::newId();
    entry.opened = QDateTime::currentDateTime();
    if (!entry.created.isValid())
        entry.created = entry.opened;
    entry.hoursPerWeek = book.hoursPerWeek();
    kept.studies.clear();
    kept.finishes.clear();
    m_library.addStudied(kept);
    book.beginIn(m_library, entry.id, entry.hoursPerWeek);
    return entry.id;
}

void RoadmapShelf::open(const QString& id)
{
    m_wanted = id;
    m_wantsListed = false;
    m_library.readRoadmap(id);
}

void RoadmapShelf::lookFor(const QString& id)
{
    m_looked = id;
    m_library.readLine(id);
}

void RoadmapShelf::openListed(const QString& id)
{
    open(id);
    m_wantsListed = true;
}

void RoadmapShelf::remove(const QString& id)
{
    if (m_wanted == id)
        forget();
    m_library.remove(id);
}

void RoadmapShelf::takeRoadmap(const QString& id, const Result<KeptRoadmap>& kept)
{
    const bool isInBin = kept && kept.value().removed.isValid();
    if (id != m_wanted)
        return;
    m_wanted.clear();
    const bool isPutAway = kept && m_wantsListed && kept.value().isArchived;
    if (kept && !isInBin && !isPutAway) {
        m_library.noteOpened(id, QDateTime::currentDateTime());
        Q_EMIT opened(kept.value());
        return;
    }
    const Error error = isInBin ? Error { ErrorKind::NotFound,
        tr("This roadmap is in the bin. All roadmaps, in the File menu, puts it back."), {} }
        : isPutAway             ? Error { ErrorKind::NotFound,
              tr("Your last roadmap is archived. All roadmaps, in the File menu, shows it."), {} }
                                : kept.error();
    if (error.kind == ErrorKind::NotFound)
        refresh(); // another program removed it
    Q_EMIT notOpened(id, error);
}

void RoadmapShelf::takeLine(const QString& id, const Result<LibraryLine>& line)
{
    if (id != m_looked)
        return;
    m_looked.clear();
    if (line && line.value().removed.isValid())
        Q_EMIT thrownAway(id);
    else if (!line && line.error().kind == ErrorKind::NotFound)
        Q_EMIT gone(id);
}

void RoadmapShelf::keepStudy(const KeptRoadmap& kept, StudyBook& book)
{
    book.keepIn(m_library, kept);
}

void RoadmapShelf::refresh()
{
    if (m_library.isOpen()) // else whoever opened it has said so
        m_library.readList(most);
}

void RoadmapShelf::takeList(const Result<QList<LibraryLine>>& lines, int asked)
{
    if (asked != most)
        return; // somebody else's
    if (!lines) {
        Q_EMIT failed(lines.error());
        return;
    }
    if (std::exchange(m_recent, lines.value()) != lines.value())
        Q_EMIT changed();
    Q_EMIT refreshed();
    if (m_recent.isEmpty())
        m_library.readHistory();
    else
        setArchived(0);
}

/// Also one that somebody else has asked for.
void RoadmapShelf::takeHistory(const Result<QList<LibraryLine>>& lines)
{
    if (!lines || !m_recent.isEmpty())
        return;
    setArchived(int(std::ranges::count_if(lines.value(),
        [](const LibraryLine& line) { return line.isArchived && !line.removed.isValid(); })));
}

void RoadmapShelf::setArchived(int count)
{
    if (std::exchange(m_archived, count) != count)
        Q_EMIT changed();
}

} // namespace roadloom
