// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <memory>

namespace roadloom {

/// Ctrl-C (SIGINT) and SIGTERM as a Qt signal. A second one while the first is being served ends
/// the process at once, as without this class. At most one object of it exists at a time.
class InterruptSignal : public QObject {
    Q_OBJECT
public:
    InterruptSignal();
    ~InterruptSignal() override;

Q_SIGNALS:
    void interrupted();

private:
    std::array<int, 2> m_pipe { -1, -1 };
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace roadloom
