// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/Commands.h"

#include <QPointer>
#include <QWidget>

namespace roadloom {

class ChatView;

/// Cut, copy, paste and select all: in the field of the window that had the keyboard last, also
/// while a menu or the palette has it, else, as far as that can be, in the conversation.
class EditCommands : public QObject {
    Q_OBJECT
public:
    /// Must not outlive them.
    explicit EditCommands(const Commands& commands);

    /// The conversation; it must outlive this, or setConversation(nullptr) come before it goes.
    void setConversation(ChatView* chat);
    /// What can be done may have changed.
    void enable();

private:
    void takeFocus(QWidget* now);
    void carryOut(Command command, const char* slot);
    [[nodiscard]] QAction* inConversation(Command command) const;

    const Commands& m_commands;
    QPointer<QWidget> m_field; ///< in which text can be written; mostly none
    bool m_isInChat = false; ///< the keyboard
    ChatView* m_chat = nullptr;
};

} // namespace roadloom
