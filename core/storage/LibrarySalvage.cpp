// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibrarySalvage.h"

#include "core/roadmap/RoadmapJson.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibraryRecords.h"
#include "core/storage/LibrarySchema.h"
#include "core/storage/LibraryTexts.h"
#include "core/storage/SqlStatement.h"

#include <QHash>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

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

/// A roadmap's newest version that can be read.
struct Newest {
    qint64 version = 0;
    QString made {};
    QString content {};
    QString rationale {};
    Roadmap roadmap {};
};

QSet<QString> roadmapIds(QSqlDatabase& database)
{
    QSet<QString> ids;
    QSqlQuery query(database);
    query.exec(u"SELECT id FROM roadmaps"_s);
    while (query.next())
        ids.insert(query.value(0).toString());
    return ids;
}

std::optional<Newest> versionIn(const QSqlQuery& row)
{
    const QString content = row.value(3).toString();
    const Result<json::value> parsed = parseJson(content.toUtf8());
    if (!parsed)
        return std::nullopt;
    Result<Roadmap> roadmap = readRoadmap(parsed.value());
    if (!roadmap)
        return std::nullopt;
    return Newest { .version = row.value(1).toLongLong(),
        .made = row.value(2).toString(),
        .content = content,
        .rationale = row.value(4).toString(),
        .roadmap = std::move(roadmap).value() };
}

/// Of the roadmaps that are not in the other file, by id.
QHash<QString, Newest> newestOfLost(QSqlDatabase& from, QSqlDatabase& into)
{
    const QSet<QString> there = roadmapIds(into);
    QHash<QString, Newest> lost;
    for (const QLatin1StringView direction : { "ASC"_L1, "DESC"_L1 }) {
        QSqlQuery query(from);
        query.setForwardOnly(true);
        query.exec("SELECT roadmap, version, made, content, rationale FROM roadmap_versions"
                   " ORDER BY version "_L1
            + direction);
        while (query.next()) {
            const QString id = query.value(0).toString();
            if (there.contains(id))
                continue;
            std::optional<Newest> read = versionIn(query);
            const auto known = lost.constFind(id);
            if (read && (known == lost.cend() || known->version < read->version))
                lost.insert(id, *std::move(read));
        }
        if (!query.lastError().isValid())
            break; // that was all of them
    }
    return lost;
}

/// Where the row of a roadmap is lost, its versions and its run still tell what it was; without it,
/// they and its study would have no place. False if it cannot be written.
bool addLostRoadmaps(QSqlDatabase& from, QSqlDatabase& into)
{
    const auto text = [](const QString& some) { return some.isNull() ? u""_s : some; };
    const QHash<QString, Newest> lost = newestOfLost(from, into);
    for (auto each = lost.cbegin(); each != lost.cend(); ++each) {
        const auto ofRun = [&](const QString& column) {
            QSqlError ignored;
            const QString statement = u"SELECT "_s + column + u" FROM runs WHERE roadmap = ?"_s;
            return text(valueOfSql(from, statement, ignored, { each.key() }).toString());
        };
        const Newest& newest = each.value();
        QSqlError error;
        if (!runSql(into,
                u"INSERT INTO roadmaps (id, wire_id, title, goal, request, roadmap, rationale,"
                " concepts, created, opened, hours_per_week)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                error,
                { each.key(), text(newest.roadmap.id), text(newest.roadmap.title), ofRun(u"goal"_s),
                    ofRun(u"request"_s), newest.content, text(newest.rationale),
                    int(conceptCount(newest.roadmap)), text(newest.made), text(newest.made),
                    usualHoursPerWeek }))
            return false;
    }
    return true;
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
        if (table.name == "roadmaps"_L1 && !addLostRoadmaps(from, into))
            return false;
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
