// SPDX-License-Identifier: Apache-2.0
#include "core/storage/WaitingChanges.h"

#include "core/base/Overload.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// What a change is about; empty for one that nothing replaces. Each step is logged.
QString subjectOf(const LibraryChange& change)
{
    return std::visit(
        Overload {
            [](const RoadmapRenamed& renamed) { return QString(renamed.id + "\ntitle"_L1); },
            [](const TagsSet& set) { return QString(set.id + "\ntags"_L1); },
            [](const RoadmapArchived& archived) { return QString(archived.id + "\nshelf"_L1); },
            [](const RoadmapOpened& opened) { return QString(opened.id + "\nopened"_L1); },
            [](const HoursChosen& chosen) { return QString(chosen.id + "\nhours"_L1); },
            [](const NoteSaved& saved) {
                return QString(saved.id + "\nnote "_L1 + saved.conceptId);
            },
            [](const auto& /*other*/) { return QString(); },
        },
        change);
}

/// Nothing that waits behind it takes the place of what waits before it.
bool isBreak(const LibraryChange& change)
{
    return std::holds_alternative<RoadmapPut>(change)
        || std::holds_alternative<RoadmapPurged>(change);
}

bool isBreakOfAll(const LibraryChange& change)
{
    return std::holds_alternative<LibraryRestored>(change);
}

} // namespace

void WaitingChanges::add(LibraryChange change)
{
    const QString subject = subjectOf(change);
    const qsizetype place = m_gone + qsizetype(m_changes.size());
    if (isBreakOfAll(change)) {
        m_breakOfAll = place;
    } else if (isBreak(change)) {
        m_breaks.insert(roadmapOf(change), place);
    } else if (!subject.isEmpty()) {
        if (LibraryChange* const earlier = lastOf(subject, roadmapOf(change))) {
            *earlier = std::move(change);
            return;
        }
        m_places.insert(subject, place);
    }
    m_changes.push_back(std::move(change));
}

void WaitingChanges::removeFirst()
{
    m_changes.pop_front();
    ++m_gone;
    if (m_changes.empty())
        clear();
}

void WaitingChanges::clear()
{
    m_changes.clear();
    m_places.clear();
    m_breaks.clear();
    m_breakOfAll = -1;
    m_gone = 0;
}

/// If it still waits, and its roadmap was neither put nor could have gone since.
LibraryChange* WaitingChanges::lastOf(const QString& subject, const QString& id)
{
    const qsizetype place = m_places.value(subject, -1);
    if (place < m_gone || place < m_breakOfAll || place < m_breaks.value(id, -1))
        return nullptr;
    return &m_changes[std::size_t(place - m_gone)];
}

} // namespace roadloom
