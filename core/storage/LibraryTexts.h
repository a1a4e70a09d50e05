// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/LibraryRecords.h"

#include <QList>

class QSqlDatabase;
class QSqlError;

/// The index of all texts of a library, for search. Its rows are in two tables: `texts` is SQLite's
/// FTS5, `text_places` says whose each row is; what goes from the library goes from there.
namespace roadloom::libraryTexts {

// In the transaction that is on. False if it fails, with its error.

/// What the file has of it: title, goal and tags.
[[nodiscard]] bool indexTitle(QSqlDatabase& database, const QString& roadmap, QSqlError& error);
/// The same, and its concepts.
[[nodiscard]] bool index(
    QSqlDatabase& database, const QString& id, const Roadmap& roadmap, QSqlError& error);
[[nodiscard]] bool indexNote(QSqlDatabase& database, const QString& roadmap,
    const QString& conceptId, const QString& note, QSqlError& error);
/// What agents said in a run, once it has ended; without their JSON.
[[nodiscard]] bool indexRun(QSqlDatabase& database, const QString& run, QSqlError& error);
/// All of a library that has no index yet.
[[nodiscard]] bool indexAll(QSqlDatabase& database, QSqlError& error);

/// Where a text was found.
enum class Place { Title, Concepts, Notes, Conversation };

/// Of a roadmap: it has all words of what was typed, in one place.
struct Hit {
    QString roadmap; ///< the library's id
    Place place = Place::Title; ///< the one that says most

    bool operator==(const Hit&) const = default;
};

/// A tag is found as a title is. Titles come first, then the others, in each the one opened last;
/// `most` of them, -1: all.
[[nodiscard]] Result<QList<Hit>> search(
    QSqlDatabase& database, const QString& path, const QString& typed, int most);

} // namespace roadloom::libraryTexts
