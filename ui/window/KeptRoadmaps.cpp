// SPDX-License-Identifier: Apache-2.0
#include "ui/window/KeptRoadmaps.h"

#include "ui/window/WindowMemory.h"

namespace roadloom {

KeptRoadmaps::KeptRoadmaps(const WindowStores& stores, QObject* parent)
    : QObject(parent)
    , m_memory(stores.memory)
{
    if (stores.library == nullptr)
        return;
    m_shelf = new RoadmapShelf(*stores.library, this);
    connect(m_shelf, &RoadmapShelf::changed, this, &KeptRoadmaps::showRecents);
    connect(m_shelf, &RoadmapShelf::failed, this, &KeptRoadmaps::failed);
}

void KeptRoadmaps::open(const QString& id)
{
    if (m_shelf == nullptr)
        return;
    const Result<LibraryEntry> entry = m_shelf->take(id);
    if (!entry) {
        Q_EMIT failed(entry.error());
        return;
    }
    putInFront(id);
    Q_EMIT opened(entry.value());
}

void KeptRoadmaps::openLast()
{
    const QString id = m_memory != nullptr ? m_memory->roadmap() : QString();
    if (!id.isEmpty())
        open(id);
}

void KeptRoadmaps::keepStudy(const LibraryEntry& entry, StudyBook& book)
{
    if (m_shelf != nullptr)
        m_shelf->keepStudy(entry, book);
}

void KeptRoadmaps::keep(const Roadmap& roadmap, const LearnerRequest& request, StudyBook& book)
{
    if (m_shelf != nullptr)
        putInFront(m_shelf->keep(roadmap, request, book));
}

void KeptRoadmaps::leave()
{
    putInFront({});
}

void KeptRoadmaps::setSeen(bool isSeen)
{
    m_isSeen = isSeen;
    remember();
}

void KeptRoadmaps::putInFront(const QString& id)
{
    m_id = id;
    remember();
}

void KeptRoadmaps::remember()
{
    if (m_memory != nullptr)
        m_memory->keepRoadmap(m_isSeen ? m_id : QString());
}

void KeptRoadmaps::showRecents()
{
    constexpr int most = 10;
    if (m_shelf != nullptr)
        Q_EMIT recentsChanged(m_shelf->recent(most));
}

} // namespace roadloom
