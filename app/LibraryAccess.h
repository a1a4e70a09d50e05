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

    /// All there are, the one opened last first. Where there is no library yet, none is made.
    [[nodiscard]] Result<QList<LibraryLine>> list();
    /// The one with this id, or the only one whose id begins so.
    [[nodiscard]] Result<LibraryLine> find(const QString& given);
    [[nodiscard]] Result<KeptRoadmap> read(const QString& id);
    /// The designs that broke off, the one begun last first.
    [[nodiscard]] Result<QList<RunLine>> unfinished();

    /// Library::putStudied(). It is on the disk, unless there is an error.
    [[nodiscard]] std::optional<Error> put(const KeptRoadmap& kept);
    /// It is gone from the disk, unless there is an error.
    [[nodiscard]] std::optional<Error> remove(const QString& id);

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
