// SPDX-License-Identifier: Apache-2.0
#include "ui/window/CommandPalette.h"

#include "ui/look/Accents.h"
#include "ui/look/ClearButton.h"
#include "ui/look/CommandText.h"
#include "ui/look/EnterKey.h"
#include "ui/look/RowGround.h"
#include "ui/look/TextLabel.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int shortcutRole = Qt::UserRole;
constexpr int actionRole = Qt::UserRole + 1;

/// The name at one side, the shortcut, muted, at the other.
class OfferDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        QStyleOptionViewItem inner = option;
        initStyleOption(&inner, index);
        paintRowGround(*painter, inner);
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        QRect words = option.rect.adjusted(spacingUnit, 0, -spacingUnit, 0);
        const auto write = [&](const QString& text, Qt::Alignment side, const QColor& own) {
            painter->setPen(isChosen ? option.palette.color(QPalette::HighlightedText) : own);
            painter->drawText(words,
                int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, side)), text);
        };
        const QString shortcut = index.data(shortcutRole).toString();
        const QFontMetrics& metrics = option.fontMetrics;
        write(shortcut, Qt::AlignRight, mutedText(option.palette));
        if (!shortcut.isEmpty())
            words = QStyle::visualRect(option.direction, words,
                words.adjusted(0, 0, -metrics.horizontalAdvance(shortcut) - 2 * spacingUnit, 0));
        write(metrics.elidedText(inner.text, Qt::ElideRight, words.width()), Qt::AlignLeft,
            option.palette.color(QPalette::Text));
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, spacingUnit);
    }
};

/// The action's name; of one in a menu within a menu, with what that is called.
QString offeredName(const QAction& action)
{
    const QString whenChecked = action.isChecked() ? action.data().toString() : QString();
    const QString name = whenChecked.isEmpty() ? commandName(action) : whenChecked;
    for (QObject* const place : action.associatedObjects()) {
        const auto* const menu = qobject_cast<QMenu*>(place);
        if (menu == nullptr)
            continue;
        const QObjectList above = menu->menuAction()->associatedObjects();
        // Those of a menu bar that has no room for them are in a menu as well.
        if (!above.isEmpty() && std::ranges::none_of(above, [](const QObject* each) {
                return qobject_cast<const QMenuBar*>(each) != nullptr;
            }))
            //: %1 is a menu, %2 what is chosen in it: "Open roadmap: Python".
            return CommandPalette::tr("%1: %2").arg(commandName(*menu->menuAction()), name);
    }
    return name;
}

/// One of several that is the case already: it would do nothing.
bool isSo(const QAction& action)
{
    return action.actionGroup() != nullptr && action.isChecked();
}

bool matches(const QString& name, const SearchWords& words, const Pinyin* sound)
{
    const QString text = folded(name);
    return std::ranges::all_of(words.words(), [&text, sound](const SearchWords::Word& word) {
        return text.contains(word.text)
            || (sound != nullptr && !word.sound.isEmpty() && sound->find(word.sound).length > 0);
    });
}

/// Whether one of the name's words begins with what was typed: such names come first.
bool beginsAWord(const QString& name, const QString& words)
{
    return name.startsWith(words, Qt::CaseInsensitive)
        || name.contains(u' ' + words, Qt::CaseInsensitive);
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , m_words(new QLineEdit)
    , m_enter(new EnterKey(*m_words))
    , m_offers(new QListWidget)
    , m_nothing(new TextLabel(TextLabel::Style::Muted, tr("No command has these words.")))
{
    QStringList names;
    for (QAction* const action : actions) {
        if (!action->isEnabled() || action->text().isEmpty() || isSo(*action))
            continue;
        m_actions.append(action);
        names.append(offeredName(*action));
    }
    m_sounds.learn(names);
    connect(&m_sounds, &PinyinBook::learnt, this, [this] {
        if (SearchWords(m_words->text()).hasLetters())
            offer(m_words->text());
    });
    setAccessibleName(tr("Commands"));
    setWindowTitle(tr("Commands"));
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_words->setTextMargins(spacingUnit / 2, 0, spacingUnit / 2, 0);
    m_words->setAccessibleName(tr("Part of a command's name"));
    setClearButton(*m_words);
    m_words->installEventFilter(this);
    m_offers->setAccessibleName(tr("Commands"));
    m_offers->setItemDelegate(new OfferDelegate(m_offers));
    m_offers->setFocusPolicy(Qt::NoFocus);
    m_offers->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_offers->setFrameShape(QFrame::NoFrame);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(spacingUnit, spacingUnit, spacingUnit, spacingUnit);
    column->setSpacing(spacingUnit);
    column->addWidget(m_words);
    column->addWidget(m_offers, 1);
    column->addWidget(m_nothing, 1);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::offer);
    connect(m_enter, &EnterKey::pressed, this, &CommandPalette::runChosen);
    connect(m_offers, &QListWidget::currentRowChanged, this, &CommandPalette::sayChosen);
    connect(m_offers, &QListWidget::itemClicked, this, &CommandPalette::runChosen);
    offer({});
}

void CommandPalette::offer(const QString& words)
{
    m_offers->clear();
    const SearchWords wanted(words);
    QList<QAction*> found;
    for (const QPointer<QAction>& action : std::as_const(m_actions)) {
        if (!action)
            continue;
        const QString name = offeredName(*action);
        if (matches(name, wanted, m_sounds.find(name)))
            found.append(action);
    }
    std::stable_partition(found.begin(), found.end(),
        [&](const QAction* action) { return beginsAWord(offeredName(*action), words.trimmed()); });
    for (QAction* const action : std::as_const(found)) {
        const QString name = offeredName(*action);
        auto* const item = new QListWidgetItem(action->icon(), name, m_offers);
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        item->setData(shortcutRole, shortcut);
        item->setToolTip(u"<p>"_s + name.toHtmlEscaped() + u"</p>"_s); // it may be cut
        item->setData(actionRole, QVariant::fromValue(QPointer<QAction>(action)));
        item->setData(
            Qt::AccessibleTextRole, shortcut.isEmpty() ? name : name + u", "_s + shortcut);
    }
    m_offers->setCurrentRow(0);
    sayChosen();
    m_offers->setVisible(m_offers->count() > 0);
    m_nothing->setVisible(m_offers->count() == 0);
    fitHeight();
}

/// As high as its offers, as far as the window has room.
void CommandPalette::fitHeight()
{
    const QWidget* const window = parentWidget();
    if (window == nullptr)
        return;
    constexpr int highest = 50 * spacingUnit;
    const int rows = std::max(1, m_offers->count());
    const int row = m_offers->count() > 0 ? m_offers->sizeHintForRow(0)
                                          : m_nothing->sizeHint().height() + spacingUnit;
    const int besides = m_words->sizeHint().height() + 2 * m_offers->frameWidth() + 3 * spacingUnit;
    const int room = std::min(highest, window->height() - 8 * spacingUnit) - besides;
    const int whole = std::max(1, room / row); // none is cut
    setFixedHeight(besides + std::min(rows, whole) * row);
}

/// It lies on the window: an edge tells it from what is below.
void CommandPalette::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(mutedText(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

/// The list never has the keyboard, so that nobody would hear what is chosen in it.
void CommandPalette::sayChosen()
{
    const QListWidgetItem* const item = m_offers->currentItem();
    m_words->setAccessibleDescription(
        item != nullptr ? item->data(Qt::AccessibleTextRole).toString() : m_nothing->text());
}

void CommandPalette::runChosen()
{
    const QListWidgetItem* const item = m_offers->currentItem();
    if (item == nullptr)
        return;
    const auto action = item->data(actionRole).value<QPointer<QAction>>();
    accept();
    // What it does may open a dialog, or look at who has the focus.
    if (action)
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress || m_enter->isComposing())
        return QDialog::eventFilter(watched, event);
    const auto* const key = static_cast<const QKeyEvent*>(event);
    const int last = m_offers->count() - 1;
    switch (key->key()) {
    case Qt::Key_Down:
        m_offers->setCurrentRow(m_offers->currentRow() < last ? m_offers->currentRow() + 1 : 0);
        return true;
    case Qt::Key_Up:
        m_offers->setCurrentRow(m_offers->currentRow() > 0 ? m_offers->currentRow() - 1 : last);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        QCoreApplication::sendEvent(m_offers, event);
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

/// At the upper middle of the window, as wide as a sentence.
void CommandPalette::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    const QWidget* const window = parentWidget();
    if (window != nullptr) {
        constexpr int widest = 60 * spacingUnit;
        const int width = std::min(widest, window->width() - 4 * spacingUnit);
        setFixedWidth(width);
        move(window->mapToGlobal(
            QPoint((window->width() - width) / 2, std::max(spacingUnit, window->height() / 10))));
    }
    m_words->setFocus();
}

} // namespace roadloom
