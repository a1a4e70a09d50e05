// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/MenuButton.h"

class QLabel;
class QSpinBox;

namespace roadloom {

class StudyBook;

/// How long the rest of the roadmap takes at so many hours a week; pressed, it lets the learner
/// change the hours. Hidden while there is nothing left to learn.
class PaceButton : public MenuButton {
    Q_OBJECT
public:
    /// The book is not owned.
    explicit PaceButton(StudyBook& book, QWidget* parent = nullptr);

    /// As the book has it.
    void showPace();
    /// As if it were pressed.
    void choose();
    /// Says as much as there is room for.
    void fitInto(int room);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QSize sizeWith(const QString& text) const;
    void retranslate();

    StudyBook& m_book;
    QLabel* m_question;
    QSpinBox* m_hours;
    QStringList m_texts; ///< that say less and less; never empty
    int m_room = 0;
};

} // namespace roadloom
