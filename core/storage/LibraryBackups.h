// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QList>

namespace roadloom {

/// A copy of a whole library, as it was on a day, in the folder `backups` beside it.
struct LibraryBackup {
    QDate day;
    QString path;

    bool operator==(const LibraryBackup&) const = default;
};

/// Of those that are kept only these are looked at; the newest first.
[[nodiscard]] QList<LibraryBackup> backupsOf(const QString& library);

/// Makes the one of that day, unless it is there or the library is empty, and verifies it: it is
/// opened and read to its end. Then those of expiredBackups() go; and, unless the library is empty,
/// what was kept of it before it was brought up to date, or a backup took its place, goes when it
/// is five weeks old. A library that turns out to be damaged is suspected from then on. Takes time
/// that grows with the library, in which others may use it: for a thread of its own.
[[nodiscard]] std::optional<Error> backUpLibrary(const QString& library, const QDate& day);

/// Where a copy of the library is that was made before a backup took its place, if one was.
[[nodiscard]] QString copyBeforeRestorePath(const QString& library);

/// Makes that copy, since this backup, or that copy itself, is about to take the place of what is
/// there; one that was made before goes. The file that is to be restored then: the backup, or what
/// the copy was.
[[nodiscard]] Result<QString> copyBeforeRestore(const QString& library, const QString& backup);

/// Those of these days, in any order, that are not kept any longer: the last seven are, and of
/// those before them the last of each week, for four weeks, but none that is five weeks old, except
/// the newest: whoever comes back after months to a library that is lost still has that.
[[nodiscard]] QList<QDate> expiredBackups(QList<QDate> days, const QDate& today);

} // namespace roadloom
