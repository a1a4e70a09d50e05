// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/AppearanceSettings.h"

#include <QObject>

class QWidget;

namespace roadloom {

/// Takes Enter away from an edit and says that it was pressed; with Shift it stays the edit's. An
/// edit of several lines may keep Enter alone as well, and give away only that with Ctrl.
/// While an input method is composing, Enter is neither's: some input methods pass on the Enter
/// that ends a composition, before they commit it.
class EnterKey : public QObject {
    Q_OBJECT
public:
    /// A child of the edit.
    explicit EnterKey(QWidget& edit);

    void setSendKey(SendKey key) { m_sendKey = key; }
    [[nodiscard]] bool isComposing() const { return m_isComposing; }

    bool eventFilter(QObject* edit, QEvent* event) override;

Q_SIGNALS:
    void pressed();

private:
    SendKey m_sendKey = SendKey::Enter;
    bool m_isComposing = false;
};

} // namespace roadloom
