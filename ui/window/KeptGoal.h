// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

class GoalForm;
class WindowMemory;

/// The wish of a run that has brought no roadmap yet, from one start to the next: the form has it
/// then, so that it need not be typed again.
class KeptGoal {
public:
    /// Both must outlive it. Without a memory nothing is kept.
    KeptGoal(GoalForm& form, WindowMemory* memory);

    /// Puts it into the form.
    void bringBack();
    /// The form was filled, and not by the learner.
    void noteFilled();
    void keep(const QString& goal);
    /// There is a roadmap.
    void drop();
    /// The learner may have put it better since it was tried: then that is kept.
    void correct();

private:
    [[nodiscard]] QString goalInForm() const;

    GoalForm& m_form;
    WindowMemory* m_memory;
    QString m_filled; ///< into the form, last, by others than the learner
};

} // namespace roadloom
