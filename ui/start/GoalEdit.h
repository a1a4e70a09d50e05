// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace roadloom {

/// The wish, in two or three lines. Enter says that the learner is ready, Shift+Enter begins a new
/// line, Tab goes on to the next field.
class GoalEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit GoalEdit(QWidget* parent = nullptr);

    /// How high it is, in lines of text; 3 at first.
    void setVisibleLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void enterPressed();

private:
    int m_visibleLines = 3;
};

} // namespace roadloom
