// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace roadloom {

class PaceButton;
class ShareBar;
class StudyBook;
class StudyElsewhere;
class TextLabel;

/// Above a roadmap: its title and totals, how much of it is learnt, how long the rest takes, and
/// what was done lately, in this and the other roadmaps.
class StudyHeader : public QWidget {
    Q_OBJECT
public:
    /// The book is not owned.
    explicit StudyHeader(StudyBook& book, QWidget* parent = nullptr);

    /// Untrusted.
    void setTitle(const QString& title);
    /// Of the roadmap; empty hides them.
    void setTotals(const QString& totals);
    /// Progress and tally, as the book has them.
    void showStudy();
    /// With little height, only the title and a line.
    void setCompact(bool isCompact);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showTotals();
    [[nodiscard]] int widthOf(const QString& text) const;
    [[nodiscard]] QStringList tallyTexts() const;

    const StudyBook& m_book;
    StudyElsewhere* m_elsewhere;
    TextLabel* m_title;
    TextLabel* m_totals;
    PaceButton* m_pace;
    QWidget* m_progressRow;
    ShareBar* m_bar;
    TextLabel* m_progress;
    QString m_ownTotals; ///< of the roadmap
    QStringList m_progressTexts; ///< how far the learner is, the most important first
    bool m_isCompact = false;
};

} // namespace roadloom
