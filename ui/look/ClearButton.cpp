// SPDX-License-Identifier: Apache-2.0
#include "ui/look/ClearButton.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace roadloom {

namespace {

struct ClearButton {
    Q_DECLARE_TR_FUNCTIONS(roadloom::ClearButton)
};

} // namespace

void setClearButton(QLineEdit& edit)
{
    edit.setClearButtonEnabled(true);
    // Qt's name for its action, by which others find it, too.
    auto* const clear = edit.findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction"));
    if (clear != nullptr)
        clear->setText(ClearButton::tr("Clear"));
}

} // namespace roadloom
