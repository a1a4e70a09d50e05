// SPDX-License-Identifier: Apache-2.0
#include "ui/window/KeptRoadmaps.h"

#include "ui/window/WindowMemory.h"

#include <algorithm>
#include <utility>

namespace roadloom {

KeptRoadmaps::KeptRoadmaps(const WindowStores& stores, QObject* parent)
    : QObject(parent)
    , m_memory(stores.memory)
{
    if (stores.library == nullptr)
        return;
    m_shelf = new RoadmapShelf(*stores.library, this);
    connect(m_shelf, &RoadmapShelf::changed, this,
        [this] { Q_EMIT recentsChanged(m_shelf->recent(), m_shelf->archived()); });
    connect(m_shelf, &RoadmapShelf::written, this, &KeptRoadmaps::takeWritten);
    connect(m_shelf, &RoadmapShelf::refreshed, this, &KeptRoadmaps::lookForOneInFront);
    connect(m_shelf, &RoadmapShelf::thrownAway, this, &KeptRoadmaps::takeThrownAway);
    connect(m_shelf, &RoadmapShelf::gone, this, &KeptRoadmaps::takeGone);
    connect(m_shelf, &RoadmapShelf::opened, this, &KeptRoadmaps::takeOpened);
    connect(m_shelf, &RoadmapShelf::notOpened, this, &KeptRoadmaps::takeNotOpened);
    connect(m_shelf, &RoadmapShelf::failed, this, &KeptRoadmaps::failed);
    connect(m_shelf, &RoadmapShelf::caughtUp, this, &KeptRoadmaps::caughtUp);
}

void KeptRoadmaps::open(const QString& id)
{
    if (m_shelf != nullptr)
        m_shelf->open(id);
}

bool KeptRoadmaps::openLast()
{
    const QString id = m_memory != nullptr ? m_memory->roadmap() : QString();
    if (m_shelf == nullptr || id.isEmpty())
        return false;
    m_id = id;
    m_awaitsLast = true;
    m_shelf->openListed(id);
    return true;
}

void KeptRoadmaps::stopOpening()
{
    if (m_shelf != nullptr)
        m_shelf->forget();
    if (std::exchange(m_awaitsLast, false))
        putInFront({});
}

void KeptRoadmaps::takeOpened(const KeptRoadmap& kept)
{
    // The program may have ended between the roadmap's coming on the disk and the word of it.
    const bool wasWished = m_awaitsLast && m_memory != nullptr && kept.entry.id == m_id
        && !m_memory->goal().isEmpty()
        && kept.entry.request.preferences.learningGoal == m_memory->goal();
    putInFront(kept.entry.id);
    m_isOnDisk = true;
    Q_EMIT opened(kept);
    if (wasWished)
        Q_EMIT written();
}

void KeptRoadmaps::takeNotOpened(const QString& id, const Error& error)
{
    const bool isGone = id == m_id && error.kind == ErrorKind::NotFound;
    const bool wasAwaited = std::exchange(m_awaitsLast, false);
    if (wasAwaited || isGone) {
        m_later = isGone ? QString() : m_id;
        m_id.clear();
        remember();
    }
    if (wasAwaited)
        Q_EMIT lastIsGone();
    // As long as the wish is remembered, its roadmap was never on the disk: nobody removed it.
    const bool neverCame
        = wasAwaited && isGone && m_memory != nullptr && !m_memory->goal().isEmpty();
    const QString message = neverCame
        ? tr("Roadloom ended before your last roadmap was in the library. Its goal is in the form "
             "again.")
        : error.message;
    Q_EMIT failed({ error.kind, message, error.details });
}

void KeptRoadmaps::keepStudy(const KeptRoadmap& kept, StudyBook& book)
{
    if (m_shelf != nullptr)
        m_shelf->keepStudy(kept, book);
}

void KeptRoadmaps::keep(
    const CurriculumDesign& design, const LearnerRequest& request, StudyBook& book)
{
    if (m_shelf == nullptr)
        return;
    putInFront(m_shelf->keep(design, request, book));
    m_unwritten = m_id;
}

void KeptRoadmaps::keepAnew(const KeptRoadmap& kept, StudyBook& book)
{
    if (m_shelf == nullptr)
        return;
    putInFront(m_shelf->keepAnew(kept, book));
    m_unwritten = m_id;
}

void KeptRoadmaps::takeWritten(const QString& id)
{
    m_isOnDisk = m_isOnDisk || isInFront(id);
    if (id != m_unwritten)
        return;
    m_unwritten.clear();
    Q_EMIT written();
}

void KeptRoadmaps::takeGone(const QString& id)
{
    if (id == m_unwritten)
        m_unwritten.clear();
    if (!isInFront(id))
        return;
    const bool wasThere = m_isOnDisk; // else the library has said that it never came
    putInFront({});
    if (wasThere)
        Q_EMIT deleted();
}

void KeptRoadmaps::takeThrownAway(const QString& id)
{
    if (isInFront(id) && std::exchange(m_thrownAway, id) != id)
        Q_EMIT thrownAway();
}

/// Nothing is asked as long as it is among the last ones.
void KeptRoadmaps::lookForOneInFront()
{
    if (m_id.isEmpty() || m_awaitsLast || m_id == m_unwritten)
        return;
    const QList<LibraryLine>& recent = m_shelf->recent();
    if (std::ranges::find(recent, m_id, &LibraryLine::id) == recent.end())
        m_shelf->lookFor(m_id);
    else
        leaveBin();
}

void KeptRoadmaps::leaveBin()
{
    if (!std::exchange(m_thrownAway, {}).isEmpty())
        Q_EMIT noLongerInBin();
}

void KeptRoadmaps::leave()
{
    putInFront({});
    m_unwritten.clear();
}

void KeptRoadmaps::rename(const QString& id, const QString& title)
{
    if (m_shelf != nullptr)
        m_shelf->rename(id, title);
}

void KeptRoadmaps::remove(const QString& id)
{
    if (m_shelf != nullptr)
        m_shelf->remove(id);
}

void KeptRoadmaps::setSeen(bool isSeen)
{
    // What was remembered at the last start is not forgotten before anything was seen.
    if (std::exchange(m_isSeen, isSeen) != isSeen)
        remember();
}

void KeptRoadmaps::putInFront(const QString& id)
{
    m_isOnDisk = m_isOnDisk && id == m_id;
    m_id = id;
    leaveBin();
    m_awaitsLast = false;
    m_later.clear();
    remember();
}

void KeptRoadmaps::remember()
{
    if (m_memory != nullptr)
        m_memory->keepRoadmap(m_isSeen && !m_id.isEmpty() ? m_id : m_later);
}

void KeptRoadmaps::refresh()
{
    if (m_shelf != nullptr)
        m_shelf->refresh();
}

} // namespace roadloom
