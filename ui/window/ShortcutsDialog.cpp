// SPDX-License-Identifier: Apache-2.0
#include "ui/window/ShortcutsDialog.h"

#include "ui/look/Accents.h"
#include "ui/look/CommandText.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString keysOf(const QAction& action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(u"; "_s, u"  "_s);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* const list = new QTreeWidget;
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setColumnCount(2);
    list->setHeaderLabels({ tr("What it does"), tr("Keys") });
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const auto add = [list](const QString& what, const QString& keys) {
        new QTreeWidgetItem(list, { what, keys });
    };
    for (const QAction* const action : actions) {
        if (!action->shortcut().isEmpty())
            add(commandName(*action), keysOf(*action));
    }
    const auto keys = [](QKeyCombination combination) {
        return QKeySequence(combination).toString(QKeySequence::NativeText);
    };
    add(tr("Start, where the goal is written"), keys(QKeyCombination(Qt::Key_Return)));
    add(tr("A new line, where the goal is written"), keys(Qt::SHIFT | Qt::Key_Return));
    add(tr("In the roadmap: fold and unfold"),
        keys(QKeyCombination(Qt::Key_Left)) + u"  "_s + keys(QKeyCombination(Qt::Key_Right)));
    add(tr("In the roadmap: done or not"), keys(QKeyCombination(Qt::Key_Space)));
    add(tr("In the roadmap: open the concept"), keys(QKeyCombination(Qt::Key_Return)));
    list->setCurrentItem(list->topLevelItem(0));

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(2 * spacingUnit);
    column->addWidget(list);
    column->addWidget(buttons);
    resize(56 * spacingUnit, 60 * spacingUnit);
}

} // namespace roadloom
