// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"
#include "ui/history/HistoryListModel.h"
#include "ui/look/DayWatch.h"

#include <QDialog>

#include <functional>

class QAction;
class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace roadloom {

class RoadmapDeeds;
class TextLabel;

/// All roadmaps of the library: found by their words and tags, and what can be done with each.
class HistoryDialog : public QDialog {
    Q_OBJECT
public:
    /// The library must be open, and outlive it.
    explicit HistoryDialog(
        Library& library, QWidget* parent = nullptr, DayWatch::Clock clock = DayWatch::systemClock);

    /// The one that a run is still at work on, which ends if it is removed; empty: none.
    void setBeingMade(const QString& id);
    void showPlace(HistoryPlace place);

Q_SIGNALS:
    /// The dialog has closed.
    void openRequested(const QString& id);
    /// The learner wants it in the bin.
    void removalAgreed(const QString& id);
    /// A title of Library::titleFrom().
    void titleChosen(const QString& id, const QString& title);
    /// The learner was asked, and wants it deleted for good.
    void purgeAgreed(const QString& id);
    /// Its design is another one now.
    void broughtBack(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeActions();
    [[nodiscard]] QAction* makeAction(
        const QString& text, const std::function<void()>& act, const QKeySequence& key = {});
    void takeLines(const Result<QList<LibraryLine>>& lines);
    void takeHits(const QString& typed, const Result<QList<libraryTexts::Hit>>& hits);
    void search();
    void turnTo(HistoryPlace place);
    void refresh();
    void showPlaces();
    void showTags();
    void showRows();
    void showEmptiness();
    void enable();
    void sayWhyNot();
    void tell(const QString& sentence, const std::function<void()>& undo = {});
    void showMenu(const QPoint& place);
    /// Null: none is chosen.
    [[nodiscard]] const LibraryLine* chosen() const;
    [[nodiscard]] bool isSearching() const;

    void openChosen();
    void duplicate();
    void emptyBin();

    Library& m_library;
    DayWatch m_days;
    QList<LibraryLine> m_lines;
    HistorySelection m_selection;
    HistoryListModel m_model;
    RoadmapDeeds* m_deeds;
    QString m_beingMade;
    QString m_wanted; ///< to be chosen, once it is there
    QLineEdit* m_words;
    QComboBox* m_tags;
    QTabBar* m_places;
    QListView* m_list;
    QStackedWidget* m_middle; ///< the list, or why it is empty
    TextLabel* m_nothing;
    TextLabel* m_told;
    QPushButton* m_undo;
    std::function<void()> m_takeBackTold; ///< what was told
    QAction* m_open;
    QAction* m_rename;
    QAction* m_editTags;
    QAction* m_duplicate;
    QAction* m_versions;
    QAction* m_archive;
    QAction* m_remove;
    QAction* m_takeBack;
    QAction* m_purge;
    QAction* m_emptyBin;
};

} // namespace roadloom
