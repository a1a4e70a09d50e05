// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/hub/HubReport.h"
#include "ui/classroom/ClassroomParts.h"
#include "ui/classroom/CollectedRoadmaps.h"
#include "ui/classroom/ShareChoices.h"

#include <QObject>

namespace roadloom {

class WindowMemory;

/// The hub of the window: there from the moment that sharing begins until it ends.
class Sharing : public QObject {
    Q_OBJECT
public:
    /// Without a memory the choices last as long as it does.
    explicit Sharing(
        ClassroomParts parts, WindowMemory* memory = nullptr, QObject* parent = nullptr);
    ~Sharing() override;

    [[nodiscard]] bool isPossible() const { return m_parts.openHub != nullptr; }
    [[nodiscard]] int usualRuns() const { return m_parts.usualRuns ? m_parts.usualRuns() : 1; }

    [[nodiscard]] bool canEncrypt() const { return m_parts.certificateFor != nullptr; }
    /// Only where it can encrypt.
    [[nodiscard]] Result<HubCertificate> certificateFor(const QHostAddress& address) const
    {
        return m_parts.certificateFor(address);
    }
    /// Of the last class.
    [[nodiscard]] const ShareChoices& choices() const { return m_choices; }
    void keepChoices(const ShareChoices& choices);

    enum class State { Off, Starting, On };
    [[nodiscard]] State state() const { return m_state; }
    /// Where it serves and what seats join with, while it is on.
    [[nodiscard]] const HubSetup& setup() const { return m_setup; }
    [[nodiscard]] const HubReport& report() const { return m_report; }
    /// Whether a run waits or is on.
    [[nodiscard]] bool hasRuns() const;
    /// Null while it is off.
    [[nodiscard]] HubThread* hub() const { return m_hub.get(); }
    /// Of this class, and of those before it.
    [[nodiscard]] CollectedRoadmaps& collected() { return m_collected; }
    [[nodiscard]] const CollectedRoadmaps& collected() const { return m_collected; }

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
    /// See HubThread.
    void handedOut(const QString& title);
    void notHandedOut(const roadloom::Error& error);

private:
    void setState(State state);

    ClassroomParts m_parts;
    WindowMemory* m_memory;
    ShareChoices m_choices;
    HubSetup m_setup;
    std::unique_ptr<HubThread> m_hub;
    HubReport m_report;
    CollectedRoadmaps m_collected;
    State m_state = State::Off;
};

} // namespace roadloom
