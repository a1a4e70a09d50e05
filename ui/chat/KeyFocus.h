// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFocusEvent>

namespace roadloom {

/// Whether a widget should show that it has the keyboard: keys have brought it there. Who clicked
/// knows where. What takes the keyboard for a while, a menu or another window, gives it back as it
/// was.
class KeyFocus {
public:
    /// True if that is another now.
    bool take(const QFocusEvent& event)
    {
        const bool before = isShown();
        m_hasFocus = event.gotFocus();
        switch (event.reason()) {
        case Qt::ActiveWindowFocusReason:
        case Qt::PopupFocusReason:
        case Qt::MenuBarFocusReason:
            break;
        default:
            m_isByKey = event.gotFocus()
                && (event.reason() == Qt::TabFocusReason || event.reason() == Qt::BacktabFocusReason
                    || event.reason() == Qt::ShortcutFocusReason);
        }
        return isShown() != before;
    }
    [[nodiscard]] bool isShown() const { return m_hasFocus && m_isByKey; }

private:
    bool m_hasFocus = false;
    bool m_isByKey = false;
};

} // namespace roadloom
