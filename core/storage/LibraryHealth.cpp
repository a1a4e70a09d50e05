// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryHealth.h"

#include "core/storage/LibraryBackups.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibrarySchema.h"
#include "core/storage/SqlStatement.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// With what an index keeps in tables of its own.
QStringList tablesOf(QSqlDatabase& database, QSqlError& error)
{
    QStringList tables;
    QSqlQuery query(database);
    query.exec(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"_s);
    while (query.next())
        tables.append(query.value(0).toString());
    error = query.lastError();
    return tables;
}

/// The check names tables and rows, of which only the number is told.
int problemsIn(const QString& table, QSqlDatabase& database, QSqlError& error)
{
    int problems = 0;
    QSqlQuery query(database);
    query.exec(u"PRAGMA quick_check('%1')"_s.arg(QString(table).replace(u'\'', u"''"_s)));
    while (query.next()) {
        if (query.value(0).toString() != "ok"_L1)
            ++problems;
    }
    error = query.lastError();
    return problems;
}

/// Table by table, since a statement that runs cannot be stopped.
void check(QSqlDatabase& database, const std::stop_token& stop, LibraryHealth& health)
{
    QSqlError error;
    for (const QString& table : tablesOf(database, error)) {
        if (stop.stop_requested())
            return;
        health.problems += problemsIn(table, database, error);
        if (error.isValid())
            break;
    }
    health.errorCode = libraryErrorCode(error);
    health.isChecked = !error.isValid();
}

} // namespace

LibraryHealth checkLibrary(const QString& path, const std::stop_token& stop)
{
    LibraryHealth health;
    const QFileInfo info(path);
    health.newestSchema = librarySchema::version;
    health.isThere = info.isFile();
    health.bytes = info.size();
    health.journalBytes = QFileInfo(path + u"-wal"_s).size();
    health.backups = int(backupsOf(path).size());
    if (!health.isThere)
        return health;
    health.isFrozen = isFrozenLibrary(path);
    LibraryFile file;
    if (file.open(path, LibraryFile::Use::Read, health.isFrozen)) {
        health.errorCode = file.failure();
        return health;
    }
    health.isOpened = true;
    QSqlError ignored;
    health.schema = librarySchema::versionOf(file.database(), ignored);
    check(file.database(), stop, health);
    const auto count = [&](const QString& table) {
        return valueOfSql(file.database(), u"SELECT count(*) FROM "_s + table, ignored).toInt();
    };
    health.roadmaps = count(u"roadmaps"_s);
    health.runs = count(u"runs"_s);
    return health;
}

} // namespace roadloom
