// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LogFile.h"

#include <QDir>
#include <QFile>

#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString nameIn(const QString& folder, int age)
{
    const QString name = folder + "/roadloom.log"_L1;
    return age == 0 ? name : name + u'.' + QString::number(age);
}

/// Another program may have made this one older in the meantime.
bool isStillAt(const QByteArray& path, int handle)
{
    struct ::stat there { };
    struct ::stat ours { };
    return ::stat(path.constData(), &there) == 0 && ::fstat(handle, &ours) == 0
        && there.st_ino == ours.st_ino && there.st_dev == ours.st_dev;
}

} // namespace

LogFile::LogFile(const QString& folder)
    : LogFile(folder, Limits {})
{
}

LogFile::LogFile(const QString& folder, const Limits& limits)
    : m_folder(folder)
    , m_limits(limits)
{
}

LogFile::~LogFile()
{
    close();
}

QString LogFile::name(int age) const
{
    return nameIn(m_folder, age);
}

void LogFile::close()
{
    if (m_handle >= 0)
        ::close(m_handle);
    m_handle = -1;
}

bool LogFile::ensureOpen()
{
    const QByteArray path = QFile::encodeName(name(0));
    if (m_handle >= 0 && isStillAt(path, m_handle))
        return true;
    close();
    QDir().mkpath(m_folder);
    m_handle = ::open(path.constData(),
        O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    struct ::stat opened { };
    if (m_handle >= 0 && (::fstat(m_handle, &opened) != 0 || !S_ISREG(opened.st_mode)))
        close();
    return m_handle >= 0;
}

void LogFile::makeRoom(qsizetype bytes)
{
    struct ::stat now { };
    if (::fstat(m_handle, &now) != 0 || now.st_size + bytes <= m_limits.bytes)
        return;
    // Whoever has this file's lock makes it older; who gets it next finds another in its place.
    // Nobody waits for it: a program that is stopped would stop all others. This line is then one
    // too many in this file.
    if (::flock(m_handle, LOCK_EX | LOCK_NB) != 0)
        return;
    if (isStillAt(QFile::encodeName(name(0)), m_handle)) {
        for (int age = m_limits.files - 1; age > 0; --age)
            static_cast<void>(std::rename(QFile::encodeName(name(age - 1)).constData(),
                QFile::encodeName(name(age)).constData()));
    }
    close(); // and the lock with it
}

bool LogFile::write(const QByteArray& line)
{
    const std::lock_guard guard(m_mutex);
    const QByteArray whole = line.left(m_limits.line) + '\n';
    if (!ensureOpen())
        return false;
    makeRoom(whole.size());
    // In one call, which O_APPEND keeps apart from those of others.
    return ensureOpen()
        && ::write(m_handle, whole.constData(), std::size_t(whole.size())) == whole.size();
}

QList<QByteArray> LogFile::lastLines(const QString& folder, qsizetype most)
{
    QByteArray text;
    for (const int age : { 1, 0 }) {
        QFile file(nameIn(folder, age));
        if (file.open(QIODevice::ReadOnly))
            text += file.read(2 * Limits {}.bytes);
    }
    QList<QByteArray> lines = text.split('\n');
    lines.removeAll({});
    return lines.last(std::min(most, lines.size()));
}

} // namespace roadloom
