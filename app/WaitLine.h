// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Wait.h"
#include "core/workflow/AgentEvent.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace roadloom {

/// One line on standard error that says how far the run is, what it waits for, for how long, and
/// when it gives up or tries again. It is written over itself, cut so that it stays one line, and
/// only where a person sees it: on a terminal that can do so. Elsewhere nothing is said but the
/// place in a line, each time that it is another one.
class WaitLine final : public QObject {
    Q_OBJECT
public:
    explicit WaitLine(QObject* parent = nullptr);
    ~WaitLine() override;
    Q_DISABLE_COPY_MOVE(WaitLine)

    void setWait(const Wait& wait);
    /// Words end the wait, reasoning is told as such, a failed try begins a countdown; while the
    /// learner is asked, there is no line to write over what they type. It is out of the way of
    /// what is said about the event on standard error.
    void observe(const AgentEvent& event);
    /// Takes the line away, for others to write; it comes back with the next second, unless words
    /// are flowing.
    void erase();
    /// Something was written to standard output. Where it left a line open on a terminal, that line
    /// is ended before this one is shown.
    void noteOutput(const QByteArray& written);

private:
    enum class Mode { Nothing, Waiting, Reasoning, Countdown, LearnerAsked };

    void enter(Mode mode, std::chrono::milliseconds limit = {});
    void tick();
    void show();
    void sayPlace();
    [[nodiscard]] bool hasSomethingToSay() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString waitText() const;
    [[nodiscard]] QString progressText() const;

    QTimer m_tick;
    QElapsedTimer m_clock;
    QElapsedTimer m_sinceOutput;
    QElapsedTimer m_sinceProgress;
    std::optional<ProgressEvent> m_progress;
    Mode m_mode = Mode::Nothing;
    Wait m_wait; ///< as it was told last
    std::chrono::milliseconds m_limit { 0 };
    int m_saidPlace = 0; ///< in a line, where it is not written over
    bool m_isTerminal;
    bool m_sharesTerminal; ///< with standard output
    bool m_isLineOpen = false; ///< on that terminal, by others
    bool m_shown = false;
};

} // namespace roadloom
