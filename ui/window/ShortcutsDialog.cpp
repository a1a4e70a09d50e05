// SPDX-License-Identifier: Apache-2.0
#include "ui/window/ShortcutsDialog.h"

#include "ui/look/Accents.h"
#include "ui/look/CommandText.h"
#include "ui/look/LetterWidth.h"
#include "ui/window/FittingSize.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString keysOf(const QAction& action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(u"; "_s, u"  "_s);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, SendKey sendKey, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* const list = new QTreeWidget;
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setRootIsDecorated(false);
    list->setItemsExpandable(false);
    list->setIndentation(spacingUnit);
    list->setSelectionMode(QAbstractItemView::NoSelection); // there is nothing to choose
    list->setColumnCount(2);
    list->setHeaderLabels({ tr("What it does"), tr("Keys") });
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    QTreeWidgetItem* place = nullptr;
    const int rowHeight = list->fontMetrics().height() + spacingUnit;
    const auto begin = [&](const QString& where) {
        place = new QTreeWidgetItem(list, { where });
        QFont strong = list->font();
        strong.setWeight(QFont::DemiBold);
        place->setFont(0, strong);
        place->setSizeHint(0, { 0, rowHeight + spacingUnit });
        place->setFirstColumnSpanned(true);
    };
    const auto add = [&](const QString& what, const QString& keys) {
        auto* const row = new QTreeWidgetItem(place, { what, keys });
        row->setSizeHint(0, { 0, rowHeight });
    };
    begin(tr("Everywhere"));
    for (const QAction* const action : actions) {
        if (!action->shortcut().isEmpty())
            add(commandName(*action), keysOf(*action));
    }
    const auto keys = [](QKeyCombination combination) {
        return QKeySequence(combination).toString(QKeySequence::NativeText);
    };
    begin(tr("Where the goal is written"));
    const QString enter = keys(QKeyCombination(Qt::Key_Return));
    const bool needsControl = sendKey == SendKey::ControlEnter;
    add(tr("Start"), needsControl ? keys(Qt::CTRL | Qt::Key_Return) : enter);
    add(tr("A new line"), needsControl ? enter : keys(Qt::SHIFT | Qt::Key_Return));
    begin(tr("In the roadmap"));
    add(tr("Fold and unfold"),
        keys(QKeyCombination(Qt::Key_Left)) + u"  "_s + keys(QKeyCombination(Qt::Key_Right)));
    add(tr("Done or not"), keys(QKeyCombination(Qt::Key_Space)));
    add(tr("Open the concept"), keys(QKeyCombination(Qt::Key_Return)));
    list->expandAll();
    list->setCurrentItem(list->topLevelItem(0)->child(0)); // not a heading

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(2 * spacingUnit);
    column->addWidget(list);
    column->addWidget(buttons);
    resize(fittingSize(
        *this, { std::max(56 * spacingUnit, 60 * letterWidth(fontMetrics())), 70 * spacingUnit }));
}

} // namespace roadloom
