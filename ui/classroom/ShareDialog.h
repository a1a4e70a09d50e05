// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace roadloom {

class CodeSheet;
class ShareForm;
class Sharing;
class SeatTable;
class TextLabel;

/// Shares the model with a class: before, what to set; while it is shared, what the class joins
/// with, and how every seat does. Sharing goes on when it is closed.
class ShareDialog : public QDialog {
    Q_OBJECT
public:
    /// Sharing must be possible, and outlive it.
    explicit ShareDialog(Sharing& sharing, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillClassPage();
    void askToStop();
    void showLarge();
    void showState();
    void showReport();
    void tell(const QString& sentence);
    void retranslate();

    Sharing& m_sharing;
    QStackedWidget* m_pages;
    ShareForm* m_form;
    QWidget* m_class;
    CodeSheet* m_sheet;
    TextLabel* m_rates;
    TextLabel* m_told; ///< what the model's server says
    SeatTable* m_seats;
    QPushButton* m_pause;
    QPushButton* m_large;
    QPushButton* m_stop;
};

} // namespace roadloom
