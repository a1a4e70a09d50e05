// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/Pinyin.h"

#include <QAction>
#include <QDialog>
#include <QList>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace roadloom {

class EnterKey;
class TextLabel;

/// What can be done now, found by typing a part of its name: words in any order, Chinese also by
/// how it sounds. Enter does what is chosen, after the palette has closed; Escape closes it.
class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    /// Offers those of the actions that are enabled and have a text, in their order; each with its
    /// shortcut.
    explicit CommandPalette(const QList<QAction*>& actions, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void offer(const QString& words);
    void fitHeight();
    void sayChosen();
    void runChosen();

    QList<QPointer<QAction>> m_actions;
    PinyinBook m_sounds; ///< of their names
    QLineEdit* m_words;
    EnterKey* m_enter;
    QListWidget* m_offers;
    TextLabel* m_nothing;
};

} // namespace roadloom
