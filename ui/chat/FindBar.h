// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLineEdit;
class QToolButton;

namespace roadloom {

class EnterKey;
class TextLabel;

/// A slim bar to look for words with: the words, which of the places is shown, and ways to the next
/// and the previous one. Escape closes it.
class FindBar : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    /// Shows it, with the keyboard in its field.
    void open();
    void close();
    /// From 1; 0: none of them is shown.
    void setPlace(int current, int count);

Q_SIGNALS:
    void searched(const QString& words);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();

    QLineEdit* m_words;
    EnterKey* m_enter;
    TextLabel* m_place;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
    int m_current = 0;
    int m_count = 0;
};

} // namespace roadloom
