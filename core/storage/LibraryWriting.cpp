// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryWriting.h"

#include "core/roadmap/RoadmapJson.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibrarySalvage.h"
#include "core/storage/LibraryTags.h"
#include "core/storage/LibraryTexts.h"
#include "core/storage/RunReading.h"
#include "core/storage/SqlStatement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Where values go into the file.
class Pen {
public:
    Pen(QSqlDatabase& database, QSqlError& error)
        : m_database(database)
        , m_error(error)
    {
    }

    bool write(const RoadmapPut& put)
    {
        const LibraryEntry& entry = put.entry;
        const QString content = jsonText(toJson(entry.roadmap));
        return (!put.isKnown || isThere(entry.id))
            && run(u"INSERT INTO roadmaps (id, wire_id, title, goal, request, roadmap, rationale,"
                   " concepts, created, opened, hours_per_week, renamed, extras)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                   " ON CONFLICT (id) DO UPDATE SET"
                   " extras = iif(excluded.extras = '', extras, excluded.extras),"
                   " renamed = excluded.renamed OR (renamed AND title = excluded.title),"
                   " wire_id = excluded.wire_id, title = excluded.title, goal = excluded.goal,"
                   " request = excluded.request, roadmap = excluded.roadmap,"
                   " rationale = excluded.rationale,"
                   " concepts = excluded.concepts, opened = excluded.opened,"
                   " hours_per_week = excluded.hours_per_week"_s,
                { entry.id, text(entry.roadmap.id), text(entry.roadmap.title),
                    text(entry.request.preferences.learningGoal), jsonText(toJson(entry.request)),
                    content, text(entry.rationale), int(conceptCount(entry.roadmap)),
                    written(entry.created), written(entry.opened), entry.hoursPerWeek,
                    put.isRenamed, extrasText(entry) })
            && (!put.isFetched || fetch(entry.id)) && addVersion(entry, content)
            && addTags(entry.id, put.tags)
            && libraryTexts::index(m_database, entry.id, entry.roadmap, m_error) && addStudies(put);
    }
    bool write(const RoadmapRemoved& removed)
    {
        return run(u"UPDATE roadmaps SET removed = ? WHERE id = ? AND removed IS NULL"_s,
            { written(removed.moment), removed.id });
    }
    bool write(const RoadmapTakenBack& taken)
    {
        return update(u"UPDATE roadmaps SET removed = NULL WHERE id = ?"_s, { taken.id });
    }
    bool write(const RoadmapPurged& purged)
    {
        return run(u"DELETE FROM roadmaps WHERE id = ? AND removed IS NOT NULL"_s, { purged.id });
    }
    bool write(const RoadmapArchived& archived)
    {
        return update(u"UPDATE roadmaps SET archived = ? WHERE id = ?"_s,
            { archived.isArchived, archived.id });
    }
    bool write(const TagsSet& set)
    {
        return isThere(set.id) && run(u"DELETE FROM roadmap_tags WHERE roadmap = ?"_s, { set.id })
            && insertTags(set.id, set.tags)
            && libraryTexts::indexTitle(m_database, set.id, m_error);
    }
    /// The title is also in the roadmap itself, which may be one that only its own version reads.
    bool write(const RoadmapRenamed& renamed)
    {
        QString roadmap = valueOfSql(
            m_database, u"SELECT roadmap FROM roadmaps WHERE id = ?"_s, m_error, { renamed.id })
                              .toString();
        if (m_error.isValid())
            return false;
        Result<json::value> parsed = parseJson(roadmap.toUtf8());
        if (parsed && parsed.value().is_object()) {
            json::object whole = std::move(parsed).value().as_object();
            whole["title"] = toJsonString(renamed.title);
            roadmap = jsonText(whole);
        }
        return update(u"UPDATE roadmaps SET title = ?, roadmap = ?, renamed = 1 WHERE id = ?"_s,
                   { text(renamed.title), text(roadmap), renamed.id })
            && libraryTexts::indexTitle(m_database, renamed.id, m_error);
    }
    bool write(const RoadmapOpened& opened)
    {
        return update(u"UPDATE roadmaps SET opened = ? WHERE id = ?"_s,
            { written(opened.moment), opened.id });
    }
    bool write(const HoursChosen& chosen)
    {
        return update(u"UPDATE roadmaps SET hours_per_week = ? WHERE id = ?"_s,
            { chosen.hoursPerWeek, chosen.id });
    }
    bool write(const NoteSaved& saved)
    {
        return run(u"INSERT INTO concept_studies (roadmap, concept, state, note, changed)"
                   " VALUES (?, ?, ?, ?, ?) ON CONFLICT (roadmap, concept) DO UPDATE SET"
                   " note = excluded.note, changed = excluded.changed"_s,
                   { saved.id, text(saved.conceptId), studyStateName(StudyState::ToDo),
                       text(saved.note), written(saved.moment) })
            && libraryTexts::indexNote(m_database, saved.id, saved.conceptId, saved.note, m_error);
    }
    bool write(const StepTaken& taken)
    {
        return run(u"INSERT INTO concept_studies (roadmap, concept, state, note, changed)"
                   " VALUES (?, ?, ?, '', ?) ON CONFLICT (roadmap, concept) DO UPDATE SET"
                   " state = excluded.state, changed = excluded.changed"_s,
                   { taken.id, text(taken.step.conceptId), studyStateName(taken.step.to),
                       written(taken.moment) })
            && log(taken.id, taken.step);
    }

    bool write(const RunBegun& begun)
    {
        return run(u"INSERT INTO runs (id, goal, request, answerer, state, begun, percent, results,"
                   " parts) VALUES (?, ?, ?, ?, ?, ?, 0, 0, '') ON CONFLICT (id) DO UPDATE SET"
                   " answerer = excluded.answerer, state = excluded.state"_s,
            { begun.run, text(begun.request.preferences.learningGoal),
                jsonText(toJson(begun.request)), text(begun.answerer),
                runStateName(RunState::Running), written(begun.moment) });
    }
    bool write(const RunRecorded& recorded)
    {
        if (recorded.task && !setTask(recorded.run, *recorded.task))
            return false;
        QSqlQuery query(m_database);
        query.prepare(u"INSERT INTO run_events (run, moment, event) VALUES (?, ?, ?)"_s);
        const QString moment = written(recorded.moment);
        int results = 0;
        for (const AgentEvent& event : recorded.events) {
            results += std::holds_alternative<CompleteEvent>(event) ? 1 : 0;
            query.addBindValue(recorded.run);
            query.addBindValue(moment);
            query.addBindValue(QString::fromUtf8(toJsonLine(event)));
            if (!query.exec()) {
                m_error = query.lastError();
                return false;
            }
        }
        return update(u"UPDATE runs SET state = coalesce(?, state),"
                      " percent = coalesce(?, percent), parts = coalesce(?, parts),"
                      " results = results + ? WHERE id = ?"_s,
                   { recorded.state ? QVariant(runStateName(*recorded.state)) : QVariant(),
                       recorded.percent ? QVariant(*recorded.percent) : QVariant(),
                       recorded.parts ? QVariant(jsonText(toJson(*recorded.parts))) : QVariant(),
                       results, recorded.run })
            && (!recorded.state || libraryTexts::indexRun(m_database, recorded.run, m_error));
    }
    bool write(const RunLed& led)
    {
        return update(u"UPDATE runs SET roadmap = ? WHERE id = ?"_s, { led.roadmap, led.run });
    }
    bool write(const RunRemoved& removed)
    {
        return run(u"DELETE FROM runs WHERE id = ?"_s, { removed.run });
    }

    bool write(const LibraryRestored& restored)
    {
        LibraryFile backup;
        if (const std::optional<Error> error = backup.openInOurForm(restored.path)) {
            m_error = QSqlError({}, error->details, QSqlError::ConnectionError, u"1"_s);
            return false;
        }
        if (!run(u"DELETE FROM runs"_s, {}) || !run(u"DELETE FROM roadmaps"_s, {}))
            return false;
        return copyLibrary(backup.database(), m_database, m_error)
            && libraryTexts::indexAll(m_database, m_error);
    }

private:
    bool setTask(const QString& run, const ServiceTask& task)
    {
        if (!update(u"UPDATE runs SET service = ?, task = ? WHERE id = ?"_s,
                { text(task.service), text(task.id), run }))
            return false;
        return task.id.isEmpty()
            || (this->run(u"DELETE FROM run_events WHERE run = ?"_s, { run })
                && this->run(u"UPDATE runs SET percent = 0, results = 0, parts = '' WHERE id = ?"_s,
                    { run }));
    }
    bool fetch(const QString& id)
    {
        return run(u"UPDATE roadmaps SET archived = 0, removed = NULL"
                   " WHERE id = ? AND (archived != 0 OR removed IS NOT NULL)"_s,
            { id });
    }
    bool addTags(const QString& id, const QStringList& tags)
    {
        if (tags.isEmpty())
            return true;
        QSqlQuery query(m_database);
        query.prepare(u"SELECT tag FROM roadmap_tags WHERE roadmap = ?"_s);
        query.addBindValue(id);
        QStringList all;
        if (query.exec()) {
            while (query.next())
                all.append(query.value(0).toString());
        }
        return insertTags(id, libraryTags::from(all + tags));
    }
    bool insertTags(const QString& id, const QStringList& tags)
    {
        return std::ranges::all_of(tags, [&](const QString& tag) {
            return run(
                u"INSERT OR IGNORE INTO roadmap_tags (roadmap, tag) VALUES (?, ?)"_s, { id, tag });
        });
    }
    /// If it is another one than before. The first stays, and as many of the last as anybody looks
    /// through.
    bool addVersion(const LibraryEntry& entry, const QString& content)
    {
        const QString rationale = text(entry.rationale);
        return run(u"INSERT INTO roadmap_versions (roadmap, made, content, rationale)"
                   " SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM roadmap_versions"
                   " WHERE version = (SELECT max(version) FROM roadmap_versions WHERE roadmap = ?)"
                   " AND content = ? AND rationale = ?)"_s,
                   { entry.id, written(QDateTime::currentDateTime()), content, rationale, entry.id,
                       content, rationale })
            && run(u"DELETE FROM roadmap_versions WHERE roadmap = ?"
                   " AND version > (SELECT min(version) FROM roadmap_versions WHERE roadmap = ?)"
                   " AND version <= (SELECT version FROM roadmap_versions WHERE roadmap = ?"
                   " ORDER BY version DESC LIMIT 1 OFFSET ?)"_s,
                { entry.id, entry.id, entry.id, newestVersions });
    }
    bool addStudies(const RoadmapPut& put)
    {
        const QString now = written(QDateTime::currentDateTime());
        for (const auto& [conceptId, study] : put.studies.asKeyValueRange()) {
            const bool isLogged = study.state == StudyState::Done
                ? logFinish(put, conceptId)
                : logEndOfFinish(put.entry.id, conceptId, study.state, now);
            const bool isWritten = isLogged
                && run(u"INSERT INTO concept_studies (roadmap, concept, state, note, changed)"
                       " VALUES (?, ?, ?, ?, ?) ON CONFLICT (roadmap, concept) DO UPDATE SET"
                       " state = excluded.state, note = excluded.note,"
                       " changed = excluded.changed"_s,
                    { put.entry.id, text(conceptId), studyStateName(study.state), text(study.note),
                        now })
                && libraryTexts::indexNote(
                    m_database, put.entry.id, conceptId, study.note, m_error);
            if (!isWritten)
                return false;
        }
        return true;
    }
    /// If it is known.
    bool logFinish(const RoadmapPut& put, const QString& conceptId)
    {
        const auto finish = put.finishes.constFind(conceptId);
        if (finish == put.finishes.cend())
            return true;
        return run(u"INSERT INTO study_log (roadmap, concept, moment, from_state, to_state, hours)"
                   " SELECT ?, ?, ?, coalesce((SELECT state FROM concept_studies"
                   " WHERE roadmap = ? AND concept = ?), ?), ?, ?"_s,
            { put.entry.id, text(conceptId), text(written(finish->moment)), put.entry.id,
                text(conceptId), studyStateName(StudyState::ToDo), studyStateName(StudyState::Done),
                finish->hours });
    }
    /// If it was done.
    bool logEndOfFinish(
        const QString& id, const QString& conceptId, StudyState state, const QString& now)
    {
        return run(u"INSERT INTO study_log (roadmap, concept, moment, from_state, to_state, hours)"
                   " SELECT roadmap, concept, ?, state, ?, 0 FROM concept_studies"
                   " WHERE roadmap = ? AND concept = ? AND state = ?"_s,
            { now, studyStateName(state), id, text(conceptId), studyStateName(StudyState::Done) });
    }
    bool log(const QString& id, const StudyStep& step)
    {
        return run(u"INSERT INTO study_log (roadmap, concept, moment, from_state, to_state, hours)"
                   " VALUES (?, ?, ?, ?, ?, ?)"_s,
            { id, text(step.conceptId), written(step.moment), studyStateName(step.from),
                studyStateName(step.to), step.hours });
    }
    /// Of a roadmap or run that must be there, as where more of it is written.
    bool update(const QString& statement, const QVariantList& values)
    {
        if (!run(statement, values))
            return false;
        if (valueOfSql(m_database, u"SELECT changes()"_s, m_error).toInt() > 0)
            return true;
        return isMissing();
    }
    /// The same of one of which other rows are written.
    bool isThere(const QString& id)
    {
        return valueOfSql(m_database, u"SELECT 1 FROM roadmaps WHERE id = ?"_s, m_error, { id })
                   .isValid()
            || isMissing();
    }
    /// Sets the error, if there is no other.
    bool isMissing()
    {
        const QString constraint = u"19"_s; // SQLite's code
        if (!m_error.isValid())
            m_error = QSqlError({}, u"no such row"_s, QSqlError::StatementError, constraint);
        return false;
    }
    bool run(const QString& statement, const QVariantList& values)
    {
        return runSql(m_database, statement, m_error, values);
    }

    /// With milliseconds and the offset from UTC, which is part of what is kept.
    static QString written(const QDateTime& moment)
    {
        return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
    }
    /// An empty text, not NULL.
    static QString text(const QString& some) { return some.isNull() ? u""_s : some; }
    static QString jsonText(const json::value& value)
    {
        return QString::fromUtf8(writeJson(value));
    }

    /// Empty: there are none.
    static QString extrasText(const LibraryEntry& entry)
    {
        if (entry.fileExtras.empty() && entry.designExtras.empty())
            return u""_s;
        return jsonText(
            json::object { { "file", entry.fileExtras }, { "design", entry.designExtras } });
    }

    QSqlDatabase& m_database;
    QSqlError& m_error;
};

} // namespace

bool write(const LibraryChange& change, QSqlDatabase& database, QSqlError& error)
{
    Pen pen(database, error);
    return std::visit([&pen](const auto& each) { return pen.write(each); }, change);
}

} // namespace roadloom
