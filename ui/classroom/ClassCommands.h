// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/classroom/Sharing.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMainWindow;
class QToolButton;

namespace roadloom {

class Commands;
class ShareDialog;

/// What the window does with a class: the command that shares with it, and, while it is shared, a
/// sign in the window's corner.
class ClassCommands : public QObject {
    Q_OBJECT
public:
    /// `isAllowed`: by the administrator. Both references must outlive it.
    ClassCommands(
        ClassroomParts parts, bool isAllowed, const Commands& commands, QMainWindow& window);

    void stop() { m_sharing.stop(); }
    /// Whether somebody would miss the hub.
    [[nodiscard]] bool isNeeded() const { return !m_sharing.report().seats.isEmpty(); }
    /// Done if the teacher agrees to end it with the window. Returns at once.
    void askToEnd(const std::function<void()>& then);

    void retranslate();

private:
    void open();
    void showSign();

    Sharing m_sharing;
    bool m_isAllowed;
    const Commands& m_commands;
    QMainWindow& m_window;
    QToolButton* m_sign;
    QPointer<ShareDialog> m_dialog; ///< while it is open
};

} // namespace roadloom
