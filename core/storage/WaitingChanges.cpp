// SPDX-License-Identifier: Apache-2.0
#include "core/storage/WaitingChanges.h"

#include "core/base/Overload.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString& roadmapOf(const LibraryChange& change)
{
    return std::visit(Overload {
                          [](const RoadmapPut& put) -> const QString& { return put.entry.id; },
                          [](const auto& other) -> const QString& { return other.id; },
                      },
        change);
}

/// What a change is about; empty for one that nothing replaces.
QString subjectOf(const LibraryChange& change)
{
    return std::visit(
        Overload {
            [](const RoadmapOpened& opened) { return QString(opened.id + "\nopened"_L1); },
            [](const HoursChosen& chosen) { return QString(chosen.id + "\nhours"_L1); },
            [](const StudySaved& saved) {
                return QString(saved.id + "\nstudy "_L1 + saved.conceptId);
            },
            [](const auto& /*roadmap*/) { return QString(); },
        },
        change);
}

/// Whether `earlier` says what both say now. Each step of a study is logged.
bool takeIn(LibraryChange& earlier, LibraryChange& later)
{
    auto* const before = std::get_if<StudySaved>(&earlier);
    auto* const now = std::get_if<StudySaved>(&later);
    if (before == nullptr || now == nullptr) {
        earlier = std::move(later);
        return true;
    }
    if (before->step && now->step)
        return false;
    if (!now->step)
        now->step = std::move(before->step);
    *before = std::move(*now);
    return true;
}

} // namespace

void WaitingChanges::add(LibraryChange change)
{
    const QString subject = subjectOf(change);
    const qsizetype place = m_gone + qsizetype(m_changes.size());
    if (subject.isEmpty()) {
        m_breaks.insert(roadmapOf(change), place);
    } else {
        LibraryChange* const earlier = lastOf(subject, roadmapOf(change));
        if (earlier != nullptr && takeIn(*earlier, change))
            return;
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
    m_gone = 0;
}

/// If it still waits, and its roadmap was neither put nor removed since.
LibraryChange* WaitingChanges::lastOf(const QString& subject, const QString& id)
{
    const qsizetype place = m_places.value(subject, -1);
    if (place < m_gone || place < m_breaks.value(id, -1))
        return nullptr;
    return &m_changes[std::size_t(place - m_gone)];
}

} // namespace roadloom
