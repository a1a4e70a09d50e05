// SPDX-License-Identifier: Apache-2.0
#include "app/ProgramLog.h"

#include "app/Terminal.h"
#include "core/base/LogCategories.h"
#include "core/base/PlainText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ProgramLog)
};

std::atomic<ProgramLog*> current = nullptr;

QLatin1StringView levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return {};
}

bool isOurs(const char* category)
{
    return QByteArrayView(category).startsWith("roadloom.");
}

} // namespace

ProgramLog::ProgramLog(const QString& folder)
    : m_file(folder)
{
    current = this;
    m_before = qInstallMessageHandler(handle);
    QLoggingCategory::setFilterRules(u"roadloom.*.info=true"_s);
}

ProgramLog::~ProgramLog()
{
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(m_before);
    current = nullptr;
}

void ProgramLog::handle(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    ProgramLog* const log = current;
    if (log == nullptr)
        return;
    log->take(type, context.category, text);
    if (!isOurs(context.category) && log->m_before != nullptr)
        log->m_before(type, context, text);
}

void ProgramLog::take(QtMsgType type, const char* category, const QString& text)
{
    const bool isOthers = !isOurs(category);
    if (isOthers && (type == QtDebugMsg || type == QtInfoMsg))
        return;
    const QString line
        = u"%1 %2 %3 %4"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
            QString::number(QCoreApplication::applicationPid()), levelOf(type),
            QString::fromLatin1(category));
    const QString words = isOthers ? QString() : u": "_s + plainLine(text);
    if (m_file.write((line + words).toUtf8()) || m_hasFailed.exchange(true))
        return;
    terminal::say(Translation::tr("The log cannot be written, so there is none."));
}

void logStart(const char* what, const Policy& policy)
{
    qCInfo(logProgram, "started what=%s version=%s qt=%s", what,
        qPrintable(QCoreApplication::applicationVersion()), qVersion());
    if (const QStringList keys = policy.fixedKeys(); !keys.isEmpty())
        qCInfo(logProgram, "policy fixes=%s problems=%d", qPrintable(keys.join(u',')),
            int(policy.problems.size()));
}

QString logFolder(const QString& statePath)
{
    return QDir(statePath).filePath(u"log"_s);
}

} // namespace roadloom
