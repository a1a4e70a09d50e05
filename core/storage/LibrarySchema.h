// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSqlDatabase;
class QSqlError;
class QString;

/// The form of a library's file: its tables, from version to version. Of a roadmap, its study and
/// its versions there are tables of their own; runs are apart, with what was said in them, since
/// not each leads to a roadmap. What comes later, study aids say, gets a table with a reference to
/// its roadmap as these have.
namespace roadloom::librarySchema {

/// The form that this program writes: the file's PRAGMA user_version. A file without tables has 0.
inline constexpr int version = 4;

/// The file's PRAGMA application_id: "Rdlm".
inline constexpr int applicationId = 0x52646c6d;

/// Makes an empty file one of an earlier version, for rows that a program of then wrote. False if
/// it fails, with its error.
[[nodiscard]] bool beginEarlier(int earlier, QSqlDatabase& database, QSqlError& error);
[[nodiscard]] int versionOf(QSqlDatabase& database, QSqlError& error);
/// From an earlier version, in one transaction; another program may have done it. Writes nothing if
/// there is nothing to do. False if it fails, with its error: then nothing is changed.
[[nodiscard]] bool bringUpToDate(QSqlDatabase& database, QSqlError& error);

} // namespace roadloom::librarySchema
