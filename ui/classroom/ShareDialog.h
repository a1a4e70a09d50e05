// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <functional>
#include <optional>

class QAction;
class QPushButton;

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
    [[nodiscard]] QWidget* makeDeeds();
    void start();
    QAction* makeAction(const std::function<void()>& act);
    void askToStop();
    void copyLink();
    void showLarge();
    void showState();
    void showReport();
    void showHandOut();
    void tell(const QString& sentence);
    void say(const QString& sentence);
    void retranslate();

    Sharing& m_sharing;
    ShareForm* m_form; ///< while it is not shared
    CodeSheet* m_sheet; ///< while it is, as all below
    TextLabel* m_told; ///< what the model's server says
    TextLabel* m_said; ///< what was done
    SeatTable* m_seats;
    CollectedPane* m_collected;
    QAction* m_large;
    QAction* m_copyLink;
    QAction* m_handOut;
    QAction* m_pause;
    QPushButton* m_pauseButton;
    QPushButton* m_stop; ///< apart from the others, which nobody regrets
    QWidget* m_deeds; ///< with all of these
    std::optional<QString> m_inFront; ///< the roadmap's title
};

} // namespace roadloom
