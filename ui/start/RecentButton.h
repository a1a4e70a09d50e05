// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace roadloom {

/// A roadmap as a button: its title, and below it how far the learner is.
class RecentButton : public QAbstractButton {
    Q_OBJECT
public:
    /// Plain texts on one line each; what does not fit is cut.
    RecentButton(const QString& title, const QString& details, QWidget* parent = nullptr);

    [[nodiscard]] QString details() const { return m_details; }
    void setDetails(const QString& details);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_title;
    QString m_details;
};

} // namespace roadloom
