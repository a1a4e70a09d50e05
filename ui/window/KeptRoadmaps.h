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

    /// Asks for one: opened() follows, or failed(), but neither after stopOpening(), or when
    /// another was asked for. What is in front stays there meanwhile.
    void open(const QString& id);
    /// Asks for the one that was in front when the window was closed, unless it is archived:
    /// whoever put it away does not want it back by itself. Whether there is one: it counts as in
    /// front at once, until opened() or lastIsGone().
    bool openLast();
    /// What was asked for is not wanted any more, and one of openLast() is not in front.
    void stopOpening();
    /// Keeps the study of the one that was opened, once the book has it in front.
    void keepStudy(const KeptRoadmap& kept, StudyBook& book);
    /// Keeps a new one, which the book has in front already, or a better one in its place:
    /// written() follows, whatever comes in front meanwhile, but not after leave() or
    /// expectAnother(), nor if it cannot be written.
    void keep(const CurriculumDesign& design, const LearnerRequest& request, StudyBook& book);
    /// Keeps one under another id, as it was read, with the study that the book has of it:
    /// written() follows as after keep().
    void keepAnew(const KeptRoadmap& kept, StudyBook& book);
    /// Another roadmap is being made where one was in front.
    void leave();
    /// Another will be made, so that written() is of no use any more.
    void expectAnother() { m_unwritten.clear(); }
    /// With a title of Library::titleFrom().
    void rename(const QString& id, const QString& title);
    /// Moves one to the bin, with all that was studied of it. The one in front must be left before.
    void remove(const QString& id);
    [[nodiscard]] bool isInFront(const QString& id) const { return !id.isEmpty() && id == m_id; }
    [[nodiscard]] bool isOneInFront() const { return !m_id.isEmpty(); }

    /// Whether the learner sees what is in front. What they see comes back at the next start; it is
    /// written at once, for whoever pulls the plug.
    void setSeen(bool isSeen);

    /// Reads again which were there lately: recentsChanged() follows.
    void refresh();

Q_SIGNALS:
    void opened(const roadloom::KeptRoadmap& kept);
    /// What keep() was given last is on the disk, even if the power fails; or the one of openLast()
    /// is, for which the wish was still remembered.
    void written();
    /// The one of openLast() cannot be opened, or the one that was asked for in its place; failed()
    /// says why.
    void lastIsGone();
    /// The one in front was moved to the bin, by another program: it is kept there as before.
    void thrownAway();
    /// After that: it was taken back, or is not in front any more.
    void noLongerInBin();
    /// The one in front was deleted for good, by another program: it is not in front any more, as
    /// the library sees it.
    void deleted();
    /// The last one first. Where there are none, `archived` are in the archive.
    void recentsChanged(const QList<roadloom::LibraryLine>& recents, int archived);
    void failed(const roadloom::Error& error);
    /// What failed() told of is kept now, with a sentence for the learner.
    void caughtUp(const QString& sentence);

private:
    void takeWritten(const QString& id);
    void takeGone(const QString& id);
    void takeThrownAway(const QString& id);
    void leaveBin();
    void lookForOneInFront();
    void takeOpened(const KeptRoadmap& kept);
    void takeNotOpened(const QString& id, const Error& error);
    void putInFront(const QString& id);
    void remember();

    RoadmapShelf* m_shelf = nullptr; ///< if there is a library
    WindowMemory* m_memory;
    QString m_id; ///< of the one in front; empty: none
    QString m_unwritten; ///< what keep() was given, as long as it may not be on the disk
    bool m_awaitsLast = false; ///< which counts as in front
    QString m_later; ///< for the next start to open, since it could not be opened at this one
    bool m_isOnDisk = false; ///< the one in front, since some time
    bool m_isSeen = false;
    QString m_thrownAway; ///< the one in front, if that was told
};

} // namespace roadloom
