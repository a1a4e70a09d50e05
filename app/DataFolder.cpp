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

/// Empty if nobody has chosen one.
QString chosenPath(const QString& option, const Policy& policy)
{
    if (policy.dataFolder)
        return *policy.dataFolder;
    const QString path = option.isEmpty() ? qEnvironmentVariable("ROADLOOM_DATA_DIR") : option;
    return path.isEmpty() ? QString() : QDir(path).absolutePath();
}

/// As Qt says it from 6.7 on.
QString standardStatePath()
{
    const QString base = qEnvironmentVariable("XDG_STATE_HOME");
    // Relative ones are invalid, says the XDG base directory specification.
    return (QDir::isAbsolutePath(base) ? base : QDir::homePath() + "/.local/state"_L1)
        + "/roadloom"_L1;
}

} // namespace

DataFolder::DataFolder(const QString& chosen, const Policy& policy)
    : m_path(chosenPath(chosen, policy))
    , m_statePath(m_path)
{
    if (!m_path.isEmpty())
        return;
    m_path = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    m_statePath = standardStatePath();
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
    QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QDir().mkpath(m_path);
    QSaveFile fresh(file);
    if (fresh.open(QIODevice::WriteOnly)) {
        fresh.write(id.toLatin1() + '\n');
        fresh.commit();
    }
    return id;
}

} // namespace roadloom
