// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryFile.h"

#include "core/base/PrivateFile.h"
#include "core/storage/LibrarySchema.h"
#include "core/storage/SqlStatement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Library)
};

QString nothingIsWritten(const QString& path)
{
    return Translation::tr("Nothing can be written to the library %1, so nothing you change "
                           "is kept. Check that you may write to that file and its folder.")
        .arg(QDir::toNativeSeparators(path));
}

/// What its owner may do with it stays.
void closeToAllOthers(const QString& path)
{
    constexpr auto owners
        = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QFileDevice::Permissions now = QFile::permissions(path);
    if (now & others)
        QFile::setPermissions(path, now & owners);
}

bool isDamage(const QSqlError& error)
{
    return isLibraryDamage(libraryErrorCode(error));
}

/// SQLite gives what it keeps beside the file the same permissions.
void makeEmptyFile(const QString& path)
{
    const int file = ::open(
        QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0)
        ::close(file);
}

/// A file of another program's, which happens to be an SQLite file.
bool isForeign(QSqlDatabase& database, QSqlError& error)
{
    // At one moment: another program may just be making it.
    trySql(database, u"BEGIN"_s);
    const int id = valueOfSql(database, u"PRAGMA application_id"_s, error).toInt();
    const int tables = valueOfSql(database, u"SELECT count(*) FROM sqlite_master"_s, error).toInt();
    trySql(database, u"COMMIT"_s);
    return id != librarySchema::applicationId && tables > 0;
}

QString suspicionOf(const QString& path)
{
    return path + u".suspect"_s;
}

/// There is less of it than its header says. While its journal has more, that is right.
bool isCut(const QString& path)
{
    constexpr qsizetype headerSize = 100;
    QFile file(path);
    if (QFileInfo(path + u"-wal"_s).size() > 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize)
        return false;
    // https://www.sqlite.org/fileformat2.html#the_database_header
    const auto number
        = [&header](qsizetype at) { return qFromBigEndian<quint32>(header.constData() + at); };
    const quint16 written = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = written == 1 ? 65536 : written;
    const bool isCountRight = number(24) == number(92);
    return isCountRight && file.size() < pageSize * number(28);
}

LibraryFileState look(const QString& path, QSqlDatabase& database, QSqlError& error)
{
    const bool foreign = isForeign(database, error);
    if (error.isValid())
        return isDamage(error) ? LibraryFileState::Damaged : LibraryFileState::Unreachable;
    if (foreign)
        return LibraryFileState::Damaged;
    if (librarySchema::versionOf(database, error) > librarySchema::version)
        return LibraryFileState::Newer;
    if (isCut(path))
        return LibraryFileState::Damaged;
    if (!QFile::exists(suspicionOf(path)))
        return error.isValid() ? LibraryFileState::Unreachable : LibraryFileState::Usable;
    const QString found = valueOfSql(database, u"PRAGMA quick_check(1)"_s, error).toString();
    if (isDamage(error) || (!error.isValid() && found != "ok"_L1))
        return LibraryFileState::Damaged;
    return error.isValid() ? LibraryFileState::Unreachable : LibraryFileState::Usable;
}

/// With a sentence about it.
PreparedLibrary putAside(const QString& path)
{
    const Result<QString> name = setAside(path);
    if (!name)
        return { .state = LibraryFileState::Damaged, .problem = name.error() };
    QFile::remove(suspicionOf(path));
    // Or SQLite would play the old file's journal into the new one.
    for (const QString& beside : { u"-wal"_s, u"-shm"_s }) {
        if (QFile::exists(path + beside))
            QFile::rename(path + beside, name.value() + beside);
    }
    return { .state = LibraryFileState::Damaged,
        .problem = Error { ErrorKind::InvalidInput,
            Translation::tr("The library %1 was damaged or is another program's. It was kept as "
                            "%2, and a new one was begun.")
                .arg(QDir::toNativeSeparators(path), QDir::toNativeSeparators(name.value())),
            {} },
        .setAside = name.value() };
}

} // namespace

LibraryFile::~LibraryFile()
{
    close();
}

std::optional<Error> LibraryFile::open(const QString& path, Use use, bool isFrozen)
{
    // Busy: a second program has the file for as long as one short transaction takes. Who reads
    // waits for none, but where a program tidies up as it ends.
    const QString options = use == Use::Read
        ? u"QSQLITE_BUSY_TIMEOUT=500;QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s
        : u"QSQLITE_BUSY_TIMEOUT=3000"_s;
    QString file = path;
    // "Immutable" also means that what a killed program left beside the file is not looked at.
    if (use == Use::Read && isFrozen && QFileInfo(path + u"-wal"_s).size() == 0)
        file = QString::fromUtf8(QUrl::fromLocalFile(path).toEncoded()) + u"?immutable=1"_s;
    QSqlError error;
    // What was committed is on the disk, even if the power fails.
    if (connectTo(file, options, error)
        && (use == Use::Read
            || (runSql(m_database, u"PRAGMA journal_mode = WAL"_s, error)
                && runSql(m_database, u"PRAGMA synchronous = FULL"_s, error))))
        return std::nullopt;
    close();
    m_failure = libraryErrorCode(error);
    return libraryError(path, error);
}

std::optional<Error> LibraryFile::openInOurForm(const QString& path, bool isFrozen)
{
    if (std::optional<Error> failed = open(path, Use::Read, isFrozen))
        return failed;
    QSqlError error;
    const int version = librarySchema::versionOf(m_database, error);
    if (!error.isValid() && (version == 0 || version >= librarySchema::version))
        return std::nullopt;
    // https://www.sqlite.org/inmemorydb.html: it lives as long as a connection to it, so that
    // nothing of it is left even where the program is killed.
    const QString memory
        = u"file:/library-%1?vfs=memdb"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    LibraryFile copy;
    if (!error.isValid() && copy.connectTo(memory, u"QSQLITE_OPEN_URI"_s, error)
        && runSql(m_database, u"VACUUM INTO ?"_s, error, { memory })
        && librarySchema::bringUpToDate(copy.m_database, error)) {
        std::swap(m_database, copy.m_database);
        return std::nullopt;
    }
    close();
    m_failure = libraryErrorCode(error);
    return libraryError(path, error);
}

bool LibraryFile::openInMemory()
{
    QSqlError ignored;
    return connectTo(u":memory:"_s, {}, ignored);
}

bool LibraryFile::connectTo(const QString& name, const QString& options, QSqlError& error)
{
    close();
    m_database = QSqlDatabase::addDatabase(
        u"QSQLITE"_s, u"library-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_database.setConnectOptions(options);
    m_database.setDatabaseName(name);
    if (!m_database.open()) {
        error = m_database.lastError();
        return false;
    }
    // For where to put a temporary file SQLite would look into the environment, which another
    // thread may be changing.
    return runSql(m_database, u"PRAGMA foreign_keys = ON"_s, error)
        && runSql(m_database, u"PRAGMA temp_store = MEMORY"_s, error);
}

void LibraryFile::close()
{
    const QString name = m_database.connectionName();
    if (name.isEmpty())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

namespace {

/// A copy of a file that is to be brought up to date, beside it: the program that wrote it can use
/// that, and so can we, should anything go wrong.
std::optional<Error> keepOlderForm(const QString& path, QSqlDatabase& database)
{
    QSqlError error;
    const int version = librarySchema::versionOf(database, error);
    if (error.isValid() || version == 0 || version >= librarySchema::version)
        return std::nullopt;
    const QFileInfo info(path);
    const QString copy = info.absolutePath() + u'/' + info.completeBaseName()
        + u".version-%1."_s.arg(version) + info.suffix();
    if (QFile::exists(copy))
        return std::nullopt; // another try before this one made it, whole
    const QString begun = copy + u".part"_s;
    QFile::remove(begun);
    makeEmptyFile(begun);
    if (runSql(database, u"VACUUM INTO ?"_s, error, { begun }) && QFile::rename(begun, copy))
        return std::nullopt;
    QFile::remove(begun);
    return Error { ErrorKind::Internal,
        Translation::tr("The library %1 was written by an older Roadloom, and there is no room for "
                        "the copy that is kept before it is brought up to date. Make room on the "
                        "disk and start Roadloom again.")
            .arg(QDir::toNativeSeparators(path)),
        error.text() };
}

/// For who has the lock, or where there can be none.
PreparedLibrary prepare(const QString& path)
{
    makeEmptyFile(path);
    const bool isFrozen = isFrozenLibrary(path);
    LibraryFile file;
    // Looking first, with a connection that changes nothing: not even the mode of the journal.
    const std::optional<Error> unopened = file.open(path, LibraryFile::Use::Read, isFrozen);
    if (unopened)
        return { .state = LibraryFileState::Unreachable, .problem = unopened };
    QSqlError error;
    const LibraryFileState state = look(path, file.database(), error);
    file.close();
    if (state == LibraryFileState::Usable || state == LibraryFileState::Newer)
        closeToAllOthers(path);
    if (state == LibraryFileState::Usable)
        QFile::remove(suspicionOf(path));
    switch (state) {
    case LibraryFileState::Damaged:
        return putAside(path);
    case LibraryFileState::Unreachable:
        return { .state = state, .problem = libraryError(path, error) };
    case LibraryFileState::Newer:
        return { .state = state,
            .isFrozen = isFrozen,
            .problem = Error { ErrorKind::InvalidInput,
                Translation::tr("The library %1 was written by a newer Roadloom. It can be read "
                                "here, but nothing you change is kept. Update Roadloom to go on.")
                    .arg(QDir::toNativeSeparators(path)),
                {} } };
    case LibraryFileState::Usable:
        break;
    }
    if (isFrozen)
        return { .state = state,
            .isFrozen = true,
            .problem = Error { ErrorKind::Internal, nothingIsWritten(path), {} } };
    if (std::optional<Error> failed = file.open(path, LibraryFile::Use::ReadAndWrite))
        return { .state = LibraryFileState::Unreachable, .problem = failed };
    if (std::optional<Error> failed = keepOlderForm(path, file.database()))
        return { .state = LibraryFileState::Unreachable, .problem = failed };
    if (!librarySchema::bringUpToDate(file.database(), error))
        return { .state = LibraryFileState::Unreachable, .problem = libraryError(path, error) };
    return {};
}

} // namespace

bool isFrozenLibrary(const QString& path)
{
    const QFileInfo info(path);
    return !info.isWritable() || !info.permission(QFileDevice::WriteOwner)
        || !QFileInfo(info.absolutePath()).isWritable();
}

void suspectLibrary(const QString& path)
{
    makeEmptyFile(suspicionOf(path));
}

PreparedLibrary prepareLibrary(const QString& path, std::chrono::milliseconds patience)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(int(patience.count())) && lock.error() == QLockFile::LockFailedError)
        return { .state = LibraryFileState::Unreachable,
            .problem = Error { ErrorKind::Internal,
                Translation::tr("Another program is busy with the library %1, so nothing you do is "
                                "kept. Start Roadloom again in a moment.")
                    .arg(QDir::toNativeSeparators(path)),
                {} } };
    return prepare(path);
}

int libraryErrorCode(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

bool isLibraryDamage(int code)
{
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    return code == corrupt || code == notADatabase;
}

Error libraryError(const QString& path, const QSqlError& error)
{
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int readOnly = 8;
    constexpr int full = 13;
    constexpr int constraint = 19;
    const QString file = QDir::toNativeSeparators(path);
    const int code = libraryErrorCode(error);
    const QString detail = QString(error.nativeErrorCode() + u' ' + error.text()).trimmed();
    if (code == full)
        return { ErrorKind::Internal,
            Translation::tr(
                "There is no room on the disk for the library %1. What you do is written "
                "as soon as there is: do not close Roadloom before.")
                .arg(file),
            detail };
    if (code == busy || code == locked)
        return { ErrorKind::Internal,
            Translation::tr("Another program keeps the library %1 busy. What you do is written as "
                            "soon as it is free: do not close Roadloom before.")
                .arg(file),
            detail };
    if (isLibraryDamage(code))
        return { ErrorKind::InvalidInput,
            Translation::tr("The library %1 is damaged, so what you do now is not kept. Close "
                            "Roadloom and start it again: it puts the damaged file aside and "
                            "brings back what can be read.")
                .arg(file),
            detail };
    if (code == readOnly)
        return { ErrorKind::Internal, nothingIsWritten(path), detail };
    // The only rule that a change can break is that its roadmap must be there.
    if (code == constraint)
        return { ErrorKind::NotFound,
            Translation::tr(
                "This roadmap was removed from the library, so what you do with it is not "
                "kept."),
            detail };
    return { ErrorKind::Internal,
        Translation::tr("The library %1 cannot be used. Check that there is room on the "
                        "disk and that you may read and write that file.")
            .arg(file),
        detail };
}

} // namespace roadloom
