// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSqlDatabase;
class QSqlError;
class QString;

namespace roadloom {

/// Adds to a library's file what can be read of another one, which is damaged, or of an earlier
/// version; that one stays as it is. What is there already stays, too. How many roadmaps were
/// added.
[[nodiscard]] int salvageLibrary(const QString& damaged, const QString& path);

/// Adds all of a library that is open to another one, in the transaction that is on. False, with
/// its error, where anything cannot be read or written: then that transaction is to be given up.
[[nodiscard]] bool copyLibrary(QSqlDatabase& from, QSqlDatabase& into, QSqlError& error);

} // namespace roadloom
