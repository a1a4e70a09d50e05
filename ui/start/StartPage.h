// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "ui/history/HistorySelection.h"

#include <QScrollArea>

#include <optional>

class QLayout;
class QPushButton;
class QVBoxLayout;

namespace roadloom {

class GoalForm;
struct LibraryLine;
class RecentList;
struct RunLine;
class TextLabel;
class UnfinishedList;
class WishOffer;

/// Who answers, as a RoadmapSource says.
struct Answerer {
    QString title; ///< empty: not complete yet
    bool isBuiltIn = false;
};

/// Where a run begins: the goal, who answers, roadmaps to go on with, and a few wishes to try.
class StartPage : public QScrollArea {
    Q_OBJECT
public:
    explicit StartPage(const LearnerRequest& defaults, QWidget* parent = nullptr);

    /// Translated wishes to try, which the built-in courses can answer, each with one of them.
    [[nodiscard]] static QStringList exampleGoals();

    [[nodiscard]] GoalForm& form() { return *m_form; }
    void setAnswerer(const Answerer& answerer);
    /// What there is to go back to.
    enum class Behind { Nothing, Run, StoppedRun, Roadmap };
    /// With how far the run is, in percent, if it is on and that is known.
    void setBehind(Behind behind, std::optional<int> percent = {});
    /// Roadmaps that the learner may go on with.
    void setRecents(const QList<LibraryLine>& recents);
    /// How many more are archived.
    void setArchived(int count);
    /// Designs that broke off.
    void setUnfinished(const QList<RunLine>& unfinished);
    /// The one that a run is still at work on; empty: none.
    void setBeingMade(const QString& id);
    /// Puts a question about who answers below all else: the goal comes first, and a run can start
    /// without an answer. Takes it; nullptr takes it away again.
    void setQuestion(QWidget* question);
    /// Asks whether this is to take the place of what the form says.
    void offerWish(const LearnerRequest& wish);

Q_SIGNALS:
    void returnRequested();
    /// The learner goes on with a roadmap; its id in the library.
    void roadmapChosen(const QString& id);
    /// The learner wants to see all roadmaps of this place.
    void allRoadmapsWanted(roadloom::HistoryPlace place);
    /// The learner goes on with a design, or was asked and wants it removed; its run's id.
    void unfinishedChosen(const QString& run);
    void unfinishedRemovalAgreed(const QString& run);
    /// The learner was asked, and wants this one removed.
    void removalAgreed(const QString& id);
    /// The learner wants this one called that: a title of Library::titleFrom().
    void titleChosen(const QString& id, const QString& title);
    /// The learner wants somebody else to answer.
    void settingsRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildColumn();
    QWidget* buildSourceLine();
    void fitHeight();
    QWidget* buildExamples();
    void sizeColumn();
    void nameReturn();
    void nameAnswerer();
    void nameCourses();
    void retranslate();

    GoalForm* m_form;
    TextLabel* m_title;
    TextLabel* m_about; ///< what this is all about, for whoever is new
    TextLabel* m_source;
    TextLabel* m_courses; ///< what the built-in courses are about, if they answer
    TextLabel* m_examplesTitle;
    WishOffer* m_offer;
    UnfinishedList* m_unfinished;
    RecentList* m_recents;
    QPushButton* m_return;
    QPushButton* m_change;
    QWidget* m_sourceLine = nullptr;
    QVBoxLayout* m_lines = nullptr;
    QLayout* m_page = nullptr;
    QWidget* m_column = nullptr;
    QVBoxLayout* m_questionPlace = nullptr;
    QWidget* m_question = nullptr;
    QLayout* m_cardLayout = nullptr;
    QList<QPushButton*> m_examples;
    Answerer m_answerer;
    Behind m_behind = Behind::Nothing;
    std::optional<int> m_percent; ///< of the run behind
};

} // namespace roadloom
