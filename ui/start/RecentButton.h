// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

class QToolButton;

namespace roadloom {

/// A roadmap as a button: its title, and below it how far the learner is. Its menu can rename and
/// remove it: a small button opens it, or the mouse, or the keys for menus.
class RecentButton : public QAbstractButton {
    Q_OBJECT
public:
    /// Plain texts on one line each; what does not fit is cut.
    RecentButton(const QString& title, const QString& details, QWidget* parent = nullptr);

    [[nodiscard]] QString details() const { return m_details; }
    void setDetails(const QString& details);
    /// Whether its menu can rename it; it can at first.
    void setRenamable(bool isRenamable) { m_isRenamable = isRenamable; }
    /// Opens the menu.
    [[nodiscard]] QToolButton& more() const { return *m_more; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void renameWanted();
    void removalWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showMenu(const QPoint& place);
    void placeMore();
    void retranslate();
    [[nodiscard]] QRect inner() const;

    QString m_title;
    QString m_details;
    QToolButton* m_more;
    bool m_isRenamable = true;
};

} // namespace roadloom
