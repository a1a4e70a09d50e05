// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryFile.h"
#include "tests/e2e/Program.h"

#include <QFile>
#include <QSqlQuery>
#include <QVariant>

/// What the program's library says of runs, read beside it.
namespace roadloom::test {

/// The first column of the rows, a line for each.
inline QByteArray keptRows(const Program& program, const QString& statement)
{
    const QString path = program.dataFolder() + QStringLiteral("/library.sqlite");
    LibraryFile file;
    if (!QFile::exists(path) || file.open(path, LibraryFile::Use::Read))
        return {};
    QByteArray rows;
    QSqlQuery query(file.database());
    query.exec(statement);
    while (query.next())
        rows += query.value(0).toByteArray() + '\n';
    return rows;
}

/// The events of runs that did not come to their end.
inline QByteArray keptEvents(const Program& program)
{
    return keptRows(program,
        QStringLiteral("SELECT event FROM run_events JOIN runs ON runs.id = run"
                       " WHERE state != 'done' ORDER BY step"));
}

} // namespace roadloom::test
