// SPDX-License-Identifier: Apache-2.0
#include "core/storage/SqlStatement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace roadloom {

namespace {

bool run(QSqlQuery& query, const QString& statement, QSqlError& error, const QVariantList& values)
{
    bool isDone = false;
    if (values.isEmpty()) {
        isDone = query.exec(statement); // some, as PRAGMA, cannot be prepared with all drivers
    } else {
        query.prepare(statement);
        for (const QVariant& value : values)
            query.addBindValue(value);
        isDone = query.exec();
    }
    if (!isDone)
        error = query.lastError();
    return isDone;
}

} // namespace

bool runSql(
    QSqlDatabase& database, const QString& statement, QSqlError& error, const QVariantList& values)
{
    QSqlQuery query(database);
    return run(query, statement, error, values);
}

void trySql(QSqlDatabase& database, const QString& statement)
{
    QSqlQuery(database).exec(statement);
}

QVariant valueOfSql(
    QSqlDatabase& database, const QString& statement, QSqlError& error, const QVariantList& values)
{
    QSqlQuery query(database);
    if (!run(query, statement, error, values))
        return {};
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        error = query.lastError();
    return {};
}

} // namespace roadloom
