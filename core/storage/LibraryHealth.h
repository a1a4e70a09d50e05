// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <stop_token>

namespace roadloom {

/// How a library's file is: sizes and counts, nothing of what is in it.
struct LibraryHealth {
    bool isThere = false;
    bool isOpened = false;
    bool isFrozen = false; ///< nothing can be written in the file, or beside it
    qint64 bytes = 0;
    qint64 journalBytes = 0; ///< written, but not in the file yet
    int schema = 0;
    int newestSchema = 0; ///< that this program knows
    bool isChecked = false; ///< to its end
    int problems = 0; ///< that SQLite's own check found, of the first hundred of each table
    int errorCode = 0; ///< SQLite's, if it could not be checked
    int roadmaps = 0;
    int runs = 0;
    int backups = 0;

    bool operator==(const LibraryHealth&) const = default;
};

/// Reads all of the file, and changes nothing: takes time that grows with it, for a thread of its
/// own. Who wants it to stop waits for one table at most.
[[nodiscard]] LibraryHealth checkLibrary(const QString& path, const std::stop_token& stop = {});

} // namespace roadloom
