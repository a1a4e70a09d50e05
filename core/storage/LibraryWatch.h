// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

class QFileSystemWatcher;

namespace roadloom {

/// Tells that somebody may have written to a library's file, be it who asks or another program, by
/// what SQLite writes beside it. Wakes nobody while nothing is written. Lives on the thread on
/// which it begins.
class LibraryWatch : public QObject {
    Q_OBJECT
public:
    explicit LibraryWatch(const QString& library, QObject* parent = nullptr);
    ~LibraryWatch() override;

    /// Once who asks has the file open, and until end().
    void begin();
    void end();

Q_SIGNALS:
    /// Once for what is written within half a second.
    void written();

private:
    QString m_journal;
    std::unique_ptr<QFileSystemWatcher> m_watcher; ///< while it is on
    QTimer m_pause;
};

} // namespace roadloom
