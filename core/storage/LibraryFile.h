// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QSqlDatabase>
#include <QString>

#include <chrono>
#include <optional>

namespace roadloom {

/// One connection to the library's file. Lives on the thread that opens it.
class LibraryFile {
public:
    enum class Use { ReadAndWrite, Read };

    LibraryFile() = default;
    ~LibraryFile();
    Q_DISABLE_COPY_MOVE(LibraryFile)

    /// To read, the file as it is: makes none, changes none, and waits half a second at most for
    /// another program. To write too, makes an empty one if there is none, and waits longer. With
    /// `isFrozen`, a file beside which nothing can be written.
    [[nodiscard]] std::optional<Error> open(const QString& path, Use use, bool isFrozen = false);
    /// To read, in the form that this program knows: of a file of an earlier version, all that it
    /// has is copied into memory, and only that copy is brought up to date.
    [[nodiscard]] std::optional<Error> openInOurForm(const QString& path, bool isFrozen = false);
    /// One without tables, which goes with the connection.
    [[nodiscard]] bool openInMemory();
    /// SQLite's code for why it could not be opened.
    [[nodiscard]] int failure() const { return m_failure; }
    void close();

    [[nodiscard]] bool isOpen() const { return m_database.isOpen(); }
    [[nodiscard]] QSqlDatabase& database() { return m_database; }

private:
    [[nodiscard]] bool connectTo(const QString& name, const QString& options, QSqlError& error);

    QSqlDatabase m_database;
    int m_failure = 0;
};

/// What stands at a path.
enum class LibraryFileState { Usable, Newer, Damaged, Unreachable };

struct PreparedLibrary {
    LibraryFileState state = LibraryFileState::Usable;
    bool isFrozen = false; ///< nothing can be written beside the file, or in it
    std::optional<Error> problem {}; ///< what the person must know, if anything
    QString setAside {}; ///< where a damaged file, or another program's, is now
};

/// Nothing can be written in the file, or beside it.
[[nodiscard]] bool isFrozenLibrary(const QString& path);

/// Something in the file could not be read: the next to prepare it looks at all of it, which takes
/// time that grows with the file.
void suspectLibrary(const QString& path);

/// Makes sure that there is a library's file of our version, open to its owner alone: makes one or
/// brings an older one up to date, of which it keeps a copy. Unless it is suspected, a file is
/// looked at only as far as costs the same for a large one. A file that is none, or broken, and
/// what SQLite keeps beside it are renamed, and the problem says so; a second call then makes a new
/// one. One program at a time does this: whoever waits longer than `patience` for another gives up.
/// A file made read-only stays so.
[[nodiscard]] PreparedLibrary prepareLibrary(
    const QString& path, std::chrono::milliseconds patience = std::chrono::seconds(5));

/// SQLite's result code, without what makes it more precise.
[[nodiscard]] int libraryErrorCode(const QSqlError& error);
/// The file is broken, or none: it will not get better.
[[nodiscard]] bool isLibraryDamage(int code);
/// The error of a statement or connection, in a sentence that names the file.
[[nodiscard]] Error libraryError(const QString& path, const QSqlError& error);

} // namespace roadloom
