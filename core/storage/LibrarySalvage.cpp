// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibrarySalvage.h"

#include "core/storage/LibraryFile.h"
#include "core/storage/LibrarySchema.h"
#include "core/storage/LibraryTexts.h"
#include "core/storage/SqlStatement.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Table {
    QLatin1StringView name;
    QLatin1StringView key;
};

/// Those that others refer to come first.
constexpr std::array tables {
    Table { "roadmaps"_L1, "id"_L1 },
    Table { "concept_studies"_L1, "roadmap, concept"_L1 },
    Table { "study_log"_L1, "step"_L1 },
    Table { "roadmap_versions"_L1, "version"_L1 },
    Table { "roadmap_tags"_L1, "roadmap, tag"_L1 },
    Table { "runs"_L1, "id"_L1 },
    Table { "run_events"_L1, "step"_L1 },
};

QStringList columnsOf(QSqlDatabase& database, const Table& table)
{
    QStringList columns;
    QSqlQuery query(database);
    query.exec("PRAGMA table_info("_L1 + table.name + u')');
    while (query.next())
        columns.append(query.value(1).toString());
    return columns;
}

enum class Outcome {
    Whole,
    Unreadable, ///< from some row on
    Unwritten, ///< since there is no room, say: the transaction may be gone
};

/// What a damaged file has of a row may lack what it refers to.
enum class Orphans { LeftOut, AreErrors };

bool isTaken(QSqlQuery& insert, Orphans orphans)
{
    constexpr int constraint = 19; // SQLite's code
    return insert.exec()
        || (orphans == Orphans::LeftOut && libraryErrorCode(insert.lastError()) == constraint);
}

/// From one end of the table to where it cannot be read.
Outcome copyRows(QSqlDatabase& from, QSqlDatabase& into, const Table& table,
    QLatin1StringView direction, Orphans orphans, QSqlError& error)
{
    QStringList columns = columnsOf(from, table);
    const QStringList known = columnsOf(into, table);
    columns.removeIf([&known](const QString& column) { return !known.contains(column); });
    if (columns.isEmpty())
        return Outcome::Whole; // an earlier version has no such table
    QSqlQuery rows(from);
    rows.setForwardOnly(true);
    const QString names = columns.join(u", "_s);
    const QString key
        = QString(table.key).replace(u", "_s, u' ' + direction + u", "_s) + u' ' + direction;
    QSqlQuery insert(into);
    insert.prepare(u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(
        table.name, names, QStringList(columns.size(), u"?"_s).join(u", "_s)));
    rows.exec(u"SELECT %1 FROM %2 ORDER BY %3"_s.arg(names, table.name, key));
    while (rows.next()) {
        for (int column = 0; column < columns.size(); ++column)
            insert.addBindValue(rows.value(column));
        if (!isTaken(insert, orphans)) {
            error = insert.lastError();
            return Outcome::Unwritten;
        }
    }
    error = rows.lastError();
    return error.isValid() ? Outcome::Unreadable : Outcome::Whole;
}

/// All that can be read. False if it cannot be written.
bool gather(QSqlDatabase& from, QSqlDatabase& into)
{
    QSqlError ignored; // what was found is worth more than why the rest was not
    for (const Table& table : tables) {
        for (const QLatin1StringView direction : { "ASC"_L1, "DESC"_L1 }) {
            const Outcome outcome
                = copyRows(from, into, table, direction, Orphans::LeftOut, ignored);
            if (outcome == Outcome::Whole)
                break;
            if (outcome == Outcome::Unwritten)
                return false;
        }
    }
    return true;
}

/// What an earlier version wrote becomes what its file would have become, so that what its rows
/// alone do not say is known. False if there is nothing to do, or it fails.
bool gatherInOurForm(QSqlDatabase& from, LibraryFile& into)
{
    QSqlError error;
    const int version = librarySchema::versionOf(from, error);
    return !error.isValid() && version > 0 && version < librarySchema::version
        && into.openInMemory() && librarySchema::beginEarlier(version, into.database(), error)
        && gather(from, into.database()) && librarySchema::bringUpToDate(into.database(), error);
}

int roadmapsIn(QSqlDatabase& database)
{
    QSqlError ignored;
    return valueOfSql(database, u"SELECT count(*) FROM roadmaps"_s, ignored).toInt();
}

} // namespace

bool copyLibrary(QSqlDatabase& from, QSqlDatabase& into, QSqlError& error)
{
    return std::ranges::all_of(tables, [&](const Table& table) {
        return copyRows(from, into, table, "ASC"_L1, Orphans::AreErrors, error) == Outcome::Whole;
    });
}

int salvageLibrary(const QString& damaged, const QString& path)
{
    LibraryFile from;
    LibraryFile into;
    if (from.open(damaged, LibraryFile::Use::Read)
        || into.open(path, LibraryFile::Use::ReadAndWrite))
        return 0;
    // Or SQLite would read nothing of a file that is shorter than it says.
    trySql(from.database(), u"PRAGMA writable_schema = ON"_s);
    LibraryFile ours;
    QSqlDatabase& source
        = gatherInOurForm(from.database(), ours) ? ours.database() : from.database();
    const int before = roadmapsIn(into.database());
    trySql(into.database(), u"BEGIN IMMEDIATE"_s);
    if (!gather(source, into.database())) {
        trySql(into.database(), u"ROLLBACK"_s);
        return 0;
    }
    QSqlError ignored;
    static_cast<void>(libraryTexts::indexAll(into.database(), ignored));
    trySql(into.database(), u"COMMIT"_s);
    return roadmapsIn(into.database()) - before;
}

} // namespace roadloom
