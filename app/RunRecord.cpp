// SPDX-License-Identifier: Apache-2.0
#include "app/RunRecord.h"

#include <QDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

RunRecord::RunRecord(const QString& dataFolder, const LearnerRequest& request)
    // A name of our own: the request's session id may come from anywhere.
    : m_folder("%1/runs/%2"_L1.arg(dataFolder, QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_events(m_folder + "/events.ndjson"_L1)
{
    if (QDir().mkpath(m_folder)
        && writeFile(requestFile(), writeIndentedJson(toJson(request)) + '\n'))
        m_events.open(QIODevice::WriteOnly);
}

void RunRecord::append(const AgentEvent& event)
{
    if (!m_events.isOpen())
        return;
    m_events.write(toJsonLine(event) + '\n');
    m_events.flush();
}

void RunRecord::discard()
{
    if (!m_events.isOpen())
        return;
    m_events.close();
    QDir(m_folder).removeRecursively();
}

QString RunRecord::requestFile() const
{
    return m_folder + "/request.json"_L1;
}

} // namespace roadloom
