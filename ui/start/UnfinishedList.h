// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/RunRecords.h"
#include "ui/look/DayWatch.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace roadloom {

class RecentButton;
class TextLabel;

/// Translated: "43% designed · begun today".
[[nodiscard]] QString unfinishedDetails(const RunLine& unfinished, const QDateTime& now);

/// The designs that broke off, the last one first; a press goes on with one, and the menu of one
/// can remove it, which is asked about. Hidden while there are none.
class UnfinishedList : public QWidget {
    Q_OBJECT
public:
    /// What time it is, by the learner's clock.
    explicit UnfinishedList(
        DayWatch::Clock clock = DayWatch::systemClock, QWidget* parent = nullptr);

    /// Shows the first few of them.
    void setUnfinished(const QList<RunLine>& unfinished);

Q_SIGNALS:
    void chosen(const QString& run);
    /// The learner was asked, and wants it removed.
    void removalAgreed(const QString& run);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void showDetails();
    void askToRemove(const RunLine& unfinished);
    void retranslate();

    DayWatch m_days;
    QList<RunLine> m_unfinished;
    TextLabel* m_title;
    QVBoxLayout* m_rows;
    QList<RecentButton*> m_buttons; ///< one a row
};

} // namespace roadloom
