// SPDX-License-Identifier: Apache-2.0
#include "ui/look/SpokenFaces.h"

#include "ui/look/CommandText.h"
#include "ui/look/FoldButton.h"

#include <QAccessible>
#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

class SpokenFold final : public QAccessibleWidget {
public:
    explicit SpokenFold(FoldButton& button)
        : QAccessibleWidget(&button, QAccessible::Button)
        , m_button(button)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        const QString own = QAccessibleWidget::text(which);
        return which == QAccessible::Name && own.isEmpty() ? withoutMnemonic(m_button.text()) : own;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = m_button.isChecked();
        state.collapsed = !m_button.isChecked();
        state.pressed = m_button.isDown();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (m_button.isEnabled())
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString& name) override
    {
        if (name == pressAction())
            m_button.click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    FoldButton& m_button;
};

/// For each of the classes that an object is of, its own first.
QAccessibleInterface* faceOf(const QString& className, QObject* object)
{
    auto* const widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr)
        return nullptr;
    if (className == "roadloom::FoldButton"_L1)
        return new SpokenFold(static_cast<FoldButton&>(*widget));
    if (className == "roadloom::WorkflowPicture"_L1)
        return new QAccessibleWidget(widget, QAccessible::Graphic);
    return nullptr;
}

} // namespace

void installSpokenFaces()
{
    QAccessible::installFactory(faceOf); // what is there already is not added again
}

} // namespace roadloom
