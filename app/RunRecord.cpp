// SPDX-License-Identifier: Apache-2.0
#include "app/RunRecord.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype keptRuns = 20;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

/// Begins with the time, so that names sort by age. The request's session id may come from anywhere
/// and has no place in a path.
QString newFolderName()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-"_s)
        + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
}

QString requestFileIn(const QString& folder)
{
    return folder + "/request.json"_L1;
}

QString lockFileIn(const QString& folder)
{
    return folder + "/run.lock"_L1;
}

/// The records of ended and of running runs, oldest first.
QStringList recordsIn(const QString& runsFolder)
{
    static const QRegularExpression ours(u"^\\d{8}-\\d{6}-[0-9a-f]{8}$"_s);
    QStringList records;
    const QDir folder(runsFolder);
    for (const QString& name :
        folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
        const QString record = folder.filePath(name);
        if (ours.match(name).hasMatch() && QFile::exists(requestFileIn(record)))
            records.append(record);
    }
    return records;
}

/// Makes room for the newest, however long ago it began.
void removeOldRuns(const QString& runsFolder, const QString& newest)
{
    QStringList records = recordsIn(runsFolder);
    records.removeOne(newest);
    for (qsizetype i = 0; i + keptRuns <= records.size(); ++i) {
        QLockFile lock(lockFileIn(records[i]));
        lock.setStaleLockTime(0);
        if (lock.tryLock()) // else its run is still on
            QDir(records[i]).removeRecursively();
    }
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace

RunRecord::RunRecord(const QString& dataFolder, const LearnerRequest& request)
    : m_runsFolder(dataFolder + "/runs"_L1)
    , m_folder(m_runsFolder + u'/' + newFolderName())
    , m_events(m_folder + "/events.ndjson"_L1)
    , m_isWritten(create(request))
{
}

bool RunRecord::create(const LearnerRequest& request)
{
    if (!QDir().mkpath(m_runsFolder) || !QDir().mkdir(m_folder, ownerOnly))
        return false;
    m_lock.emplace(lockFileIn(m_folder));
    m_lock->setStaleLockTime(0);
    return m_lock->tryLock() && writeFile(requestFile(), writeIndentedJson(toJson(request)) + '\n')
        && m_events.open(QIODevice::WriteOnly);
}

void RunRecord::append(const AgentEvent& event)
{
    const QByteArray line = toJsonLine(event) + '\n';
    m_isWritten = m_isWritten && m_events.write(line) == line.size() && m_events.flush();
}

void RunRecord::discard()
{
    m_events.close();
    m_lock.reset();
    QDir(m_folder).removeRecursively();
}

bool RunRecord::keep()
{
    m_events.close();
    m_lock.reset();
    removeOldRuns(m_runsFolder, m_folder);
    return m_isWritten && QFile::exists(eventsFile());
}

QString RunRecord::requestFile() const
{
    return requestFileIn(m_folder);
}

} // namespace roadloom
