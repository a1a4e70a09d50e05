// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QToolButton;
class QUndoStack;

namespace roadloom {

class EnterKey;
class StudyBook;

/// Above a roadmap's tree: what to look for in it, how far to unfold it, what comes next, and
/// taking back.
class RoadmapTools : public QWidget {
    Q_OBJECT
public:
    enum class Level { Stages, Modules, All };
    /// Of the command that unfolds that far, with a mnemonic. Translated.
    [[nodiscard]] static QString nameOf(Level level);

    /// The book is not owned.
    explicit RoadmapTools(StudyBook& book, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& filter() { return *m_filter; }
    void setHasNext(bool hasNext);
    /// For readers of the screen.
    void sayMatches(int count);

Q_SIGNALS:
    void filterChanged(const QString& typed);
    /// The keyboard came to the filter.
    void filterEntered();
    /// From the filter down to what it found.
    void resultsWanted();
    void levelChosen(roadloom::RoadmapTools::Level level);
    void nextWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLineEdit* m_filter;
    EnterKey* m_enter;
    QToolButton* m_unfold;
    QToolButton* m_next;
    QToolButton* m_undo;
    QAction* m_search;
    QAction* m_stages;
    QAction* m_modules;
    QAction* m_all;
    QUndoStack& m_stack;
};

} // namespace roadloom
