// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/Hub.h"
#include "core/hub/HubLog.h"
#include "core/hub/HubReport.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace roadloom {

/// A hub on a thread of its own, so that sharing never costs a window a frame. What is asked of it
/// returns at once; what comes of it is told by signals, on the thread of this object.
class HubThread : public QObject {
    Q_OBJECT
public:
    /// Called once, on the hub's thread; what the factory that it returns holds ends there.
    using Sources = std::function<HubRuns::SourceFactory()>;

    /// `log` is called on the hub's thread.
    explicit HubThread(
        const HubSetup& setup, Sources sources, HubLog::Write log = {}, QObject* parent = nullptr);
    /// Ends every run, and waits until the thread has ended.
    ~HubThread() override;
    Q_DISABLE_COPY_MOVE(HubThread)

    /// serving() or failed() follows. Nothing if it was called before.
    void start();
    void setPaused(bool isPaused);
    void cancel(const QString& task);
    void favour(const QString& task);
    /// Its tokens count no more, and its runs end. With the class code it could come again.
    void removeSeat(const QString& seat);
    /// To every seat, also to those that come later: handedOut() or notHandedOut() follows.
    void handOut(const Roadmap& roadmap);

Q_SIGNALS:
    void serving(const QHostAddress& address, quint16 port);
    void failed(const roadloom::Error& error);
    /// Twice a second, and at once after something was asked of it, if it is another one than
    /// before.
    void reported(const roadloom::HubReport& report);
    /// See HubRun::stumbled(); or why seats cannot find the hub.
    void stumbled(const QString& sentence);
    void handedOut(const QString& title);
    void notHandedOut(const roadloom::Error& error);
    /// For the teacher.
    void handedIn(const roadloom::HandedIn& handedIn);

private:
    class Server;
    template <typename Act>
    void ask(Act act);

    QThread m_thread;
    Server* m_server; ///< lives on the thread, and ends with it
};

} // namespace roadloom
