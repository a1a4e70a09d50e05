// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace roadloom {

/// The reader's selection in a QTextEdit or QPlainTextEdit, kept as it is while text is added
/// behind it.
template <class View>
class KeptSelection {
public:
    explicit KeptSelection(View& view)
        : m_view(view)
        , m_anchor(view.textCursor().anchor())
        , m_position(view.textCursor().position())
    {
    }
    ~KeptSelection()
    {
        QTextCursor cursor = m_view.textCursor();
        if (m_anchor == m_position
            || (cursor.anchor() == m_anchor && cursor.position() == m_position))
            return;
        const int last = m_view.document()->characterCount() - 1;
        cursor.setPosition(std::min(m_anchor, last));
        cursor.setPosition(std::min(m_position, last), QTextCursor::KeepAnchor);
        m_view.setTextCursor(cursor);
    }
    Q_DISABLE_COPY_MOVE(KeptSelection)

private:
    View& m_view;
    int m_anchor;
    int m_position;
};

} // namespace roadloom
