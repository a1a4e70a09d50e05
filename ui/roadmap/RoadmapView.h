// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"
#include "core/roadmap/StudyState.h"
#include "core/stream/RoadmapPreview.h"
#include "ui/roadmap/NodeNames.h"
#include "ui/roadmap/PaneOpening.h"
#include "ui/roadmap/ReadingPlace.h"
#include "ui/roadmap/RoadmapTools.h"

#include <QWidget>

#include <memory>
#include <optional>

class QSplitter;
class QStackedWidget;
class QTreeView;

namespace roadloom {

class ConceptPane;
class EmptyRoadmap;
class FindingsPanel;
class NextStep;
class PaneSplitter;
class RoadmapTreeModel;
class RoadmapTrees;
class StudyBook;
class StudyHeader;
class TreeGrowth;
class Unfolding;

/// The roadmap: title and progress, the tree with its tools, the concept in front, and what
/// was found about the whole. What the learner does with it goes through its study().
///
/// Where there is too little height for tree, concept and findings, the concept gives way to the
/// findings while they are unfolded; a concept that is opened folds them.
class RoadmapView : public QWidget {
    Q_OBJECT
public:
    /// What is said as long as there is no roadmap.
    enum class Outlook { Opening, Expected, Stopped, Failed, NotCovered };

    explicit RoadmapView(QWidget* parent = nullptr);
    /// Writes down what was typed last.
    ~RoadmapView() override;

    /// Shows the roadmap; what was expanded, selected and scrolled to stays so.
    void setRoadmap(const Roadmap& roadmap);
    /// Adds what a preview has brought, soon. What the reader looks at stays where it is.
    void grow(const QList<PreviewEvent>& events);
    void clear();
    /// Makes room for another try: what was designed only in part goes, and what was found; a whole
    /// roadmap stays until there is another.
    void clearUnfinished();
    /// With a title of the learner's own, which holds until clear(), whatever the design says.
    void rename(const QString& title);
    /// The learner's, or the design's; untrusted.
    [[nodiscard]] const QString& title() const
    {
        return m_ownTitle.isEmpty() ? m_title : m_ownTitle;
    }
    void setOutlook(Outlook outlook);
    /// Whether no run is at work on it: only then it says how much of it is learnt, and what is
    /// next to learn. It is over to begin with.
    void setRunOver(bool isOver);
    [[nodiscard]] bool hasRoadmap() const;
    /// What is shown, or soon will be, is unfinished.
    [[nodiscard]] bool isGrowing() const { return m_isGrowing; }

    /// Of the roadmap that is shown; in memory until StudyBook::keepIn(). Nothing can be studied
    /// while it grows.
    [[nodiscard]] StudyBook& study() { return *m_study; }

    [[nodiscard]] ReadingPlace place() const;
    /// If it is still there.
    void goTo(const ReadingPlace& place);

    /// Brings a concept in front and opens it; nothing if it is not there.
    void showNode(const QString& id);
    /// What was found, with the keyboard in it.
    void showFindings();
    /// Gives the keyboard to the filter.
    void focusFilter();
    void expandTo(RoadmapTools::Level level);
    /// Behind the concept in front, in reading order, and from the beginning again.
    void showNextToLearn();
    /// The concept in front, if it is one: done, if it was not learnt, else to do.
    void toggleDone();
    /// Of the concept in front; none if it is none that can be studied.
    [[nodiscard]] std::optional<StudyState> stateInFront() const;
    void mark(StudyState state);
    /// Lets the learner change the hours a week, while there is something left to learn.
    void chooseHours();

    /// Where the keyboard belongs: the roadmap's rows, or those that a filter found.
    [[nodiscard]] QTreeView& tree();
    /// Gives it the keyboard, or the concept if that has all the room.
    void takeKeyboard(Qt::FocusReason reason);
    [[nodiscard]] FindingsPanel& findings() { return *m_findings; }
    /// Tree and concept.
    [[nodiscard]] PaneSplitter& reading() { return *m_reading; }
    /// See RoadmapTree::chosenColumns().
    [[nodiscard]] QList<double> columns() const;
    void setColumns(const QList<double>& letters);

Q_SIGNALS:
    /// There is something to see now, or no longer.
    void presenceChanged();
    /// It is the one in front now.
    void conceptShown(const QString& conceptId);
    /// A link in a note.
    void linkChosen(const QUrl& address);
    /// place() may have changed.
    void placeChanged();
    /// columns(), by the learner.
    void columnsChosen();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectTrees();
    void connectStudy();
    void buildLayout();
    [[nodiscard]] bool bringToFront(const QString& id);
    void showPlaceOfFinding(const QString& id);
    void showChanged(const QString& conceptId);
    void showMenu(const QModelIndex& index, const QPoint& place);
    void toggleDone(const QModelIndex& index);
    void showStudy();
    void showNextStep(bool isPaneOpen);
    void setGrowing(bool isGrowing);
    void showRoadmap();
    void showPresence();
    void makeRoomForFindings(bool areShown);
    void showHeader();
    [[nodiscard]] QString growthText() const;
    void showOutlook();
    void retranslate();

    std::unique_ptr<StudyBook> m_study; ///< goes before the widgets that show it
    RoadmapTreeModel* m_model;
    NodeNames m_names;
    QString m_ownTitle; ///< the learner's; mostly empty
    QString m_title;
    Roadmap m_settling; ///< is studied as soon as the tree has it
    Outlook m_outlook = Outlook::Expected;
    StudyHeader* m_header;
    QStackedWidget* m_pages;
    EmptyRoadmap* m_empty;
    QSplitter* m_parts; ///< reading and findings
    RoadmapTools* m_tools;
    RoadmapTrees* m_trees;
    NextStep* m_nextStep;
    QWidget* m_treeSide; ///< all three
    ConceptPane* m_pane;
    PaneSplitter* m_reading; ///< trees and pane
    FindingsPanel* m_findings;
    PaneOpening m_opening;
    Unfolding* m_unfolding;
    TreeGrowth* m_growth;
    bool m_wasThere = false; ///< when presenceChanged was told last
    bool m_isGrowing = false; ///< what is shown is provisional
    bool m_isRunOver = true;
    bool m_isEarlier = false; ///< made before the run that is on
};

} // namespace roadloom
