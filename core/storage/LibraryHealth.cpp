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

/// The check names tables and rows, of which only the number is told.
void countProblems(QSqlDatabase& database, LibraryHealth& health)
{
    QSqlQuery query(database);
    if (!query.exec(u"PRAGMA quick_check(100)"_s)) {
        health.errorCode = libraryErrorCode(query.lastError());
        return;
    }
    while (query.next()) {
        if (query.value(0).toString() != "ok"_L1)
            ++health.problems;
    }
    health.errorCode = libraryErrorCode(query.lastError());
}

} // namespace

LibraryHealth checkLibrary(const QString& path)
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
    LibraryFile file;
    if (file.open(path, LibraryFile::Use::Read)) {
        health.errorCode = file.failure();
        return health;
    }
    health.isOpened = true;
    QSqlError ignored;
    health.schema = librarySchema::versionOf(file.database(), ignored);
    countProblems(file.database(), health);
    const auto count = [&](const QString& table) {
        return valueOfSql(file.database(), u"SELECT count(*) FROM "_s + table, ignored).toInt();
    };
    health.roadmaps = count(u"roadmaps"_s);
    health.runs = count(u"runs"_s);
    return health;
}

} // namespace roadloom
