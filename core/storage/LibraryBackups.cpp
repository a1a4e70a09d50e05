// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryBackups.h"

#include "core/base/PrivateFile.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/LibrarySchema.h"
#include "core/storage/SqlStatement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(LibraryBackups)
};

constexpr qsizetype keptDays = 7;
constexpr qsizetype keptWeeks = 4;
constexpr qint64 daysOfCopies = 7 * (keptWeeks + 1); ///< on that day it goes
constexpr auto namePattern = "library-%1.sqlite"_L1;

QString folderOf(const QString& library)
{
    return QFileInfo(library).absolutePath() + u"/backups"_s;
}

QString pathOf(const QString& library, const QString& word)
{
    return folderOf(library) + u'/' + QString(namePattern).arg(word);
}

Error failure(const QString& library, const QString& details)
{
    return { ErrorKind::Internal,
        Translation::tr("The library %1 could not be backed up. Check that there is room on the "
                        "disk and that you may write beside that file.")
            .arg(QDir::toNativeSeparators(library)),
        details };
}

/// All of it can be read.
bool isSound(const QString& path)
{
    LibraryFile file;
    if (file.open(path, LibraryFile::Use::Read))
        return false;
    QSqlError error;
    return valueOfSql(file.database(), u"PRAGMA application_id"_s, error).toInt()
        == librarySchema::applicationId
        && valueOfSql(file.database(), u"PRAGMA integrity_check(1)"_s, error) == u"ok"_s;
}

bool isEmpty(QSqlDatabase& database)
{
    QSqlError error;
    const auto count = valueOfSql(
        database, u"SELECT (SELECT count(*) FROM roadmaps) + (SELECT count(*) FROM runs)"_s, error);
    return !error.isValid() && count.toInt() == 0;
}

std::optional<Error> copyTo(const QString& path, const QString& library)
{
    LibraryFile file;
    if (std::optional<Error> error = file.open(library, LibraryFile::Use::Read))
        return error;
    QSqlError error;
    const QString begun = path + u".part"_s;
    QFile::remove(begun);
    // SQLite writes into an empty file, and that is for its owner alone.
    if (std::optional<Error> refused = writePrivateFile(begun, {}))
        return failure(library, refused->details);
    if (!runSql(file.database(), u"VACUUM INTO ?"_s, error, { begun })) {
        QFile::remove(begun);
        if (isLibraryDamage(libraryErrorCode(error)))
            suspectLibrary(library);
        return failure(library, error.text());
    }
    if (!isSound(begun)) {
        QFile::remove(begun);
        suspectLibrary(library);
        return failure(library, u"the copy is not sound"_s);
    }
    // In the place of an earlier one, if there is one: at no time there is none.
    std::error_code failed;
    std::filesystem::rename(begun.toStdU16String(), path.toStdU16String(), failed);
    return failed ? std::optional(failure(library, path)) : std::nullopt;
}

/// Of weeks as ISO 8601 counts them.
std::pair<int, int> weekOf(const QDate& day)
{
    int year = 0;
    const int week = day.weekNumber(&year);
    return { year, week };
}

void removeExpired(const QString& library, const QDate& today)
{
    QList<QDate> days;
    for (const LibraryBackup& backup : backupsOf(library))
        days.append(backup.day);
    for (const QDate& expired : expiredBackups(days, today))
        QFile::remove(pathOf(library, expired.toString(Qt::ISODate)));
}

/// Of a library as it was before it was brought up to date, or a backup took its place. By then
/// each of its backups is younger.
void removeOldCopies(const QString& library, const QDate& day)
{
    const QFileInfo info(library);
    const QString pattern = info.completeBaseName() + u".version-*."_s + info.suffix();
    QFileInfoList copies = info.absoluteDir().entryInfoList({ pattern }, QDir::Files);
    copies.append(QFileInfo(copyBeforeRestorePath(library)));
    for (const QFileInfo& copy : std::as_const(copies)) {
        if (copy.exists() && copy.lastModified().date().daysTo(day) >= daysOfCopies)
            QFile::remove(copy.filePath());
    }
}

} // namespace

/// Those of days to come are of a clock that went back: they are young.
QList<QDate> expiredBackups(QList<QDate> days, const QDate& today)
{
    std::ranges::sort(days, std::ranges::greater());
    QList<QDate> expired;
    QList<std::pair<int, int>> weeks;
    for (qsizetype i = 1; i < days.size(); ++i) {
        const std::pair<int, int> week = weekOf(days[i]);
        const bool isOfLastDays = i < keptDays;
        const bool isLastOfWeek = !weeks.contains(week) && weeks.size() < keptWeeks;
        if (days[i].daysTo(today) >= daysOfCopies || !(isOfLastDays || isLastOfWeek))
            expired.append(days[i]);
        else if (!isOfLastDays)
            weeks.append(week);
    }
    return expired;
}

QList<LibraryBackup> backupsOf(const QString& library)
{
    QList<LibraryBackup> backups;
    const QDir folder(folderOf(library));
    for (const QString& name : folder.entryList(
             { QString(namePattern).arg("*"_L1) }, QDir::Files, QDir::Name | QDir::Reversed)) {
        const QDate day = QDate::fromString(name.sliced(8).chopped(7), Qt::ISODate);
        if (day.isValid())
            backups.append({ .day = day, .path = folder.filePath(name) });
    }
    return backups;
}

std::optional<Error> backUpLibrary(const QString& library, const QDate& day)
{
    const QString path = pathOf(library, day.toString(Qt::ISODate));
    if (QFile::exists(path))
        return std::nullopt;
    {
        LibraryFile file;
        if (std::optional<Error> error = file.open(library, LibraryFile::Use::Read))
            return error;
        if (isEmpty(file.database())) {
            removeExpired(library, day);
            return std::nullopt;
        }
    }
    if (std::optional<Error> error = copyTo(path, library))
        return error;
    removeExpired(library, day);
    removeOldCopies(library, day); // what it has become was just read to its end
    return std::nullopt;
}

QString copyBeforeRestorePath(const QString& library)
{
    return pathOf(library, u"before-restore"_s);
}

Result<QString> copyBeforeRestore(const QString& library, const QString& backup)
{
    const QString copy = copyBeforeRestorePath(library);
    QString source = backup;
    if (backup == copy) {
        source = pathOf(library, u"to-restore"_s);
        QFile::remove(source);
        if (!QFile::rename(copy, source))
            return failure(library, copy);
    }
    if (std::optional<Error> error = copyTo(copy, library)) {
        if (source != backup)
            QFile::rename(source, copy);
        return *std::move(error);
    }
    return source;
}

} // namespace roadloom
