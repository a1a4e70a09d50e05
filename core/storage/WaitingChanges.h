// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryChange.h"

#include <QHash>
#include <QString>

#include <deque>

namespace roadloom {

/// Changes on their way to a library's file, the oldest first. One that leaves nothing of another
/// that waits takes its place: a note that is typed for hours while the disk is full waits once.
class WaitingChanges {
public:
    void add(LibraryChange change);

    [[nodiscard]] bool isEmpty() const { return m_changes.empty(); }
    [[nodiscard]] std::size_t size() const { return m_changes.size(); }
    [[nodiscard]] const LibraryChange& first() const { return m_changes.front(); }
    void removeFirst();
    void clear();

    [[nodiscard]] auto begin() const { return m_changes.begin(); }
    [[nodiscard]] auto end() const { return m_changes.end(); }

private:
    [[nodiscard]] LibraryChange* lastOf(const QString& subject, const QString& id);

    std::deque<LibraryChange> m_changes;
    // Places are counted from the first change that ever waited.
    qsizetype m_gone = 0; ///< of those
    QHash<QString, qsizetype> m_places; ///< of the last change of each subject
    QHash<QString, qsizetype> m_breaks; ///< by roadmap: nothing takes a place before that
    qsizetype m_breakOfAll = -1; ///< the same for all
};

} // namespace roadloom
