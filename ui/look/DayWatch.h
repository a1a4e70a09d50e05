// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace roadloom {

/// Tells when a day begins by the learner's clock, for whatever says "today".
class DayWatch : public QObject {
    Q_OBJECT
public:
    using Clock = std::function<QDateTime()>;

    [[nodiscard]] static QDateTime systemClock();
    explicit DayWatch(Clock clock = systemClock, QObject* parent = nullptr);

    [[nodiscard]] QDateTime now() const { return m_clock(); }
    /// At once instead of up to an hour late, where the machine slept or the clock was set.
    void look();

Q_SIGNALS:
    void dayBegan();

private:
    Clock m_clock;
    QDate m_day;
    QTimer m_timer;
};

} // namespace roadloom
