// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBlock>
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace roadloom {

class TextLabel;

/// Stands above a block of code: what language it is, and a button that copies it and says so for
/// a moment.
class CodeHeader : public QWidget {
    Q_OBJECT
public:
    /// `first` is the first line of the code.
    CodeHeader(const QTextBlock& first, const QString& language, QWidget* parent = nullptr);

    [[nodiscard]] const QTextBlock& firstLine() const { return m_first; }
    /// In which everything is at home that is set in this font.
    [[nodiscard]] static int heightFor(const QFont& font);

protected:
    void changeEvent(QEvent* event) override;

private:
    void copy();
    void retranslate();

    QTextBlock m_first;
    TextLabel* m_language;
    QToolButton* m_copy;
    QTimer m_copied; ///< runs while the button says so
};

} // namespace roadloom
