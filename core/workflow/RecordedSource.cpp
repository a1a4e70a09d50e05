// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RecordedSource.h"

#include "core/workflow/OfflineSource.h"

namespace roadloom {

RecordedSource::RecordedSource(RoadmapSource& source, RunRecorder& recorder)
    : m_source(source)
    , m_recorder(recorder)
{
    connect(&source, &RoadmapSource::eventEmitted, this, [this](const AgentEvent& event) {
        m_recorder.record(event);
        Q_EMIT eventEmitted(event);
    });
    connect(&source, &RoadmapSource::designAdvanced, this, [this](const DesignParts& parts) {
        m_recorder.record(parts);
        Q_EMIT designAdvanced(parts);
    });
    connect(&source, &RoadmapSource::titleChanged, this, &RoadmapSource::titleChanged);
    connect(&source, &RoadmapSource::waitChanged, this, &RoadmapSource::waitChanged);
}

RecordedSource::~RecordedSource()
{
    cancel();
}

void RecordedSource::start(const LearnerRequest& request)
{
    m_recorder.begin(request, title());
    m_source.start(request);
}

void RecordedSource::goOn(const LearnerRequest& request, const FinishedWork& finished)
{
    if (!canGoOn()) {
        start(request);
        return;
    }
    m_recorder.goOn(request, title(), finished);
    m_source.goOn(request, finished);
}

void RecordedSource::startStandIn(const LearnerRequest& request)
{
    m_recorder.begin(request, canStandIn() ? OfflineSource().title() : title());
    m_source.startStandIn(request);
}

void RecordedSource::cancel()
{
    if (!isRunning())
        return;
    m_source.cancel();
    m_recorder.stop();
}

} // namespace roadloom
