// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/RecordedEvent.h"

#include "core/http/JsonMembers.h"
#include "core/workflow/ServiceEvent.h"

namespace roadloom {

namespace {

/// What a service is not believed, for it might be wrong, but a record of our own is.
std::optional<AgentEvent> readOwn(QByteArrayView line)
{
    const Result<json::value> value = parseJson(line);
    const json::object* object = value ? value.value().if_object() : nullptr;
    if (object == nullptr)
        return std::nullopt;
    const json::string_view type = stringIn(*object, "type");
    if (type == "review_requested")
        return ReviewRequestedEvent {};
    if (type != "finding")
        return std::nullopt;
    if (Result<Finding> finding = readFinding(value.value()))
        return FindingEvent { std::move(finding).value() };
    return std::nullopt;
}

AgentEvent errorOf(const ReportedError& report)
{
    return ErrorEvent { { .kind = report.kind.value_or(ErrorKind::Internal),
                            .message = report.words.text,
                            .details = report.details },
        report.agent };
}

std::optional<AgentEvent> doneOf(const RunSummary& run)
{
    if (!run.intent || !run.framework)
        return std::nullopt;
    return DoneEvent { .intent = *run.intent,
        .design
        = { .framework = *run.framework, .designRationale = run.designRationale, .extras = {} },
        .duration = run.duration,
        .usage = run.usage };
}

} // namespace

std::optional<AgentEvent> readRecordedEvent(QByteArrayView line)
{
    using Event = std::optional<AgentEvent>;
    return std::visit(Overload {
                          [](const ReportedError& report) -> Event { return errorOf(report); },
                          [](const RunSummary& run) -> Event { return doneOf(run); },
                          [line](const SignOfLife&) -> Event { return readOwn(line); },
                          [](const KeepAlive&) -> Event { return std::nullopt; },
                          [](const Unreadable&) -> Event { return std::nullopt; },
                          [](const PlaceInLine&) -> Event { return std::nullopt; },
                          [](const UnusableResult&) -> Event { return std::nullopt; },
                          [](auto event) -> Event { return AgentEvent(std::move(event)); },
                      },
        readServiceEvent(line));
}

} // namespace roadloom
