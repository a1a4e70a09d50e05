// SPDX-License-Identifier: Apache-2.0
#include "ui/window/EditCommands.h"

#include "ui/chat/ChatView.h"
#include "ui/chat/ReadingActions.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <type_traits>

namespace roadloom {

namespace {

/// What can be done in a field now.
struct Field {
    bool hasSelection = false;
    bool hasText = false;
};

template <class Edit>
Field contents(const Edit& edit)
{
    return { .hasSelection = edit.textCursor().hasSelection(),
        .hasText = !edit.document()->isEmpty() };
}

Field contents(const QLineEdit& edit)
{
    return { .hasSelection = edit.hasSelectedText(), .hasText = !edit.text().isEmpty() };
}

/// Does it with the field as what it is, if it is one. Not where text can only be read: what is
/// copied there is the conversation's business.
template <class Does>
bool withField(QWidget* widget, Does does)
{
    const auto tryIt = [&does](auto* edit) {
        if (edit == nullptr || edit->isReadOnly())
            return false;
        does(*edit);
        return true;
    };
    return tryIt(qobject_cast<QLineEdit*>(widget)) || tryIt(qobject_cast<QPlainTextEdit*>(widget))
        || tryIt(qobject_cast<QTextEdit*>(widget));
}

Field fieldOf(QWidget* widget)
{
    Field field;
    withField(widget, [&field](const auto& edit) { field = contents(edit); });
    return field;
}

bool hasTextToPaste()
{
    const QMimeData* const data = QApplication::clipboard()->mimeData();
    return data != nullptr && data->hasText();
}

} // namespace

EditCommands::EditCommands(const Commands& commands)
    : m_commands(commands)
{
    connect(qApp, &QApplication::focusChanged, this,
        [this](const QWidget* /*before*/, QWidget* now) { takeFocus(now); });
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this, &EditCommands::enable);
    const auto on = [this](Command command, const char* slot) {
        connect(&m_commands[command], &QAction::triggered, this,
            [this, command, slot] { carryOut(command, slot); });
    };
    on(Command::Cut, "cut");
    on(Command::Copy, "copy");
    on(Command::Paste, "paste");
    on(Command::SelectAll, "selectAll");
    enable();
}

void EditCommands::setConversation(ChatView* chat)
{
    m_chat = chat;
    m_isInChat = false;
    enable();
}

/// A menu, the palette or a dialog only borrows the keyboard.
void EditCommands::takeFocus(QWidget* now)
{
    if (now == nullptr || now->window() != &m_commands.window()
        || qobject_cast<QMenuBar*>(now) != nullptr)
        return;
    if (m_field)
        m_field->disconnect(this);
    const bool isField = withField(now, [this](auto& edit) {
        using Edit = std::remove_reference_t<decltype(edit)>;
        connect(&edit, &Edit::selectionChanged, this, &EditCommands::enable);
        connect(&edit, &Edit::textChanged, this, &EditCommands::enable);
    });
    m_field = isField ? now : nullptr;
    m_isInChat = m_chat != nullptr && (m_chat == now || m_chat->isAncestorOf(now));
    enable();
}

/// Else nullptr.
QAction* EditCommands::inConversation(Command command) const
{
    if (m_chat == nullptr || !m_chat->isVisible())
        return nullptr;
    const ReadingActions& reading = m_chat->reading();
    if (command == Command::Copy)
        return &reading[ReadingActions::Copy];
    // Whoever is elsewhere means something else by all.
    return command == Command::SelectAll && m_isInChat ? &reading[ReadingActions::SelectAll]
                                                       : nullptr;
}

void EditCommands::enable()
{
    const bool isThere = m_field && m_field->isVisible() && m_field->isEnabled();
    const Field field = isThere ? fieldOf(m_field.data()) : Field();
    const auto canRead = [this](Command command) {
        const QAction* const action = inConversation(command);
        return action != nullptr && action->isEnabled();
    };
    m_commands[Command::Cut].setEnabled(field.hasSelection);
    m_commands[Command::Copy].setEnabled(field.hasSelection || canRead(Command::Copy));
    m_commands[Command::Paste].setEnabled(isThere && hasTextToPaste());
    m_commands[Command::SelectAll].setEnabled(field.hasText || canRead(Command::SelectAll));
}

void EditCommands::carryOut(Command command, const char* slot)
{
    const bool isThere = m_field && m_field->isVisible();
    const bool isForField = isThere
        && (command != Command::Copy || fieldOf(m_field.data()).hasSelection)
        && (command != Command::SelectAll || fieldOf(m_field.data()).hasText);
    if (isForField)
        QMetaObject::invokeMethod(m_field, slot);
    else if (QAction* const action = inConversation(command))
        action->trigger();
}

} // namespace roadloom
