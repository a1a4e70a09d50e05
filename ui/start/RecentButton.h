// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace roadloom {

/// A roadmap as a button: its title, and below it how far the learner is. Its menu, by the mouse or
/// the keys for menus, can remove it.
class RecentButton : public QAbstractButton {
    Q_OBJECT
public:
    /// Plain texts on one line each; what does not fit is cut.
    RecentButton(const QString& title, const QString& details, QWidget* parent = nullptr);

    [[nodiscard]] QString details() const { return m_details; }
    void setDetails(const QString& details);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removalWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMenu(const QPoint& place);

    QString m_title;
    QString m_details;
};

} // namespace roadloom
