// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace roadloom {

class PaceButton;
class ShareBar;
class StudyBook;
class StudyElsewhere;
class TextLabel;

/// Above a roadmap: its title, how much of it is learnt, what was done lately, in this and the
/// other roadmaps, and how long the rest takes. As long as it is not finished, it says so as well.
class StudyHeader : public QWidget {
    Q_OBJECT
public:
    /// The book is not owned.
    explicit StudyHeader(StudyBook& book, QWidget* parent = nullptr);

    /// Untrusted.
    void setTitle(const QString& title);
    /// How far its design is; empty: to its end, which needs no words.
    void setStanding(const QString& standing);
    /// As long as a run is at work on it, there is no progress of learning: one progress at a time.
    void setRunOver(bool isOver);
    /// Progress and tally, as the book has them.
    void showStudy();
    /// With little height, what stands below the title is one line.
    void setCompact(bool isCompact);
    /// Lets the learner change the hours a week, while there is something left to learn.
    void chooseHours();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showLine();
    [[nodiscard]] int widthOf(const QString& text) const;
    [[nodiscard]] QStringList tallyTexts() const;
    void explainTally(bool isThere);

    const StudyBook& m_book;
    StudyElsewhere* m_elsewhere;
    TextLabel* m_title;
    TextLabel* m_line;
    PaceButton* m_pace;
    ShareBar* m_bar;
    QString m_standing;
    QStringList m_progressTexts; ///< how far the learner is, the most important first
    bool m_isCompact = false;
    bool m_isRunOver = true;
};

} // namespace roadloom
