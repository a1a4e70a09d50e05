// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryFile.h"
#include "core/storage/LibraryRecords.h"

#include <QFile>
#include <QSqlQuery>
#include <QVariant>

namespace roadloom {

inline Roadmap someRoadmap()
{
    Roadmap roadmap;
    roadmap.id = QStringLiteral("python");
    roadmap.title = QStringLiteral("Python 学习");
    Concept item;
    item.id = QStringLiteral("web:c-1");
    item.name = QStringLiteral("变量");
    item.estimatedHours = 1.5;
    Module module;
    module.id = QStringLiteral("m");
    module.name = QStringLiteral("Basics");
    module.concepts = { item };
    Stage stage;
    stage.id = QStringLiteral("s");
    stage.name = QStringLiteral("First");
    stage.modules = { module };
    roadmap.stages = { stage };
    roadmap.totalEstimatedHours = 1.5;
    roadmap.recommendedCompletionWeeks = 1;
    return roadmap;
}

/// In a zone that is not the test's.
inline QDateTime moment(int day, int hour = 12)
{
    return QDateTime(QDate(2026, 3, day), QTime(hour, 0), Qt::OffsetFromUTC, 8 * 3600);
}

inline LibraryEntry someEntry(const QString& id = QStringLiteral("one"))
{
    LibraryEntry entry { .id = id,
        .roadmap = someRoadmap(),
        .request = {},
        .created = moment(1),
        .opened = moment(2),
        .hoursPerWeek = 7 };
    entry.request.preferences.learningGoal = QStringLiteral("学习 Python");
    return entry;
}

/// The first value that the statement gives; of no type if it gives none, or fails.
inline QVariant valueIn(const QString& path, const QString& statement)
{
    LibraryFile file;
    if (!QFile::exists(path) || file.open(path, LibraryFile::Use::ReadAndWrite))
        return {};
    QSqlQuery query(file.database());
    query.exec(statement);
    return query.next() ? query.value(0) : QVariant();
}

/// Whether the statement could be run.
inline bool runIn(const QString& path, const QString& statement)
{
    LibraryFile file;
    return !file.open(path, LibraryFile::Use::ReadAndWrite)
        && QSqlQuery(file.database()).exec(statement);
}

} // namespace roadloom
