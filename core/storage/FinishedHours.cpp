// SPDX-License-Identifier: Apache-2.0
#include "core/storage/FinishedHours.h"

#include "core/storage/LibraryFile.h"

#include <QElapsedTimer>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

bool isBusy(const QSqlError& error)
{
    constexpr int busy = 5;
    return libraryErrorCode(error) == busy;
}

} // namespace

Result<FinishedHours> finishedHoursElsewhere(
    const QString& path, const QString& roadmapId, const QDate& from, const std::stop_token& stop)
{
    LibraryFile file;
    if (const std::optional<Error> error = file.open(path, LibraryFile::Use::Read))
        return *error;
    // In several short waits, between which it can be stopped.
    QSqlQuery(file.database()).exec(u"PRAGMA busy_timeout = 25"_s);
    constexpr qint64 patience = 500; // milliseconds
    QElapsedTimer clock;
    clock.start();
    QSqlQuery query(file.database());
    query.setForwardOnly(true);
    // A moment is written by the learner's clock: it begins with their day.
    const QString statement
        = u"SELECT substr(moment, 1, 10), sum(hours) FROM study_log AS step"
          " WHERE roadmap <> ? AND to_state = 'done' AND substr(moment, 1, 10) >= ?"
          " AND NOT EXISTS (SELECT 1 FROM study_log AS later WHERE"
          " later.roadmap = step.roadmap AND later.concept = step.concept"
          " AND later.step > step.step) GROUP BY 1"_s;
    const auto isRead = [&] {
        if (!query.prepare(statement))
            return false;
        query.addBindValue(roadmapId);
        query.addBindValue(from.toString(Qt::ISODate));
        return query.exec();
    };
    while (!isRead()) {
        if (!isBusy(query.lastError()) || stop.stop_requested() || clock.hasExpired(patience))
            return libraryError(path, query.lastError());
    }
    FinishedHours hours;
    while (query.next())
        hours.insert(
            QDate::fromString(query.value(0).toString(), Qt::ISODate), query.value(1).toDouble());
    return hours;
}

} // namespace roadloom
