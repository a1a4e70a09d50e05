// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLineEdit;

namespace roadloom {

/// Asks for another title of a roadmap. Made for one use: it deletes itself when it is closed.
class RenameDialog : public QDialog {
    Q_OBJECT
public:
    RenameDialog(const QString& title, QWidget* parent);

Q_SIGNALS:
    /// As Library::titleFrom() makes it of what was typed, and not empty.
    void titleChosen(const QString& title);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLineEdit* m_title;
};

} // namespace roadloom
