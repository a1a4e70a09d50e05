// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Keeping.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QMessageBox;
class QWidget;

namespace roadloom {

class Library;

/// Has all written before the window closes, and asks if that cannot be done at once. Once it is
/// done the question goes and the window closes after all; where something turns out to be lost,
/// the window stays, so that the learner reads why.
class UnwrittenQuestion : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it. There may be no library.
    UnwrittenQuestion(Library* library, QWidget& window);

    /// Something is not in the library's file that may still come there; not while whoever agreed
    /// to lose it closes the window.
    [[nodiscard]] bool isNeeded() const;
    /// Done at once while there is no need, else when all is written, or if the learner agrees.
    /// Returns at once.
    void before(const std::function<void()>& then);

private:
    void goOnIfWritten();
    void takeFailure(ChangeFate fate);
    void ask();
    void end();

    Library* m_library;
    QWidget& m_window;
    std::function<void()> m_then; ///< until it is done, or called off
    QTimer m_patience; ///< with the library, until it is asked
    QPointer<QMessageBox> m_box; ///< while it is asked
    bool m_isAgreed = false;
};

} // namespace roadloom
