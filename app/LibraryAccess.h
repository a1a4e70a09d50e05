// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"

namespace roadloom {

/// The library of roadmaps for a command in the terminal, which waits for each answer.
///
/// Errors are ErrorKind::InvalidInput where what was asked for is not in the library, and
/// ErrorKind::Internal where the library cannot be read or written.
class LibraryAccess {
public:
    /// Opens nothing yet.
    explicit LibraryAccess(const QString& dataFolder);

    /// All there are, archived and in the bin too, the one opened last first. Where there is no
    /// library yet, none is made.
    [[nodiscard]] Result<QList<LibraryLine>> history();
    /// The one of them with this id, or the only one whose id begins so.
    [[nodiscard]] Result<LibraryLine> find(const QString& given);
    /// Ids of those in which these words are found, best first.
    [[nodiscard]] Result<QStringList> search(const QString& words);
    [[nodiscard]] Result<KeptRoadmap> read(const QString& id);
    /// The designs that broke off, the one begun last first.
    [[nodiscard]] Result<QList<RunLine>> unfinished();

    /// Library::putStudied(). It is on the disk, unless there is an error.
    [[nodiscard]] std::optional<Error> put(const KeptRoadmap& kept);
    /// It is on the disk that this one is in the bin, not in it any more, or gone for good, unless
    /// there is an error.
    [[nodiscard]] std::optional<Error> remove(const QString& id);
    [[nodiscard]] std::optional<Error> takeBack(const QString& id);
    [[nodiscard]] std::optional<Error> purge(const QString& id);

private:
    [[nodiscard]] bool isThere() const;
    /// Says what the person must know of a library that can be used all the same.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] std::optional<Error> openToWrite();
    [[nodiscard]] std::optional<Error> settle();

    Library m_library;
    std::optional<Error> m_problem; ///< why it can be read at most
};

} // namespace roadloom
