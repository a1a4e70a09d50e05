// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace roadloom {

/// Backs a library up once a day, some time after the program began and then as days begin, on a
/// thread of its own: see backUpLibrary().
class DailyBackup : public QObject {
    Q_OBJECT
public:
    /// Of the file at that path. Begins after the delay.
    explicit DailyBackup(QString library, std::chrono::milliseconds delay = std::chrono::minutes(1),
        QObject* parent = nullptr);
    /// Waits for one that is being made.
    ~DailyBackup() override;
    Q_DISABLE_COPY_MOVE(DailyBackup)

Q_SIGNALS:
    /// There is one of today.
    void made();
    /// Told once, until one succeeds.
    void failed(const roadloom::Error& error);

private:
    void look();
    void takeOutcome();

    QString m_library;
    QTimer m_timer;
    std::unique_ptr<QThread> m_thread; ///< while one is being made
    std::optional<Error> m_outcome; ///< of the thread, when it has ended
    bool m_hasTold = false; ///< that it failed
};

} // namespace roadloom
