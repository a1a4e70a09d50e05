// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryRecords.h"

#include <QList>
#include <QObject>

class QMenu;

namespace roadloom {

/// The menu of the roadmaps that were open lately; off while there are none.
class RecentMenu : public QObject {
    Q_OBJECT
public:
    /// The menu must outlive it.
    explicit RecentMenu(QMenu& menu, QObject* parent = nullptr);

    /// The last one first.
    void setRecents(const QList<LibraryLine>& recents);

    bool eventFilter(QObject* menu, QEvent* event) override;

Q_SIGNALS:
    /// A roadmap, by its id in the library.
    void chosen(const QString& id);

private:
    void fill();

    QMenu& m_menu;
    QList<LibraryLine> m_recents;
};

} // namespace roadloom
