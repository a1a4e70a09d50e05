// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSqlDatabase;
class QString;

namespace roadloom {

/// Adds to a library's file what can be read of another one, which is damaged, or of an earlier
/// version; that one stays as it is. What is there already stays, too. How many roadmaps were
/// added.
[[nodiscard]] int salvageLibrary(const QString& damaged, const QString& path);

/// The same of files that are open, in the transaction that is on.
void copyLibrary(QSqlDatabase& from, QSqlDatabase& into);

} // namespace roadloom
