// SPDX-License-Identifier: Apache-2.0
#include "core/hub/RunStatus.h"

#include "core/hub/HubRun.h"

namespace roadloom {

namespace {

QByteArray currentStep(const HubRun& run)
{
    switch (run.state()) {
    case HubRunState::Waiting:
        return "queued";
    case HubRunState::Running:
        return stepName(run.step()).toLatin1();
    case HubRunState::Done:
        return "completed";
    case HubRunState::Failed:
    case HubRunState::Cancelled:
        break;
    }
    return "failed";
}

json::value text(QStringView words)
{
    return json::value(toJsonString(words));
}

json::value text(const QByteArray& ascii)
{
    return json::value(json::string_view(ascii.constData(), std::size_t(ascii.size())));
}

} // namespace

json::object statusOf(const HubRun& run)
{
    json::object body;
    body["task_id"] = text(run.id());
    body["status"] = text(taskStatusName(run.state()));
    body["current_step"] = text(currentStep(run));
    if (run.result())
        body["roadmap_id"] = text(run.result()->design.framework.id);
    body["created_at"] = text(run.created().toString(Qt::ISODateWithMs));
    body["updated_at"] = text(run.changed().toString(Qt::ISODateWithMs));
    if (!run.failure().isEmpty())
        body["error_message"] = text(run.failure());
    if (run.place() > 0)
        body["position"] = run.place();
    if (run.wait())
        body["wait_s"] = qint64(run.wait()->count());
    if (run.state() == HubRunState::Running)
        body["percent"] = run.percent();
    return body;
}

} // namespace roadloom
