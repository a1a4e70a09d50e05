// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace roadloom {

class CodeSheet;
class CollectedPane;
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

    /// The title of the roadmap that could be handed out; nothing: there is none.
    void setRoadmapInFront(const std::optional<QString>& title);
    /// Whether what is collected can be kept.
    void setKeeping(bool canKeep);

Q_SIGNALS:
    void handOutRequested();
    /// See CollectedPane.
    void openRequested(int row);
    void keepAllRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillClassPage();
    void start();
    void askToStop();
    void showLarge();
    void showState();
    void showReport();
    void showHandOut();
    void tell(const QString& sentence);
    void say(const QString& sentence);
    void retranslate();

    Sharing& m_sharing;
    QStackedWidget* m_pages;
    ShareForm* m_form;
    QWidget* m_class;
    CodeSheet* m_sheet;
    TextLabel* m_rates;
    TextLabel* m_told; ///< what the model's server says
    TextLabel* m_said; ///< what was done
    SeatTable* m_seats;
    CollectedPane* m_collected;
    QPushButton* m_pause;
    QPushButton* m_large;
    QPushButton* m_stop;
    QPushButton* m_handOut;
    std::optional<QString> m_inFront; ///< the roadmap's title
};

} // namespace roadloom
