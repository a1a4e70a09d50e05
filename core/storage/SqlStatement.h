// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>

class QSqlDatabase;
class QSqlError;

namespace roadloom {

/// Whether the statement could be run with these values in the places of its question marks; if
/// not, why.
[[nodiscard]] bool runSql(QSqlDatabase& database, const QString& statement, QSqlError& error,
    const QVariantList& values = {});
/// The same, whatever comes of it.
void trySql(QSqlDatabase& database, const QString& statement);
/// The first value that the statement gives; of no type if it gives none, or fails.
[[nodiscard]] QVariant valueOfSql(QSqlDatabase& database, const QString& statement,
    QSqlError& error, const QVariantList& values = {});

} // namespace roadloom
