// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryReading.h"

#include "core/roadmap/RoadmapJson.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibraryTags.h"
#include "core/storage/SqlStatement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Of a row of roadmaps, a line each.
constexpr auto tagsColumn
    = "(SELECT group_concat(tag, char(10)) FROM roadmap_tags WHERE roadmap = roadmaps.id)"_L1;

QStringList tagsOf(const QVariant& lines)
{
    return libraryTags::from(lines.toString().split(u'\n'));
}

json::object objectIn(const json::value& value, json::string_view key)
{
    const json::object* const whole = value.if_object();
    const json::value* const member = whole != nullptr ? whole->if_contains(key) : nullptr;
    return member != nullptr && member->is_object() ? member->get_object() : json::object();
}

Result<LibraryEntry> entryOf(const QSqlQuery& row)
{
    const Result<json::value> roadmap = parseJson(row.value(1).toString().toUtf8());
    const Result<json::value> request = parseJson(row.value(2).toString().toUtf8());
    if (!roadmap)
        return roadmap.error();
    Result<Roadmap> read = readRoadmap(roadmap.value());
    if (!read)
        return read.error();
    LibraryEntry entry { .id = row.value(0).toString(),
        .roadmap = std::move(read).value(),
        .request = {},
        .created = momentOf(row.value(3)),
        .opened = momentOf(row.value(4)),
        .hoursPerWeek = row.value(5).toInt(),
        .rationale = row.value(6).toString() };
    // A roadmap is worth more than the wish behind it.
    if (request) {
        if (const Result<LearnerRequest> wish = readLearnerRequest(request.value()))
            entry.request = wish.value();
    }
    if (const Result<json::value> extras = parseJson(row.value(7).toString().toUtf8())) {
        entry.fileExtras = objectIn(extras.value(), "file");
        entry.designExtras = objectIn(extras.value(), "design");
    }
    return entry;
}

/// While it lives, the file stays as it is for who reads, whatever other programs do.
class Glance {
public:
    explicit Glance(QSqlDatabase& database)
        : m_database(database)
    {
        QSqlQuery(m_database).exec(u"BEGIN"_s);
    }
    ~Glance() { QSqlQuery(m_database).exec(u"ROLLBACK"_s); }
    Q_DISABLE_COPY_MOVE(Glance)

private:
    QSqlDatabase& m_database;
};

} // namespace

LibraryReading::LibraryReading(QSqlDatabase& database, const QString& path)
    : m_database(database)
    , m_path(path)
{
}

Result<QList<LibraryLine>> LibraryReading::lines(int most) const
{
    return linesOf(u"WHERE archived = 0 AND removed IS NULL"_s, most);
}

Result<QList<LibraryLine>> LibraryReading::history() const
{
    return linesOf({}, -1);
}

Result<QList<LibraryLine>> LibraryReading::line(const QString& id) const
{
    return linesOf(u"WHERE id = ?"_s, 1, id);
}

Result<QList<LibraryLine>> LibraryReading::linesOf(
    const QString& which, int most, const std::optional<QString>& id) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare("SELECT id, title, goal, wire_id, created, opened, concepts,"
                  " (SELECT count(*) FROM concept_studies WHERE roadmap = roadmaps.id"
                  "  AND state IN (?, ?)), archived, removed,"
                  " (SELECT count(*) FROM roadmap_versions WHERE roadmap = roadmaps.id), "_L1
        + tagsColumn + " FROM roadmaps "_L1 + which
        + " ORDER BY julianday(opened) DESC, id LIMIT ?"_L1);
    query.addBindValue(studyStateName(StudyState::Done));
    query.addBindValue(studyStateName(StudyState::Known));
    if (id)
        query.addBindValue(*id);
    query.addBindValue(most);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    QList<LibraryLine> lines;
    while (query.next())
        lines.append({ .id = query.value(0).toString(),
            .title = query.value(1).toString(),
            .goal = query.value(2).toString(),
            .wireId = query.value(3).toString(),
            .created = momentOf(query.value(4)),
            .opened = momentOf(query.value(5)),
            .concepts = query.value(6).toInt(),
            .learnt = std::min(query.value(6).toInt(), query.value(7).toInt()),
            .tags = tagsOf(query.value(11)),
            .isArchived = query.value(8).toBool(),
            .removed = momentOf(query.value(9)),
            .versions = std::max(1, query.value(10).toInt()) });
    if (const std::optional<Error> error = errorAfter(query))
        return *error;
    return lines;
}

/// Of a query whose rows were all asked for: it may have ended at one that cannot be read.
std::optional<Error> LibraryReading::errorAfter(const QSqlQuery& query) const
{
    if (!query.lastError().isValid())
        return std::nullopt;
    return libraryError(m_path, query.lastError());
}

bool LibraryReading::has(const QString& id) const
{
    QSqlQuery query(m_database);
    query.prepare(u"SELECT 1 FROM roadmaps WHERE id = ?"_s);
    query.addBindValue(id);
    return query.exec() && query.next();
}

Result<std::optional<KeptRoadmap>> LibraryReading::roadmap(const QString& id) const
{
    const Glance glance(m_database);
    Result<std::optional<KeptRoadmap>> kept = entry(id);
    if (!kept || !kept.value())
        return kept;
    KeptRoadmap whole = *std::move(kept).value();
    if (auto error = readStudies(whole))
        return *error;
    if (auto error = readFinishes(whole))
        return *error;
    QSqlError ignored;
    whole.run = valueOfSql(m_database,
        u"SELECT id FROM runs WHERE roadmap = ? ORDER BY julianday(begun) DESC LIMIT 1"_s, ignored,
        { id })
                    .toString();
    return std::optional(std::move(whole));
}

Result<std::optional<KeptRoadmap>> LibraryReading::entry(const QString& id) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare("SELECT id, roadmap, request, created, opened, hours_per_week, rationale,"
                  " extras, archived, removed, renamed, "_L1
        + tagsColumn + " FROM roadmaps WHERE id = ?"_L1);
    query.addBindValue(id);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    if (!query.next())
        return std::optional<KeptRoadmap>();
    Result<LibraryEntry> entry = entryOf(query);
    if (!entry)
        return entry.error();
    return std::optional(KeptRoadmap { .entry = std::move(entry).value(),
        .studies = {},
        .finishes = {},
        .tags = tagsOf(query.value(11)),
        .isArchived = query.value(8).toBool(),
        .removed = momentOf(query.value(9)),
        .isRenamed = query.value(10).toBool() });
}

std::optional<Error> LibraryReading::readStudies(KeptRoadmap& kept) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT concept, state, note FROM concept_studies WHERE roadmap = ?"_s);
    query.addBindValue(kept.entry.id);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    while (query.next())
        kept.studies.insert(query.value(0).toString(),
            { .state = studyStateFromName(query.value(1).toString()).value_or(StudyState::ToDo),
                .note = query.value(2).toString() });
    return errorAfter(query);
}

std::optional<Error> LibraryReading::readFinishes(KeptRoadmap& kept) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT concept, moment, hours FROM study_log WHERE step IN"
                  " (SELECT max(step) FROM study_log WHERE roadmap = ? GROUP BY concept)"
                  " AND to_state = ?"_s);
    query.addBindValue(kept.entry.id);
    query.addBindValue(studyStateName(StudyState::Done));
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    while (query.next())
        kept.finishes.insert(query.value(0).toString(),
            { .moment = momentOf(query.value(1)), .hours = query.value(2).toDouble() });
    return errorAfter(query);
}

QDateTime momentOf(const QVariant& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

void sortByOpening(QList<LibraryLine>& lines)
{
    std::ranges::sort(lines, [](const LibraryLine& one, const LibraryLine& other) {
        return one.opened != other.opened ? one.opened > other.opened : one.id < other.id;
    });
}

} // namespace roadloom
