// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/classroom/SeatListModel.h"

#include <QWidget>

#include <functional>

class QAction;
class QKeySequence;

namespace roadloom {

class ClassTable;
class FoldButton;
class TextLabel;

/// The seats of the class, how they do as a whole, and what the teacher can do about each.
class SeatTable : public QWidget {
    Q_OBJECT
public:
    explicit SeatTable(QWidget* parent = nullptr);

    void take(const HubReport& report);

Q_SIGNALS:
    void cancelRequested(const QString& task);
    void favourRequested(const QString& task);
    /// The teacher was asked.
    void removalAgreed(const QString& seat);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QAction* makeAction(
        const std::function<void()>& act, const QKeySequence& key = {});
    /// Null: none is chosen.
    [[nodiscard]] const SeatListModel::Row* chosen() const;
    void askToRemove();
    void enable();
    void showMenu(const QPoint& place);
    void retranslate();

    SeatListModel m_model;
    FoldButton* m_counts; ///< of the runs; unfolds the rates
    TextLabel* m_rates;
    ClassTable* m_list;
    TextLabel* m_nobody; ///< in the place of an empty list
    QAction* m_favour;
    QAction* m_cancel;
    QAction* m_remove;
};

} // namespace roadloom
