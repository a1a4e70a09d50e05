// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryChange.h"

class QSqlDatabase;
class QSqlError;

namespace roadloom {

/// Makes the change in a library's file, in the transaction that is on, as several statements.
/// False if one fails, with its error.
[[nodiscard]] bool write(const LibraryChange& change, QSqlDatabase& database, QSqlError& error);

} // namespace roadloom
