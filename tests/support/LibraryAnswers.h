// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"

#include <QSignalSpy>

#include <optional>

// What a library is asked for, waited for, and what is studied there.
namespace roadloom {

inline void mark(Library& library, const QString& id, const QString& conceptId, StudyState state)
{
    library.saveStep(id,
        { .conceptId = conceptId,
            .moment = QDateTime::currentDateTime(),
            .from = StudyState::ToDo,
            .to = state,
            .hours = 1.0 });
}

inline Result<KeptRoadmap> readNow(Library& library, const QString& id)
{
    std::optional<Result<KeptRoadmap>> answer;
    QSignalSpy spy(&library, &Library::roadmapRead);
    const auto connection = QObject::connect(
        &library, &Library::roadmapRead, [&](const QString& read, const Result<KeptRoadmap>& kept) {
            if (read == id)
                answer = kept;
        });
    library.readRoadmap(id);
    while (!answer && spy.wait()) { }
    QObject::disconnect(connection);
    return answer.value_or(Error { ErrorKind::Timeout, {}, {} });
}

inline Result<QList<LibraryLine>> listNow(Library& library, int most = -1)
{
    std::optional<Result<QList<LibraryLine>>> answer;
    QSignalSpy spy(&library, &Library::listRead);
    const auto connection = QObject::connect(&library, &Library::listRead,
        [&](const Result<QList<LibraryLine>>& lines) { answer = lines; });
    library.readList(most);
    while (!answer && spy.wait()) { }
    QObject::disconnect(connection);
    return answer.value_or(Error { ErrorKind::Timeout, {}, {} });
}

/// Also of what is archived and in the bin.
inline Result<QList<LibraryLine>> historyNow(Library& library)
{
    std::optional<Result<QList<LibraryLine>>> answer;
    QSignalSpy spy(&library, &Library::historyRead);
    const auto connection = QObject::connect(&library, &Library::historyRead,
        [&](const Result<QList<LibraryLine>>& lines) { answer = lines; });
    library.readHistory();
    while (!answer && spy.wait()) { }
    QObject::disconnect(connection);
    return answer.value_or(Error { ErrorKind::Timeout, {}, {} });
}

inline Result<QList<RoadmapVersion>> versionsNow(Library& library, const QString& id)
{
    std::optional<Result<QList<RoadmapVersion>>> answer;
    QSignalSpy spy(&library, &Library::versionsRead);
    const auto connection = QObject::connect(&library, &Library::versionsRead,
        [&](const QString& read, const Result<QList<RoadmapVersion>>& versions) {
            if (read == id)
                answer = versions;
        });
    library.readVersions(id);
    while (!answer && spy.wait()) { }
    QObject::disconnect(connection);
    return answer.value_or(Error { ErrorKind::Timeout, {}, {} });
}

inline Result<CurriculumDesign> versionNow(Library& library, const QString& id, qint64 version)
{
    std::optional<Result<CurriculumDesign>> answer;
    QSignalSpy spy(&library, &Library::versionRead);
    const auto connection = QObject::connect(&library, &Library::versionRead,
        [&](const QString& read, qint64 number, const Result<CurriculumDesign>& design) {
            if (read == id && number == version)
                answer = design;
        });
    library.readVersion(id, version);
    while (!answer && spy.wait()) { }
    QObject::disconnect(connection);
    return answer.value_or(Error { ErrorKind::Timeout, {}, {} });
}

inline Result<QList<RunLine>> unfinishedNow(Library& library)
{
    std::optional<Result<QList<RunLine>>> answer;
    QSignalSpy spy(&library, &Library::unfinishedRead);
    const auto connection = QObject::connect(&library, &Library::unfinishedRead,
        [&](const Result<QList<RunLine>>& lines) { answer = lines; });
    library.readUnfinished();
    while (!answer && spy.wait()) { }
    QObject::disconnect(connection);
    return answer.value_or(Error { ErrorKind::Timeout, {}, {} });
}

inline Result<RecordedRun> runNow(Library& library, const QString& id)
{
    std::optional<Result<RecordedRun>> answer;
    QSignalSpy spy(&library, &Library::runRead);
    const auto connection = QObject::connect(
        &library, &Library::runRead, [&](const QString& read, const Result<RecordedRun>& run) {
            if (read == id)
                answer = run;
        });
    library.readRun(id);
    while (!answer && spy.wait()) { }
    QObject::disconnect(connection);
    return answer.value_or(Error { ErrorKind::Timeout, {}, {} });
}

inline ConceptStudies studiesNow(Library& library, const QString& id)
{
    const Result<KeptRoadmap> kept = readNow(library, id);
    return kept ? kept.value().studies : ConceptStudies();
}

} // namespace roadloom
