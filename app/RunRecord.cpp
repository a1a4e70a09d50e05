// SPDX-License-Identifier: Apache-2.0
#include "app/RunRecord.h"

#include <QDateTime>
#include <QDir>
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

void removeOldRuns(const QString& folder)
{
    const QStringList runs
        = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (qsizetype i = 0; i + keptRuns <= runs.size(); ++i)
        QDir(folder + u'/' + runs[i]).removeRecursively();
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace

RunRecord::RunRecord(const QString& dataFolder, const LearnerRequest& request)
    : m_folder("%1/runs/%2"_L1.arg(dataFolder, newFolderName()))
    , m_events(m_folder + "/events.ndjson"_L1)
{
    const QString runs = dataFolder + "/runs"_L1;
    removeOldRuns(runs);
    m_isKept = QDir().mkpath(m_folder) && QFile::setPermissions(runs, ownerOnly)
        && writeFile(requestFile(), writeIndentedJson(toJson(request)) + '\n')
        && m_events.open(QIODevice::WriteOnly);
}

void RunRecord::append(const AgentEvent& event)
{
    const QByteArray line = toJsonLine(event) + '\n';
    m_isKept = m_isKept && m_events.write(line) == line.size() && m_events.flush();
}

void RunRecord::discard()
{
    m_events.close();
    QDir(m_folder).removeRecursively();
}

QString RunRecord::requestFile() const
{
    return m_folder + "/request.json"_L1;
}

} // namespace roadloom
