// SPDX-License-Identifier: Apache-2.0
#include "core/storage/VersionReading.h"

#include "core/roadmap/RoadmapJson.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibraryReading.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

Result<Roadmap> roadmapFrom(const QVariant& content)
{
    const Result<json::value> value = parseJson(content.toString().toUtf8());
    return value ? readRoadmap(value.value()) : Result<Roadmap>(value.error());
}

} // namespace

VersionReading::VersionReading(QSqlDatabase& database, const QString& path)
    : m_database(database)
    , m_path(path)
{
}

Result<QList<RoadmapVersion>> VersionReading::versions(const QString& roadmap) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT version, made, content FROM roadmap_versions WHERE roadmap = ?"
                  " ORDER BY version DESC"_s);
    query.addBindValue(roadmap);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    QList<RoadmapVersion> versions;
    bool isNewest = true;
    while (query.next()) {
        if (const Result<Roadmap> read = roadmapFrom(query.value(2)))
            versions.append({ .version = query.value(0).toLongLong(),
                .made = momentOf(query.value(1)),
                .title = read.value().title,
                .concepts = int(conceptCount(read.value())),
                .isCurrent = isNewest });
        isNewest = false;
    }
    if (query.lastError().isValid())
        return libraryError(m_path, query.lastError());
    return versions;
}

Result<std::optional<CurriculumDesign>> VersionReading::design(
    const QString& roadmap, qint64 version) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT content, rationale FROM roadmap_versions"
                  " WHERE roadmap = ? AND version = ?"_s);
    query.addBindValue(roadmap);
    query.addBindValue(version);
    if (!query.exec())
        return libraryError(m_path, query.lastError());
    if (!query.next())
        return std::optional<CurriculumDesign>();
    Result<Roadmap> read = roadmapFrom(query.value(0));
    if (!read)
        return read.error();
    return std::optional(CurriculumDesign { .framework = std::move(read).value(),
        .designRationale = query.value(1).toString(),
        .extras = {} });
}

} // namespace roadloom
