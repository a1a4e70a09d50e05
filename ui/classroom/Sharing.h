// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/hub/HubReport.h"
#include "ui/classroom/ClassroomParts.h"

#include <QObject>

namespace roadloom {

/// The hub of the window: there from the moment that sharing begins until it ends.
class Sharing : public QObject {
    Q_OBJECT
public:
    explicit Sharing(ClassroomParts parts, QObject* parent = nullptr);
    ~Sharing() override;

    [[nodiscard]] bool isPossible() const { return m_parts.openHub != nullptr; }
    [[nodiscard]] int usualRuns() const { return m_parts.usualRuns ? m_parts.usualRuns() : 1; }

    enum class State { Off, Starting, On };
    [[nodiscard]] State state() const { return m_state; }
    /// Where it serves and what seats join with, while it is on.
    [[nodiscard]] const HubSetup& setup() const { return m_setup; }
    [[nodiscard]] const HubReport& report() const { return m_report; }
    /// Whether a run waits or is on.
    [[nodiscard]] bool hasRuns() const;
    /// Null while it is off.
    [[nodiscard]] HubThread* hub() const { return m_hub.get(); }

    /// Only while it is possible, and off.
    void start(const HubSetup& setup);
    /// Ends all runs.
    void stop();

Q_SIGNALS:
    void stateChanged();
    /// It could not begin; it is off again.
    void failed(const roadloom::Error& error);
    void reported();
    /// What the model's server says, for the teacher.
    void stumbled(const QString& sentence);

private:
    void setState(State state);

    ClassroomParts m_parts;
    HubSetup m_setup;
    std::unique_ptr<HubThread> m_hub;
    HubReport m_report;
    State m_state = State::Off;
};

} // namespace roadloom
