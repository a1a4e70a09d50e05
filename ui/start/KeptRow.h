// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace roadloom {

class RecentButton;

/// Keeps the keyboard in a list whose rows are made anew. A row that is hidden hands it on to
/// whatever comes next, and a page that scrolls follows it there.
class KeptRow {
public:
    /// Before the rows go: the list takes the keyboard from the one that has it, if any.
    KeptRow(QWidget& list, const QList<RecentButton*>& before);
    /// The row that is in that place now, or the last one, gets it.
    void giveBack(const QList<RecentButton*>& now) const;

private:
    qsizetype m_row = -1; ///< none had it
};

} // namespace roadloom
