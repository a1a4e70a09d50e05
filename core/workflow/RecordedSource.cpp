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
    connect(&source, &RoadmapSource::taskGiven, this, [this](const ServiceTask& task) {
        m_recorder.record(task);
        Q_EMIT taskGiven(task);
    });
    connect(&source, &RoadmapSource::titleChanged, this, &RoadmapSource::titleChanged);
    connect(&source, &RoadmapSource::waitChanged, this, &RoadmapSource::waitChanged);
}

RecordedSource::~RecordedSource()
{
    leave();
}

void RecordedSource::start(const LearnerRequest& request)
{
    m_recorder.begin(request, title());
    m_source.start(request);
}

void RecordedSource::goOn(const LearnerRequest& request, const FinishedWork& finished)
{
    const FinishedWork spared = usable(finished);
    if (spared.isEmpty() && !finished.isEmpty()) {
        start(request);
        return;
    }
    m_recorder.goOn(request, title(), spared);
    m_source.goOn(request, spared);
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

void RecordedSource::leave()
{
    if (!isRunning())
        return;
    m_source.leave();
    m_recorder.leave();
}

} // namespace roadloom
