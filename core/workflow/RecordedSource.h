// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/RoadmapSource.h"
#include "core/workflow/RunRecorder.h"

namespace roadloom {

/// Another source whose runs are recorded: each event is with the recorder before anybody else has
/// it.
class RecordedSource final : public RoadmapSource {
    Q_OBJECT
public:
    /// Both must outlive it. Destroying it leaves the run.
    RecordedSource(RoadmapSource& source, RunRecorder& recorder);
    ~RecordedSource() override;
    Q_DISABLE_COPY_MOVE(RecordedSource)

    void start(const LearnerRequest& request) override;
    void goOn(const LearnerRequest& request, const FinishedWork& finished) override;
    [[nodiscard]] FinishedWork usable(const FinishedWork& finished) const override
    {
        return m_source.usable(finished);
    }
    void startStandIn(const LearnerRequest& request) override;
    [[nodiscard]] bool canStandIn() const override { return m_source.canStandIn(); }
    void cancel() override;
    void leave() override;
    void retryNow() override { m_source.retryNow(); }
    void answerReview(const QString& wish) override { m_source.answerReview(wish); }
    [[nodiscard]] bool isRunning() const override { return m_source.isRunning(); }
    [[nodiscard]] ChatUsage usage() const override { return m_source.usage(); }
    [[nodiscard]] QString title() const override { return m_source.title(); }
    [[nodiscard]] bool isBuiltIn() const override { return m_source.isBuiltIn(); }

private:
    RoadmapSource& m_source;
    RunRecorder& m_recorder;
};

} // namespace roadloom
