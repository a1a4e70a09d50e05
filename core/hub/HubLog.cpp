// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubLog.h"

#include "core/hub/Hub.h"

#include <QDateTime>

#include <utility>

namespace roadloom {

namespace {

json::object namesOf(const HubRun& run)
{
    json::object names;
    names["task_id"] = toJsonString(run.id());
    names["seat_id"] = toJsonString(run.seat());
    return names;
}

json::object nameOf(const QString& seat)
{
    json::object name;
    name["seat_id"] = toJsonString(seat);
    return name;
}

void addTime(json::object& line, const char* key, HubRun::Time time)
{
    if (time)
        line[key] = qint64(time->count());
}

} // namespace

HubLog::HubLog(Hub& hub, Write write, QObject* parent)
    : QObject(parent)
    , m_write(std::move(write))
{
    const HubRuns& runs = hub.runs();
    connect(&hub, &Hub::seatJoined, this,
        [this](const QString& seat) { note("seat_joined", nameOf(seat)); });
    connect(&hub, &Hub::seatRemoved, this,
        [this](const QString& seat) { note("seat_removed", nameOf(seat)); });
    connect(&hub, &Hub::codeRefused, this, [this] { note("code_refused", {}); });
    connect(&runs, &HubRuns::budgetRefused, this,
        [this](const QString& seat) { note("budget_refused", nameOf(seat)); });
    connect(&runs, &HubRuns::queued, this,
        [this](const HubRun& run) { note("run_queued", namesOf(run)); });
    connect(&runs, &HubRuns::began, this, [this](const HubRun& run) {
        json::object more = namesOf(run);
        addTime(more, "waited_ms", run.waited());
        note("run_began", more);
    });
    connect(&runs, &HubRuns::ended, this, &HubLog::noteEnd);
}

void HubLog::noteEnd(const HubRun& run)
{
    json::object more = namesOf(run);
    more["result"] = json::string(taskStatusName(run.state()).constData());
    if (const auto kind = run.failureKind())
        more["kind"] = toJsonString(errorKindName(*kind));
    addTime(more, "waited_ms", run.waited());
    addTime(more, "first_word_ms", run.firstWord());
    addTime(more, "lasted_ms", run.lasted());
    more["events"] = run.log().last();
    more["bytes"] = qint64(run.log().size());
    note("run_ended", more);
}

void HubLog::note(const char* event, const json::object& more)
{
    json::object line;
    line["time"] = toJsonString(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    line["event"] = event;
    for (const auto& [key, value] : more)
        line[key] = value;
    m_write(writeJson(line) + '\n');
}

} // namespace roadloom
