// SPDX-License-Identifier: Apache-2.0
#include "core/storage/RunReading.h"

#include "core/base/EnumWords.h"
#include "core/storage/LibraryFile.h"
#include "core/workflow/RecordedEvent.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr std::array stateWords {
    EnumWord<RunState> { RunState::Running, "running"_L1 },
    EnumWord<RunState> { RunState::Stopped, "stopped"_L1 },
    EnumWord<RunState> { RunState::Failed, "failed"_L1 },
    EnumWord<RunState> { RunState::Done, "done"_L1 },
};

/// What lineOf() reads, in its order.
constexpr auto lineColumns = "id, goal, roadmap, state, begun, percent, results, task"_L1;
constexpr int lineColumnCount = 8;

RunLine lineOf(const QSqlQuery& row)
{
    return { .id = row.value(0).toString(),
        .goal = row.value(1).toString(),
        .roadmap = row.value(2).toString(),
        .state = runStateFromName(row.value(3).toString()).value_or(RunState::Stopped),
        .begun = QDateTime::fromString(row.value(4).toString(), Qt::ISODateWithMs),
        .percent = std::clamp(row.value(5).toInt(), 0, 100),
        .results = row.value(6).toInt(),
        .isAtService = isTaskId(row.value(7).toString()) };
}

} // namespace

QString runStateName(RunState state)
{
    return wordFor(state, stateWords);
}

std::optional<RunState> runStateFromName(QStringView name)
{
    return valueFor(name, stateWords);
}

RunReading::RunReading(QSqlDatabase& database, const QString& path)
    : m_database(database)
    , m_path(path)
{
}

Result<QList<RunLine>> RunReading::unfinished(int most) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare("SELECT "_L1 + lineColumns
        + " FROM runs WHERE (state != 'done' OR roadmap IS NULL)" // as its index says
          " AND NOT EXISTS (SELECT 1 FROM roadmaps"
          "  WHERE id = runs.roadmap AND removed IS NOT NULL)"
          " ORDER BY julianday(begun) DESC, id LIMIT ?"_L1);
    query.addBindValue(most);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    QList<RunLine> lines;
    while (query.next())
        lines.append(lineOf(query));
    if (query.lastError().isValid())
        return libraryError(m_path, query.lastError());
    return lines;
}

Result<std::optional<RecordedRun>> RunReading::run(const QString& id) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare("SELECT "_L1 + lineColumns
        + ", request, answerer, parts, service FROM runs WHERE id = ?"_L1);
    query.addBindValue(id);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    if (!query.next())
        return std::optional<RecordedRun>();
    const auto text = [&query](int column) {
        return query.value(lineColumnCount + column).toString().toUtf8();
    };
    const Result<json::value> value = parseJson(text(0));
    const Result<LearnerRequest> request
        = value ? readLearnerRequest(value.value()) : Result<LearnerRequest>(value.error());
    if (!request)
        return request.error();
    RecordedRun run { .line = lineOf(query),
        .request = request.value(),
        .answerer = QString::fromUtf8(text(1)),
        .events = {},
        .finished = {} };
    if (std::optional<Error> error = readEvents(run))
        return *error;
    if (const Result<json::value> parts = parseJson(text(2))) {
        if (const Result<DesignParts> read = readDesignParts(parts.value()))
            run.finished.take(read.value());
    }
    if (run.line.isAtService)
        run.finished.task = ServiceTask { .service = query.value(lineColumnCount + 3).toString(),
            .id = query.value(lineColumnCount - 1).toString() };
    return std::optional(std::move(run));
}

std::optional<Error> RunReading::readEvents(RecordedRun& run) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT event FROM run_events WHERE run = ? ORDER BY step"_s);
    query.addBindValue(run.line.id);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    while (query.next()) {
        std::optional<AgentEvent> event = readRecordedEvent(query.value(0).toString().toUtf8());
        if (!event)
            continue;
        run.finished.take(*event);
        run.events.append(*std::move(event));
    }
    if (query.lastError().isValid())
        return libraryError(m_path, query.lastError());
    return std::nullopt;
}

} // namespace roadloom
