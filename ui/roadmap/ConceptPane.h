// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/ConceptLinks.h"
#include "ui/roadmap/RoadmapRows.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QBoxLayout;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace roadloom {

class NoteField;
class RoadmapTreeModel;
class StateChoice;
class StudyBook;
class TextLabel;

/// What the pane says about a row: compared, so that what stays the same is not laid out again.
struct ConceptSheet {
    RoadmapRow row;
    QStringList branches; ///< that it is in, from the outermost
    QString facts;
    bool isDesignOver = false; ///< nobody works at it any more
    std::optional<StudyState> state {}; ///< of a concept that can be studied
    QList<ConceptLink> needs;
    QList<ConceptLink> neededBy;
    QStringList missing; ///< names of what is to be learnt first
    QString before; ///< id of the concept before it
    QString after;

    bool operator==(const ConceptSheet&) const = default;
};

/// Reading and studying the row in front of a roadmap: where it stands, how far the learner is with
/// it, what it is about, what it builds on and what builds on it, and their notes. All of it
/// scrolls, but for the buttons and, unless it is far too long, its name.
class ConceptPane : public QWidget {
    Q_OBJECT
public:
    /// Where it stands to the tree.
    enum class Place {
        Below,
        Beside,
        Tall, ///< instead of it, as the learner wants it
        Only, ///< instead of it: there is no room for both
    };

    /// Neither is owned.
    ConceptPane(const RoadmapTreeModel& model, StudyBook& book, QWidget* parent = nullptr);

    /// A row of the model; an invalid index empties the pane.
    void showRow(const QModelIndex& index);
    /// Again, if it changed.
    void refresh();
    /// Writes down what was typed last.
    void save();
    /// Gives it the keyboard.
    void enter();
    void setPlace(Place place);
    /// For all that it says, at that width.
    [[nodiscard]] int neededHeight(int width);

    /// What scrolls.
    [[nodiscard]] QScrollArea& area() { return *m_area; }

Q_SIGNALS:
    void closeRequested();
    /// The pane wants all the room there is, or no longer.
    void tallRequested(bool isTall);
    /// The learner wants to go to that concept.
    void conceptChosen(const QString& id);
    /// In the note.
    void linkChosen(const QUrl& address);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// What does not scroll.
    enum class Head {
        All, ///< the name, what it is in, and its facts
        Name,
        Buttons, ///< alone
    };

    void buildTop();
    void buildBody();
    [[nodiscard]] int measure(int width);
    void setHead(Head head);
    void fitHead();
    void fitNote();
    [[nodiscard]] ConceptSheet sheetOf(const QModelIndex& row) const;
    [[nodiscard]] QList<ConceptLink> linksTo(const QStringList& ids) const;
    void showSheet();
    void showKeywords();
    void bringNote(int from);
    void followWriting();
    void retranslate();

    const RoadmapTreeModel& m_model;
    StudyBook& m_book;
    QPersistentModelIndex m_index;
    ConceptSheet m_sheet;
    Place m_place = Place::Below;
    QWidget* m_head; ///< does not scroll
    QVBoxLayout* m_heading; ///< in it, beside the buttons
    QScrollArea* m_area;
    QVBoxLayout* m_page; ///< what scrolls
    Head m_inHead = Head::All;
    TextLabel* m_branches;
    QToolButton* m_before;
    QToolButton* m_after;
    QToolButton* m_tall;
    QToolButton* m_close;
    TextLabel* m_name;
    TextLabel* m_facts;
    StateChoice* m_choice;
    TextLabel* m_notice; ///< what keeps the learner from it, or should
    QWidget* m_keywords;
    TextLabel* m_description;
    TextLabel* m_why;
    ConceptLinks* m_needs;
    ConceptLinks* m_neededBy;
    NoteField* m_note;
};

} // namespace roadloom
