// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibrarySchema.h"

#include "core/base/LogCategories.h"
#include "core/storage/LibraryTexts.h"
#include "core/storage/SearchText.h"
#include "core/storage/SqlStatement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom::librarySchema {

namespace {

/// The first with an index of texts.
constexpr int indexedVersion = 2;

/// From each version to the next; the first makes the file. Never change one that was shipped: add
/// one, and raise the version.
const std::array<QStringList, version> migrations {
    QStringList {
        u"CREATE TABLE roadmaps ("
        " id TEXT PRIMARY KEY, wire_id TEXT NOT NULL, title TEXT NOT NULL,"
        " request TEXT NOT NULL, roadmap TEXT NOT NULL, concepts INTEGER NOT NULL,"
        " created TEXT NOT NULL, opened TEXT NOT NULL, hours_per_week INTEGER NOT NULL"
        ") WITHOUT ROWID"_s,
        u"CREATE TABLE concept_studies ("
        " roadmap TEXT NOT NULL REFERENCES roadmaps (id) ON DELETE CASCADE,"
        " concept TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL, changed TEXT NOT NULL,"
        " PRIMARY KEY (roadmap, concept)"
        ") WITHOUT ROWID"_s,
        u"CREATE TABLE study_log ("
        " step INTEGER PRIMARY KEY,"
        " roadmap TEXT NOT NULL REFERENCES roadmaps (id) ON DELETE CASCADE,"
        " concept TEXT NOT NULL, moment TEXT NOT NULL, from_state TEXT NOT NULL,"
        " to_state TEXT NOT NULL, hours REAL NOT NULL)"_s,
        u"CREATE INDEX study_log_concepts ON study_log (roadmap, concept)"_s,
    },
    QStringList {
        u"ALTER TABLE roadmaps ADD COLUMN goal TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE roadmaps ADD COLUMN rationale TEXT NOT NULL DEFAULT ''"_s,
        u"UPDATE roadmaps SET goal ="
        " coalesce(json_extract(request, '$.preferences.learning_goal'), '')"
        " WHERE json_valid(request)"_s,
        u"CREATE INDEX roadmaps_opened ON roadmaps (julianday(opened) DESC, id)"_s,
        // All that a roadmap was before, and is.
        u"CREATE TABLE roadmap_versions ("
        " version INTEGER PRIMARY KEY,"
        " roadmap TEXT NOT NULL REFERENCES roadmaps (id) ON DELETE CASCADE,"
        " made TEXT NOT NULL, content TEXT NOT NULL, rationale TEXT NOT NULL)"_s,
        u"CREATE INDEX roadmap_versions_roadmaps ON roadmap_versions (roadmap)"_s,
        u"INSERT INTO roadmap_versions (roadmap, made, content, rationale)"
        " SELECT id, created, roadmap, '' FROM roadmaps"_s,
        u"CREATE TABLE runs ("
        " id TEXT PRIMARY KEY,"
        " roadmap TEXT REFERENCES roadmaps (id) ON DELETE CASCADE,"
        " goal TEXT NOT NULL, request TEXT NOT NULL, answerer TEXT NOT NULL,"
        " state TEXT NOT NULL, begun TEXT NOT NULL, percent INTEGER NOT NULL,"
        " results INTEGER NOT NULL, parts TEXT NOT NULL"
        ") WITHOUT ROWID"_s,
        u"CREATE INDEX runs_roadmaps ON runs (roadmap)"_s,
        u"CREATE INDEX runs_unfinished ON runs (julianday(begun) DESC, id)"
        " WHERE state != 'done' OR roadmap IS NULL"_s,
        u"CREATE TABLE run_events ("
        " step INTEGER PRIMARY KEY,"
        " run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
        " moment TEXT NOT NULL, event TEXT NOT NULL)"_s,
        u"CREATE INDEX run_events_runs ON run_events (run)"_s,
        "CREATE VIRTUAL TABLE texts USING fts5 (words, tokenize = \""_L1
            + QLatin1StringView(searchText::tokenizer) + "\")"_L1,
        u"CREATE TABLE text_places ("
        " id INTEGER PRIMARY KEY," // of the row of texts
        " roadmap TEXT REFERENCES roadmaps (id) ON DELETE CASCADE,"
        " run TEXT REFERENCES runs (id) ON DELETE CASCADE,"
        " concept TEXT NOT NULL, place INTEGER NOT NULL)"_s,
        u"CREATE INDEX text_places_roadmaps ON text_places (roadmap, concept, place)"_s,
        u"CREATE INDEX text_places_runs ON text_places (run)"_s,
        u"CREATE TRIGGER text_places_gone AFTER DELETE ON text_places"
        " BEGIN DELETE FROM texts WHERE rowid = old.id; END"_s,
    },
    QStringList {
        u"ALTER TABLE roadmaps ADD COLUMN archived INTEGER NOT NULL DEFAULT 0"_s,
        // When it came into the bin, if it is there.
        u"ALTER TABLE roadmaps ADD COLUMN removed TEXT"_s,
        // The title is the learner's, not the one that was designed.
        u"ALTER TABLE roadmaps ADD COLUMN renamed INTEGER NOT NULL DEFAULT 0"_s,
        // What its file and its design had that this program does not know, as JSON.
        u"ALTER TABLE roadmaps ADD COLUMN extras TEXT NOT NULL DEFAULT ''"_s,
        // What was edited under the learner's title is a version that has it; an earlier one has
        // the one that was designed.
        u"UPDATE roadmaps SET renamed = EXISTS (SELECT 1 FROM roadmap_versions"
        " WHERE roadmap = roadmaps.id AND title IS NOT coalesce("
        "CASE WHEN json_valid(content) THEN json_extract(content, '$.title') END, title))"_s,
        u"CREATE TABLE roadmap_tags ("
        " roadmap TEXT NOT NULL REFERENCES roadmaps (id) ON DELETE CASCADE,"
        " tag TEXT NOT NULL, PRIMARY KEY (roadmap, tag)"
        ") WITHOUT ROWID"_s,
        // All that a list says of one, so that none of the large rows is read for it.
        u"DROP INDEX roadmaps_opened"_s,
        u"CREATE INDEX roadmaps_lines ON roadmaps (julianday(opened) DESC, id, opened, created,"
        " title, goal, wire_id, concepts, archived, removed)"_s,
    },
    QStringList {
        // A run's task at a service, as long as that has it.
        u"ALTER TABLE runs ADD COLUMN service TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE runs ADD COLUMN task TEXT NOT NULL DEFAULT ''"_s,
    },
};

/// The version is read in the transaction: whoever came first has done it.
bool migrate(int to, QSqlDatabase& database, QSqlError& error)
{
    if (!runSql(database, u"BEGIN IMMEDIATE"_s, error))
        return false;
    const int from = versionOf(database, error);
    QStringList statements;
    for (int next = from; next < to; ++next)
        statements += migrations[std::size_t(next)];
    if (from < to)
        statements += { u"PRAGMA application_id = %1"_s.arg(applicationId),
            u"PRAGMA user_version = %1"_s.arg(to) };
    const bool isDone = std::ranges::all_of(statements,
                            [&](const QString& each) { return runSql(database, each, error); })
        && (from >= indexedVersion || to < indexedVersion
            || libraryTexts::indexAll(database, error))
        && runSql(database, u"COMMIT"_s, error);
    if (isDone && from > 0 && from < to)
        qCInfo(logLibrary, "migrated from=%d to=%d", from, to);
    if (!isDone)
        trySql(database, u"ROLLBACK"_s);
    return isDone;
}

} // namespace

bool beginEarlier(int earlier, QSqlDatabase& database, QSqlError& error)
{
    return migrate(earlier, database, error);
}

int versionOf(QSqlDatabase& database, QSqlError& error)
{
    return valueOfSql(database, u"PRAGMA user_version"_s, error).toInt();
}

bool bringUpToDate(QSqlDatabase& database, QSqlError& error)
{
    const bool isUpToDate = versionOf(database, error) >= version;
    return !error.isValid() && (isUpToDate || migrate(version, database, error));
}

} // namespace roadloom::librarySchema
