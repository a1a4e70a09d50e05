// SPDX-License-Identifier: Apache-2.0
#include "core/storage/Library.h"

#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

/// With milliseconds and the offset from UTC, which is part of what is kept.
QString written(const QDateTime& moment)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QDateTime momentOf(const QVariant& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

/// For texts that sort as the moments do.
QString sortable(const QDateTime& moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

bool run(
    QSqlDatabase& database, const QString& statement, const QVariantList& values, QSqlError& error)
{
    QSqlQuery query(database);
    query.prepare(statement);
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (query.exec())
        return true;
    error = query.lastError();
    return false;
}

/// An empty text, not NULL.
QString text(const QString& some)
{
    return some.isNull() ? u""_s : some;
}

QString jsonText(const json::value& value)
{
    return QString::fromUtf8(writeJson(value));
}

Result<LibraryEntry> entryOf(const QSqlQuery& row)
{
    const Result<json::value> roadmap = parseJson(row.value(1).toString().toUtf8());
    const Result<json::value> request = parseJson(row.value(2).toString().toUtf8());
    if (!roadmap)
        return roadmap.error();
    const Result<Roadmap> read = readRoadmap(roadmap.value());
    if (!read)
        return read.error();
    LibraryEntry entry { .id = row.value(0).toString(),
        .roadmap = read.value(),
        .request = {},
        .created = momentOf(row.value(3)),
        .opened = momentOf(row.value(4)),
        .hoursPerWeek = row.value(5).toInt() };
    // A roadmap is worth more than the wish behind it.
    if (request) {
        if (const Result<LearnerRequest> wish = readLearnerRequest(request.value()))
            entry.request = wish.value();
    }
    return entry;
}

} // namespace

/// Of one roadmap, in a transaction of its own.
struct Library::Change {
    enum class Kind { Put, Remove, Open, Study };

    Kind kind = Kind::Study;
    QString id;
    std::function<bool(QSqlDatabase& database, QSqlError& error)> make;
};

/// Writes on the library's thread. Its connection is opened there, with the first change.
class Library::Writer : public QObject {
public:
    Writer(QString path, Library& library)
        : m_path(std::move(path))
        , m_library(library)
    {
    }

    void write(const Change& change, quint64 number)
    {
        if (const std::optional<Error> error = make(change))
            tell([error](Library& library) { Q_EMIT library.failed(*error); });
        m_library.m_written = number;
        tell(&Library::noteWritten);
    }

    /// The last connection to close, one that may write, leaves nothing beside the file.
    void finish()
    {
        // What still fails was told when it failed first.
        for (const Change& put : std::exchange(m_unfinished, {}))
            static_cast<void>(commit(put));
        static_cast<void>(open());
        m_file.close();
    }

private:
    std::optional<Error> make(const Change& change)
    {
        using enum Change::Kind;
        if (change.kind == Put || change.kind == Remove)
            m_unfinished.remove(change.id);
        const auto unfinished = m_unfinished.constFind(change.id);
        if (unfinished != m_unfinished.constEnd()) {
            // Without its roadmap it would have no place.
            if (std::optional<Error> error = commit(*unfinished))
                return error;
            m_unfinished.erase(unfinished);
            tell([](Library& library) { library.m_isListOld = true; });
        }
        std::optional<Error> error = commit(change);
        if (error && change.kind == Put)
            m_unfinished.insert(change.id, change);
        return error;
    }

    std::optional<Error> open()
    {
        if (m_file.isOpen())
            return std::nullopt;
        return m_file.open(m_path, LibraryFile::Use::ReadAndWrite);
    }

    std::optional<Error> commit(const Change& change)
    {
        if (std::optional<Error> error = open())
            return error;
        QSqlDatabase& database = m_file.database();
        QSqlError error;
        QSqlError ignored;
        const bool isCareful = change.kind == Change::Kind::Put;
        if (isCareful)
            run(database, u"PRAGMA synchronous = FULL"_s, {}, ignored);
        // Immediate, so that it waits for another program instead of failing half way.
        const bool isDone = run(database, u"BEGIN IMMEDIATE"_s, {}, error)
            && change.make(database, error) && run(database, u"COMMIT"_s, {}, error);
        if (!isDone)
            run(database, u"ROLLBACK"_s, {}, ignored);
        if (isCareful)
            run(database, u"PRAGMA synchronous = NORMAL"_s, {}, ignored);
        return isDone ? std::nullopt : std::optional(libraryError(m_path, error));
    }

    template <typename What>
    void tell(What what)
    {
        // The library outlives its thread.
        QMetaObject::invokeMethod(
            &m_library, [&library = m_library, what] { std::invoke(what, library); },
            Qt::QueuedConnection);
    }

    QString m_path;
    Library& m_library;
    LibraryFile m_file;
    QHash<QString, Change> m_unfinished; ///< roadmaps that could not be put
};

Library::Library(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_path(QDir(folder).filePath(u"library.sqlite"_s))
{
    m_thread.setObjectName(u"library"_s);
}

Library::~Library()
{
    m_reader.close();
    if (!isWritable())
        return;
    QMetaObject::invokeMethod(
        m_writer, [writer = m_writer] { writer->finish(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

std::optional<Error> Library::open()
{
    PreparedLibrary prepared = prepareLibrary(m_path);
    const std::optional<Error> problem = prepared.problem;
    if (prepared.state == LibraryFileState::Damaged) {
        prepared = prepareLibrary(m_path);
        if (prepared.state == LibraryFileState::Damaged)
            return prepared.problem;
    }
    if (prepared.state == LibraryFileState::Unreachable)
        return prepared.problem;
    if (std::optional<Error> error
        = m_reader.open(m_path, LibraryFile::Use::Read, prepared.isFrozen))
        return error;
    if (prepared.state != LibraryFileState::Newer && !prepared.isFrozen) {
        m_writer = new Writer(m_path, *this);
        m_writer->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
        m_thread.start();
    }
    return problem ? problem : prepared.problem;
}

QString Library::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void Library::write(Change change)
{
    if (!isWritable())
        return; // open() has said so
    using enum Change::Kind;
    ++m_asked;
    if (change.kind != Open)
        m_lastOf.insert(change.id, m_asked);
    if (change.kind != Study)
        m_isListOld = true;
    QMetaObject::invokeMethod(
        m_writer,
        [writer = m_writer, change = std::move(change), number = m_asked] {
            writer->write(change, number);
        },
        Qt::QueuedConnection);
}

/// Told once for many changes.
void Library::noteWritten()
{
    if (m_written == m_asked && std::exchange(m_isListOld, false))
        Q_EMIT listChanged();
}

/// Not for those of others: they may take long.
void Library::awaitChangesOf(const QString& id)
{
    if (m_lastOf.value(id) > m_written)
        flush();
}

void Library::put(const LibraryEntry& entry)
{
    write({ .kind = Change::Kind::Put,
        .id = entry.id,
        .make = [entry](QSqlDatabase& database, QSqlError& error) {
            return run(database,
                u"INSERT INTO roadmaps (id, wire_id, title, request, roadmap, concepts,"
                " created, opened, hours_per_week) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT "
                "(id) DO UPDATE SET"
                " wire_id = excluded.wire_id, title = excluded.title, request = excluded.request,"
                " roadmap = excluded.roadmap, concepts = excluded.concepts,"
                " opened = excluded.opened,"
                " hours_per_week = excluded.hours_per_week"_s,
                { entry.id, text(entry.roadmap.id), text(entry.roadmap.title),
                    jsonText(toJson(entry.request)), jsonText(toJson(entry.roadmap)),
                    int(conceptCount(entry.roadmap)), written(entry.created), written(entry.opened),
                    entry.hoursPerWeek },
                error);
        } });
}

void Library::setHoursPerWeek(const QString& id, int hours)
{
    write({ .kind = Change::Kind::Study,
        .id = id,
        .make = [id, hours](QSqlDatabase& database, QSqlError& error) {
            return run(database, u"UPDATE roadmaps SET hours_per_week = ? WHERE id = ?"_s,
                { hours, id }, error);
        } });
}

void Library::noteOpened(const QString& id, const QDateTime& moment)
{
    write({ .kind = Change::Kind::Open,
        .id = id,
        .make = [id, moment](QSqlDatabase& database, QSqlError& error) {
            return run(database, u"UPDATE roadmaps SET opened = ? WHERE id = ?"_s,
                { written(moment), id }, error);
        } });
}

void Library::remove(const QString& id)
{
    write({ .kind = Change::Kind::Remove,
        .id = id,
        .make = [id](QSqlDatabase& database, QSqlError& error) {
            return run(database, u"DELETE FROM roadmaps WHERE id = ?"_s, { id }, error);
        } });
}

void Library::saveStudy(const QString& id, const QString& conceptId, const ConceptStudy& study,
    const std::optional<StudyStep>& step)
{
    const QDateTime now = QDateTime::currentDateTime();
    write({ .kind = Change::Kind::Study,
        .id = id,
        .make = [=](QSqlDatabase& database, QSqlError& error) {
            return run(database,
                       u"INSERT INTO concept_studies (roadmap, concept, state, note, changed)"
                       " VALUES (?, ?, ?, ?, ?) ON CONFLICT (roadmap, concept) DO UPDATE SET"
                       " state = excluded.state, note = excluded.note, changed = excluded.changed"_s,
                       { id, text(conceptId), studyStateName(study.state), text(study.note),
                           written(now) },
                       error)
                && (!step
                    || run(database,
                        u"INSERT INTO study_log (roadmap, concept, moment, from_state,"
                        " to_state, hours) VALUES (?, ?, ?, ?, ?, ?)"_s,
                        { id, text(conceptId), written(step->moment), studyStateName(step->from),
                            studyStateName(step->to), step->hours },
                        error));
        } });
}

Result<QList<LibraryLine>> Library::list(int most)
{
    if (!isOpen())
        return notOpen();
    m_isListOld = m_isListOld || m_written != m_asked;
    QSqlQuery query(m_reader.database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT id, title, created, opened, concepts,"
                  " (SELECT count(*) FROM concept_studies WHERE roadmap = roadmaps.id"
                  "  AND state IN (?, ?))"
                  " FROM roadmaps ORDER BY julianday(opened) DESC, id LIMIT ?"_s);
    query.addBindValue(studyStateName(StudyState::Done));
    query.addBindValue(studyStateName(StudyState::Known));
    query.addBindValue(most);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    QList<LibraryLine> lines;
    while (query.next())
        lines.append({ .id = query.value(0).toString(),
            .title = query.value(1).toString(),
            .created = momentOf(query.value(2)),
            .opened = momentOf(query.value(3)),
            .concepts = query.value(4).toInt(),
            .learnt = std::min(query.value(4).toInt(), query.value(5).toInt()) });
    return lines;
}

Result<LibraryEntry> Library::read(const QString& id)
{
    if (!isOpen())
        return notOpen();
    awaitChangesOf(id);
    QSqlQuery query(m_reader.database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT id, roadmap, request, created, opened, hours_per_week FROM roadmaps"
                  " WHERE id = ?"_s);
    query.addBindValue(id);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    if (!query.next())
        return Error { ErrorKind::NotFound,
            Translation::tr("This roadmap is no longer in the library."), id };
    return entryOf(query);
}

Result<ConceptStudies> Library::studies(const QString& id)
{
    if (!isOpen())
        return notOpen();
    awaitChangesOf(id);
    QSqlQuery query(m_reader.database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT concept, state, note FROM concept_studies WHERE roadmap = ?"_s);
    query.addBindValue(id);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    ConceptStudies studies;
    while (query.next())
        studies.insert(query.value(0).toString(),
            { .state = studyStateFromName(query.value(1).toString()).value_or(StudyState::ToDo),
                .note = query.value(2).toString() });
    return studies;
}

Result<QList<StudyStep>> Library::finishedSince(const QString& id, const QDateTime& moment)
{
    if (!isOpen())
        return notOpen();
    awaitChangesOf(id);
    QSqlQuery query(m_reader.database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT concept, moment, from_state, hours FROM study_log WHERE step IN"
                  " (SELECT max(step) FROM study_log WHERE roadmap = ? GROUP BY concept)"
                  " AND to_state = 'done' AND julianday(moment) >= julianday(?)"_s);
    query.addBindValue(id);
    query.addBindValue(sortable(moment));
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    QList<StudyStep> steps;
    while (query.next())
        steps.append({ .conceptId = query.value(0).toString(),
            .moment = momentOf(query.value(1)),
            .from = studyStateFromName(query.value(2).toString()).value_or(StudyState::ToDo),
            .to = StudyState::Done,
            .hours = query.value(3).toDouble() });
    return steps;
}

void Library::flush()
{
    if (isWritable())
        QMetaObject::invokeMethod(
            m_writer, [] {}, Qt::BlockingQueuedConnection);
}

Error Library::notOpen() const
{
    return { ErrorKind::Internal,
        Translation::tr("The library %1 is not open.").arg(QDir::toNativeSeparators(m_path)), {} };
}

} // namespace roadloom
