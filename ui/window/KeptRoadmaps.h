// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/study/RoadmapShelf.h"
#include "ui/window/WindowStores.h"

#include <QList>
#include <QObject>
#include <QString>

namespace roadloom {

/// What the window has to do with the roadmaps that are kept: which of them is in front, also at
/// the next start, and which were lately. Without a library there are none.
class KeptRoadmaps : public QObject {
    Q_OBJECT
public:
    explicit KeptRoadmaps(const WindowStores& stores, QObject* parent = nullptr);

    /// Reads one: it is in front then, see opened(), or what failed is told.
    void open(const QString& id);
    /// The one that was in front when the window was closed, if one was.
    void openLast();
    /// Keeps the study of the one that was opened, once the book has it in front.
    void keepStudy(const LibraryEntry& entry, StudyBook& book);
    /// Keeps a new one, which the book has in front already.
    void keep(const Roadmap& roadmap, const LearnerRequest& request, StudyBook& book);
    /// Another roadmap is being made where one was in front.
    void leave();

    /// Whether the learner sees what is in front. What they see comes back at the next start; it is
    /// written at once, for whoever pulls the plug.
    void setSeen(bool isSeen);

    /// Asks for recentsChanged().
    void showRecents();

Q_SIGNALS:
    void opened(const roadloom::LibraryEntry& entry);
    /// The last one first.
    void recentsChanged(const QList<roadloom::LibraryLine>& recents);
    void failed(const roadloom::Error& error);

private:
    void putInFront(const QString& id);
    void remember();

    RoadmapShelf* m_shelf = nullptr; ///< if there is a library
    WindowMemory* m_memory;
    QString m_id; ///< of the one in front; empty: none
    bool m_isSeen = false;
};

} // namespace roadloom
