// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"
#include "core/storage/LibraryFile.h"

#include <QSqlQuery>

namespace roadloom {

/// A change of a library's file by another program.
inline bool changeBeside(const Library& library, const QString& statement)
{
    LibraryFile file;
    return !file.open(library.path(), LibraryFile::Use::ReadAndWrite)
        && QSqlQuery(file.database()).exec(statement);
}

} // namespace roadloom
