// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryRecords.h"
#include "ui/history/HistorySelection.h"
#include "ui/look/DayWatch.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace roadloom {

class RecentButton;
class RoadmapQuestions;
class TextLabel;

/// The roadmaps that were open lately, the last one first; a press goes on with one, and the menu
/// of one can rename and remove it, which is asked about. The first few, until a button below them
/// unfolds the others; beside it is the way to all that there are. Where all are archived, it says
/// so and leads to them. Hidden while there are none.
class RecentList : public QWidget {
    Q_OBJECT
public:
    /// What time it is, by the learner's clock.
    explicit RecentList(DayWatch::Clock clock = DayWatch::systemClock, QWidget* parent = nullptr);

    void setRecents(const QList<LibraryLine>& recents);
    /// How many more are archived.
    void setArchived(int count);
    /// The one that a run is still at work on, which ends if it is removed; empty: none.
    void setBeingMade(const QString& id);

Q_SIGNALS:
    void chosen(const QString& id);
    /// The learner wants to see all of this place.
    void allWanted(roadloom::HistoryPlace place);
    /// The learner was asked, and wants it removed.
    void removalAgreed(const QString& id);
    /// The learner wants it called that: a title of Library::titleFrom().
    void titleChosen(const QString& id, const QString& title);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QList<LibraryLine> shown() const;
    void unfold(bool isUnfolded);
    void fill();
    void showRest();
    void showPresence();
    void showDetails();
    void retranslate();

    DayWatch m_days;
    QList<LibraryLine> m_recents;
    TextLabel* m_title;
    QVBoxLayout* m_rows;
    QList<RecentButton*> m_buttons; ///< one a row
    QPushButton* m_rest; ///< unfolds what is not shown
    QPushButton* m_all; ///< leads to all roadmaps
    int m_archived = 0;
    bool m_isUnfolded = false;
    RoadmapQuestions* m_questions;
};

} // namespace roadloom
