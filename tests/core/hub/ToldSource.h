// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/RoadmapSource.h"

namespace roadloom::test {

/// A model that says what the test says.
class ToldSource final : public RoadmapSource {
public:
    void start(const LearnerRequest& request) override { asked = request; }
    void cancel() override { }
    [[nodiscard]] bool isRunning() const override { return true; }
    [[nodiscard]] ChatUsage usage() const override { return used; }
    [[nodiscard]] QString title() const override { return {}; }
    void say(const AgentEvent& event) { Q_EMIT eventEmitted(event); }
    void say(const QString& words) { say(ChunkEvent { words, AgentId::IntentAnalyzer }); }

    LearnerRequest asked;
    ChatUsage used;
};

} // namespace roadloom::test
