// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QMenu;
class QPushButton;

namespace roadloom {

class MenuButton;

/// Buttons of actions, in one line. Those that it has no room for are in a menu at its end, the
/// last ones first; the first one never is.
class ButtonLine : public QWidget {
    Q_OBJECT
public:
    explicit ButtonLine(QWidget* parent = nullptr);

    /// Does and looks as the action from now on. The action must outlive the line.
    void add(QAction& action, QPushButton& button);

    /// With all of them.
    [[nodiscard]] QSize sizeHint() const override;
    /// With the first and the menu.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Offer {
        QAction* action;
        QPushButton* button;
    };
    [[nodiscard]] QList<Offer> offers() const;
    void follow(const Offer& offer);
    void arrange();

    QList<Offer> m_all;
    MenuButton* m_more;
    QMenu* m_menu;
};

} // namespace roadloom
