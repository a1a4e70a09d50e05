// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryTexts.h"

#include "core/roadmap/RoadmapJson.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/RunReading.h"
#include "core/storage/SearchText.h"
#include "core/storage/SqlStatement.h"
#include "core/stream/AnswerSplitter.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace roadloom::libraryTexts {

namespace {

/// Whose a text is: a roadmap's, or a run's.
struct Owner {
    QVariant roadmap {};
    QVariant run {};
    QString conceptId {}; ///< empty: not of one

    [[nodiscard]] QVariantList values() const
    {
        return { roadmap, run, conceptId.isNull() ? u""_s : conceptId };
    }
};

/// In the place of what the owner had there. What goes from text_places goes from texts as well.
bool put(
    QSqlDatabase& database, const Owner& owner, Place place, const QString& text, QSqlError& error)
{
    if (!runSql(database,
            u"DELETE FROM text_places"
            " WHERE roadmap IS ? AND run IS ? AND concept = ? AND place = ?"_s,
            error, owner.values() + QVariantList { int(place) }))
        return false;
    const QString words = searchText::indexed(text);
    if (words.isEmpty())
        return true;
    return runSql(database, u"INSERT INTO texts (words) VALUES (?)"_s, error, { words })
        && runSql(database,
            u"INSERT INTO text_places (id, roadmap, run, concept, place)"
            " VALUES (last_insert_rowid(), ?, ?, ?, ?)"_s,
            error, owner.values() + QVariantList { int(place) });
}

QString textOf(const Roadmap& roadmap)
{
    QStringList texts;
    for (const Stage& stage : roadmap.stages) {
        texts += { stage.name, stage.description };
        for (const Module& module : stage.modules) {
            texts += { module.name, module.description };
            for (const Concept& item : module.concepts)
                texts += QStringList { item.name, item.description } + item.keywords;
        }
    }
    return texts.join(u'\n');
}

/// What the agents said to the learner. Each has one answer at a time, and stages of a design,
/// which come side by side, have one each.
QString textOf(const QList<AgentEvent>& events)
{
    QString text;
    std::map<std::pair<AgentId, QString>, AnswerSplitter> answers;
    for (const AgentEvent& event : events) {
        if (const auto* chunk = std::get_if<ChunkEvent>(&event))
            text += answers[{ chunk->agent, chunk->stage }].feed(chunk->content);
        else if (std::holds_alternative<CompleteEvent>(event)
            || std::holds_alternative<AttemptFailedEvent>(event))
            answers.clear();
    }
    return text;
}

} // namespace

bool indexTitle(QSqlDatabase& database, const QString& roadmap, QSqlError& error)
{
    const QString words = valueOfSql(database,
        u"SELECT title || char(10) || goal || char(10) || coalesce("
        "(SELECT group_concat(tag, char(10)) FROM roadmap_tags WHERE roadmap = roadmaps.id), '')"
        " FROM roadmaps WHERE id = ?"_s,
        error, { roadmap })
                              .toString();
    return !error.isValid() && put(database, { .roadmap = roadmap }, Place::Title, words, error);
}

bool index(QSqlDatabase& database, const QString& id, const Roadmap& roadmap, QSqlError& error)
{
    return indexTitle(database, id, error)
        && put(database, { .roadmap = id }, Place::Concepts, textOf(roadmap), error);
}

bool indexNote(QSqlDatabase& database, const QString& roadmap, const QString& conceptId,
    const QString& note, QSqlError& error)
{
    return put(database, { .roadmap = roadmap, .run = {}, .conceptId = conceptId }, Place::Notes,
        note, error);
}

bool indexRun(QSqlDatabase& database, const QString& run, QSqlError& error)
{
    const Result<std::optional<RecordedRun>> read = RunReading(database, {}).run(run);
    if (!read || !read.value())
        return true; // worth keeping, even if nobody finds it
    return put(database, { .run = run }, Place::Conversation, textOf(read.value()->events), error);
}

bool indexAll(QSqlDatabase& database, QSqlError& error)
{
    QSqlQuery roadmaps(database);
    if (!roadmaps.exec(u"SELECT id, roadmap FROM roadmaps"_s)) {
        error = roadmaps.lastError();
        return false;
    }
    while (roadmaps.next()) {
        const Result<json::value> value = parseJson(roadmaps.value(1).toString().toUtf8());
        const Result<Roadmap> read
            = value ? readRoadmap(value.value()) : Result<Roadmap>(value.error());
        if (!index(database, roadmaps.value(0).toString(), read ? read.value() : Roadmap(), error))
            return false;
    }
    QSqlQuery notes(database);
    if (!notes.exec(u"SELECT roadmap, concept, note FROM concept_studies WHERE note != ''"_s)) {
        error = notes.lastError();
        return false;
    }
    while (notes.next()) {
        if (!indexNote(database, notes.value(0).toString(), notes.value(1).toString(),
                notes.value(2).toString(), error))
            return false;
    }
    QSqlQuery runs(database);
    if (!runs.exec(u"SELECT id FROM runs WHERE state != 'running'"_s)) {
        error = runs.lastError();
        return false;
    }
    while (runs.next()) {
        if (!indexRun(database, runs.value(0).toString(), error))
            return false;
    }
    return true;
}

Result<QList<Hit>> search(
    QSqlDatabase& database, const QString& path, const QString& typed, int most)
{
    const QString expression = searchText::expressionFor(typed);
    if (expression.isEmpty())
        return QList<Hit>();
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT roadmaps.id, min(text_places.place) AS best FROM texts"
                  " JOIN text_places ON text_places.id = texts.rowid"
                  " LEFT JOIN runs ON runs.id = text_places.run"
                  " JOIN roadmaps ON roadmaps.id = coalesce(text_places.roadmap, runs.roadmap)"
                  " WHERE texts MATCH ? GROUP BY roadmaps.id"
                  " ORDER BY best, julianday(roadmaps.opened) DESC, roadmaps.id LIMIT ?"_s);
    query.addBindValue(expression);
    query.addBindValue(most);
    if (!query.exec())
        return libraryError(path, query.lastError());
    QList<Hit> hits;
    while (query.next())
        hits.append({ .roadmap = query.value(0).toString(),
            .place = Place(std::clamp(query.value(1).toInt(), 0, int(Place::Conversation))) });
    if (query.lastError().isValid())
        return libraryError(path, query.lastError());
    return hits;
}

} // namespace roadloom::libraryTexts
