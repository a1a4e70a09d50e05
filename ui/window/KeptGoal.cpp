// SPDX-License-Identifier: Apache-2.0
#include "ui/window/KeptGoal.h"

#include "ui/start/GoalForm.h"
#include "ui/window/WindowMemory.h"

namespace roadloom {

KeptGoal::KeptGoal(GoalForm& form, WindowMemory* memory)
    : m_form(form)
    , m_memory(memory)
{
    noteFilled();
}

void KeptGoal::bringBack()
{
    if (m_memory != nullptr)
        m_form.setGoal(m_memory->goal());
    noteFilled();
}

void KeptGoal::noteFilled()
{
    m_filled = goalInForm();
}

void KeptGoal::keep(const QString& goal)
{
    if (m_memory != nullptr)
        m_memory->keepGoal(goal);
}

void KeptGoal::drop()
{
    keep({});
}

void KeptGoal::correct()
{
    if (m_memory != nullptr && !m_memory->goal().isEmpty() && goalInForm() != m_filled)
        keep(goalInForm());
}

QString KeptGoal::goalInForm() const
{
    return m_form.request().preferences.learningGoal;
}

} // namespace roadloom
