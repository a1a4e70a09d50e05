// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"
#include "ui/start/RoadmapQuestions.h"

#include <QObject>

#include <functional>

class QWidget;

namespace roadloom {

/// What a learner does with a roadmap among all of the library: asks where something cannot be
/// taken back, and tells in a sentence what was done.
class RoadmapDeeds : public QObject {
    Q_OBJECT
public:
    /// The dialogs are over the window, whose child this is. The library must outlive it.
    RoadmapDeeds(Library& library, QWidget& window);

    /// The one that a run is still at work on, which ends if it is removed; empty: none.
    void setBeingMade(const QString& id);

    // Titles are untrusted.

    void rename(const LibraryLine& line);
    /// With the tags that are in use, to choose from.
    void editTags(const LibraryLine& line, const QStringList& inUse);
    /// Its id.
    QString duplicate(const LibraryLine& line);
    void showVersions(const LibraryLine& line);
    /// Or fetches it from there.
    void archive(const LibraryLine& line);
    /// It can be taken back; only what a run is still at work on is asked about.
    void remove(const LibraryLine& line);
    void takeBack(const LibraryLine& line);
    void purge(const LibraryLine& line);
    void purgeAll(const QStringList& ids);

Q_SIGNALS:
    /// With a way back, if there is one. Nothing: what was told before is over.
    void done(const QString& sentence, const std::function<void()>& undo);
    /// The learner wants it in the bin.
    void removalAgreed(const QString& id);
    /// A title of Library::titleFrom().
    void titleChosen(const QString& id, const QString& title);
    /// The learner was asked, and wants it deleted for good.
    void purgeAgreed(const QString& id);
    /// Its design is another one now.
    void broughtBack(const QString& id);

private:
    void bringBack(const QString& id, qint64 version);
    void askToPurge(const QString& question, const QString& consequence, const QStringList& ids);

    Library& m_library;
    QWidget& m_window;
    RoadmapQuestions* m_questions;
    QString m_beingMade;
};

} // namespace roadloom
