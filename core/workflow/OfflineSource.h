// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/CurriculumLibrary.h"
#include "core/workflow/RoadmapSource.h"

#include <QElapsedTimer>
#include <QQueue>
#include <QTimer>

#include <optional>

namespace roadloom {

/// A roadmap from the built-in courses: no model, no network. Speaks as the two agents,
/// so that every reader sees one form of run, and says plainly that no model is speaking.
class OfflineSource final : public RoadmapSource {
    Q_OBJECT
public:
    OfflineSource();

    void start(const LearnerRequest& request) override;
    void cancel() override;
    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool isBuiltIn() const override { return true; }

private:
    void takeTurn();
    void plan();

    LearnerRequest m_request;
    std::optional<CurriculumLibrary> m_library; ///< read when the first run starts
    QQueue<AgentEvent> m_pending; ///< one is emitted a turn, so that views keep painting
    QTimer m_turn;
    bool m_planned = false;
    QElapsedTimer m_clock;
};

} // namespace roadloom
