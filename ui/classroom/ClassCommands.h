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
class Library;
class ShareDialog;
class WorkInFront;
struct WindowStores;

/// What the window does with a class: the commands that share with it and hand the roadmap in front
/// out to it, and, while it is shared, a sign in the window's corner. What the class hands in is
/// kept in the library when the teacher wants it.
class ClassCommands : public QObject {
    Q_OBJECT
public:
    /// `isAllowed`: by the administrator. All must outlive it.
    ClassCommands(ClassroomParts parts, bool isAllowed, const WindowStores& stores,
        const Commands& commands, WorkInFront& work, QMainWindow& window);

    void stop() { m_sharing.stop(); }
    /// Whether somebody would miss the hub, or what it has collected.
    [[nodiscard]] bool isNeeded() const;
    /// Done if the teacher agrees to end it with the window, and perhaps to keep what was
    /// collected. Returns at once.
    void askToEnd(const std::function<void()>& then);

    void retranslate();

Q_SIGNALS:
    /// A sentence for the teacher.
    void said(const QString& sentence);
    /// Something failed.
    void warned(const QString& sentence);

private:
    void connectHandingOut();
    void connectCollecting();
    void open();
    void handOut();
    [[nodiscard]] bool canKeep() const;
    /// Its id in the library.
    QString keep(int row);
    void keepAll();
    void openCollected(int row);
    void showWhatCanBeHandedOut();
    void showSign();

    Sharing m_sharing;
    bool m_isAllowed;
    Library* m_library;
    const Commands& m_commands;
    WorkInFront& m_work;
    QMainWindow& m_window;
    QToolButton* m_sign;
    QPointer<ShareDialog> m_dialog; ///< while it is open
};

} // namespace roadloom
