// SPDX-License-Identifier: Apache-2.0
#include "ShownTexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Qt's own parts, and the menu in which a menu bar keeps what it has no room for: it is filled
/// when that happens.
bool isQts(const QObject& object)
{
    const auto* menu = qobject_cast<const QMenu*>(&object);
    return object.objectName().startsWith(u"qt_"_s) || (menu != nullptr && menu->title().isEmpty());
}

class Texts {
public:
    void add(const QObject& owner, QLatin1StringView what, QString text)
    {
        static const QRegularExpression digits(u"\\d+"_s);
        if (!text.isEmpty())
            m_all.append(QLatin1StringView(owner.metaObject()->className()) + u' ' + what + u": "_s
                + text.replace(digits, u"0"_s));
    }

    void addWidget(const QWidget& widget)
    {
        add(widget, "title"_L1, widget.windowTitle());
        add(widget, "tip"_L1, widget.toolTip());
        add(widget, "name"_L1, widget.accessibleName());
        add(widget, "description"_L1, widget.accessibleDescription());
        for (const char* const property :
            { "text", "placeholderText", "prefix", "suffix", "specialValueText", "displayFormat" })
            add(widget, QLatin1StringView(property), widget.property(property).toString());
        if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
            add(widget, "group"_L1, box->title());
        if (const auto* bar = qobject_cast<const QTabBar*>(&widget)) {
            for (int i = 0; i < bar->count(); ++i)
                add(widget, "tab"_L1, bar->tabText(i));
        }
        if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            for (int i = 0; i < box->count(); ++i)
                add(widget, "choice"_L1, box->itemText(i));
        }
        const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
        if (view != nullptr && view->model() != nullptr) {
            for (int i = 0; i < view->model()->columnCount(); ++i)
                add(widget, "header"_L1, view->model()->headerData(i, Qt::Horizontal).toString());
            addRows(widget, *view->model(), {});
        }
        for (const QAction* const action : widget.actions()) {
            add(widget, "action"_L1, action->text());
            add(widget, "action's tip"_L1, action->toolTip());
        }
    }

    [[nodiscard]] const QStringList& all() const { return m_all; }

private:
    void addRows(const QWidget& owner, const QAbstractItemModel& model, const QModelIndex& parent)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                for (const int role : { int(Qt::DisplayRole), int(Qt::ToolTipRole),
                         int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole) })
                    add(owner, "cell"_L1, model.index(row, column, parent).data(role).toString());
            }
            addRows(owner, model, model.index(row, 0, parent));
        }
    }

    QStringList m_all;
};

} // namespace

QStringList shownTexts(const QWidget& window)
{
    Texts texts;
    texts.addWidget(window);
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* const widget : widgets) {
        if (!isQts(*widget) && !isQts(*widget->parent()))
            texts.addWidget(*widget);
    }
    return texts.all();
}

} // namespace roadloom
