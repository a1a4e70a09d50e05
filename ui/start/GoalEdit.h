// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/AppearanceSettings.h"

#include <QPlainTextEdit>

namespace roadloom {

class EnterKey;

/// The wish, in two or three lines. The send key says that the learner is ready, Shift+Enter begins
/// a new line, Tab goes on to the next field.
class GoalEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit GoalEdit(QWidget* parent = nullptr);

    void setSendKey(SendKey key);
    /// How high it is, in lines of text; 3 at first.
    void setVisibleLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sent();

private:
    EnterKey* m_enter;
    int m_visibleLines = 3;
};

} // namespace roadloom
