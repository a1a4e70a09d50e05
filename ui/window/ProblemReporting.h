// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/ProblemReport.h"
#include "ui/settings/Settings.h"
#include "ui/window/WindowStores.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

class QThread;

namespace roadloom {

class ReportDialog;

/// Puts a report for those who help together and shows it. The library is checked on a thread of
/// its own.
class ProblemReporting : public QObject {
    Q_OBJECT
public:
    /// The dialog is over the window, which must outlive it, and so must what the others refer to.
    ProblemReporting(const Settings& settings, const WindowStores& stores, QWidget& window);
    /// A check that is on ends early.
    ~ProblemReporting() override;
    Q_DISABLE_COPY_MOVE(ProblemReporting)

    /// Returns at once. Who closes the dialog ends the check.
    void ask();

private:
    void show();

    Settings m_settings;
    WindowStores m_stores;
    QWidget& m_window;
    QPointer<ReportDialog> m_dialog; ///< while it is open
    std::unique_ptr<QThread> m_thread; ///< while the library is checked
    std::stop_source m_end; ///< of the check, which nobody waits for any more
    ProblemReport m_report; ///< of the thread, when it has ended
};

} // namespace roadloom
