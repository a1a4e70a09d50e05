// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;
class QWidget;

namespace roadloom {

class Library;

/// Asks before the window closes while something is not in the library yet that found no room
/// there. The question goes when all of it is written, or nothing can be.
class UnwrittenQuestion : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it. There may be no library.
    UnwrittenQuestion(const Library* library, QWidget& window);

    [[nodiscard]] bool isNeeded() const;
    /// Done at once while it need not be asked, else if the learner agrees. Returns at once.
    void before(const std::function<void()>& then);

private:
    const Library* m_library;
    QWidget& m_window;
    QPointer<QMessageBox> m_box; ///< while it is asked
};

} // namespace roadloom
