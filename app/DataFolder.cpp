// SPDX-License-Identifier: Apache-2.0
#include "app/DataFolder.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString choosePath(const QString& chosen)
{
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    const QString fromEnvironment = qEnvironmentVariable("ROADLOOM_DATA_DIR");
    if (!fromEnvironment.isEmpty())
        return QDir(fromEnvironment).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace

DataFolder::DataFolder(const QString& chosen)
    : m_path(choosePath(chosen))
{
}

QString DataFolder::installationId() const
{
    const QString file = m_path + "/installation-id"_L1;
    QFile kept(file);
    if (kept.open(QIODevice::ReadOnly)) {
        const QUuid id(QString::fromLatin1(kept.read(64).trimmed()));
        if (!id.isNull())
            return id.toString(QUuid::WithoutBraces);
    }
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QDir().mkpath(m_path);
    QSaveFile fresh(file);
    if (fresh.open(QIODevice::WriteOnly)) {
        fresh.write(id.toLatin1() + '\n');
        fresh.commit();
    }
    return id;
}

} // namespace roadloom
