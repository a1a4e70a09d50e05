// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QObject>

#include <memory>
#include <optional>

class QThread;
class QWidget;

namespace roadloom {

class Library;

/// Lets the learner choose a backup of the library, and puts what it has in the place of all that
/// the library has. A copy is made before, and offered as well from then on: that can be taken
/// back.
class BackupRestoring : public QObject {
    Q_OBJECT
public:
    /// The dialogs are over the window. Null: there is no library. Both must outlive it.
    BackupRestoring(Library* library, QWidget& window);
    ~BackupRestoring() override;
    Q_DISABLE_COPY_MOVE(BackupRestoring)

    /// Returns at once.
    void ask();

Q_SIGNALS:
    /// The library is about to become what it was: what is in front is of no use.
    void agreed();
    void failed(const roadloom::Error& error);

private:
    void restore(const QString& backup);
    void copyWhenWritten();
    void takeCopy();

    Library* m_library;
    QWidget& m_window;
    QString m_chosen; ///< the backup; empty: none is coming back
    std::unique_ptr<QThread> m_thread; ///< while the copy is made
    std::optional<Result<QString>> m_copy; ///< of the thread, when it has ended
};

} // namespace roadloom
