// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"
#include "core/storage/AppearanceSettings.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace roadloom {

class AboutYou;
class FieldError;
class FoldButton;
class GoalEdit;
class TextLabel;

/// The fields of a request. What the form has no field for is passed on as it came.
class GoalForm : public QWidget {
    Q_OBJECT
public:
    explicit GoalForm(const LearnerRequest& defaults, QWidget* parent = nullptr);

    /// What the fields say now, checked or not.
    [[nodiscard]] LearnerRequest request() const;

    /// Shows what is wrong beside the fields, or emits submitted().
    void submit();

    /// The hours that all requests ask for, whatever they say themselves, if any do.
    void fixHours(std::optional<int> hours);
    void setGoal(const QString& goal);
    /// Shows it in all fields; what there is no field for is passed on from now on.
    void setRequest(const LearnerRequest& request);

    /// Whether something would be lost if another request took the place of what the fields say.
    [[nodiscard]] bool hasUnused() const;
    /// What they say now has been carried out.
    void noteUsed();

    /// Puts the cursor into the goal with all of it selected; setFocus() leaves it where it is.
    void editGoal();
    /// Puts it behind the goal's last word.
    void goOnWithGoal();
    /// Of the goal, which may have several lines.
    void setSendKey(SendKey key);
    /// The built-in courses answer: says what they do not go by.
    void setBuiltIn(bool isBuiltIn);
    /// With less room between and in the fields.
    void setCompact(bool compact);

Q_SIGNALS:
    void submitted(const roadloom::LearnerRequest& request);
    /// Something is wrong with a field, which has the focus now.
    void wrongFieldShown(QWidget* field);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildBasics(QWidget* parent);
    void buildLayout();
    void showMore(bool shown);
    [[nodiscard]] AboutYou& aboutYou();
    bool showErrors(const LearnerRequest& request);
    void retranslate();

    LearnerRequest m_defaults;
    std::optional<int> m_fixedHours;
    LearnerRequest m_used; ///< what nobody misses
    QLabel* m_goalLabel;
    GoalEdit* m_goal;
    FieldError* m_goalError;
    QLabel* m_hoursLabel;
    QSpinBox* m_hours;
    QLabel* m_levelLabel;
    QComboBox* m_level;
    FoldButton* m_more;
    AboutYou* m_aboutYou = nullptr; ///< made when it is first opened
    QVBoxLayout* m_aboutYouPlace = nullptr;
    QPushButton* m_start;
    TextLabel* m_hint;
    SendKey m_sendKey = SendKey::Enter;
    bool m_isBuiltIn = false;
};

} // namespace roadloom
