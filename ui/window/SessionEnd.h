// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace roadloom {

/// Whether the desktop's session is about to end: it has asked programs to have their data written
/// (QGuiApplication::commitDataRequest), and closes their windows next, without time for questions.
/// Qt says nothing when the learner calls that off, nor when only a state was to be saved. They
/// have where they press a key or a button here again, and where nothing comes of it for some
/// seconds: a button of the window's frame tells nobody that it was pressed, but the session is
/// quick. That the window is active again says nothing: so it is where the desktop's own question
/// was answered with yes.
class SessionEnd : public QObject {
    Q_OBJECT
public:
    explicit SessionEnd(
        QObject* parent, std::chrono::milliseconds patience = std::chrono::seconds(5));

    [[nodiscard]] bool isNear() const { return m_called.isActive(); }

public Q_SLOTS:
    /// By the desktop.
    void comeNear();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void callOff();

    QTimer m_called; ///< since then
};

} // namespace roadloom
