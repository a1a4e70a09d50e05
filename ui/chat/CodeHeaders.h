// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QTextBlock>

class QString;
class QTextEdit;

namespace roadloom {

class CodeHeader;

/// The headers of all code in a text, in the room that its first lines leave above them.
class CodeHeaders {
public:
    explicit CodeHeaders(QTextEdit& view);

    /// Of each, in the view's font.
    [[nodiscard]] int height() const { return m_height; }
    void add(const QTextBlock& firstLine, const QString& language);
    void place() const;
    /// Makes the room above code as high as the view's font asks for.
    void takeFont();

private:
    QTextEdit& m_view; ///< owns them
    QList<CodeHeader*> m_headers; ///< from top to bottom
    int m_height;
};

} // namespace roadloom
