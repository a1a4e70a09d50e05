// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryFile.h"

#include <QFile>
#include <QSqlQuery>

#include <csignal>
#include <sys/resource.h>

// What keeps a library from writing.
namespace roadloom {

/// Another program in the midst of a change.
class OtherProgram {
public:
    explicit OtherProgram(const QString& path)
    {
        m_isOn = !m_file.open(path, LibraryFile::Use::ReadAndWrite)
            && QSqlQuery(m_file.database()).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void end() { m_file.close(); }

private:
    LibraryFile m_file;
    bool m_isOn = false;
};

/// While it lives, no file grows beyond this.
class FullDisk {
public:
    explicit FullDisk(rlim_t most)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_usual);
        rlimit small = m_usual;
        small.rlim_cur = most;
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_usual); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_usual {};
};

/// Gives the file a form that SQLite may read alone, or its usual one again.
inline bool makeReadOnly(const QString& path, bool isReadOnly)
{
    if (isReadOnly) {
        LibraryFile file; // nothing beside it says otherwise, and who knows it reads it anew
        if (file.open(path, LibraryFile::Use::ReadAndWrite))
            return false;
        for (const char* const statement :
            { "UPDATE roadmaps SET title = title", "PRAGMA wal_checkpoint(TRUNCATE)" }) {
            if (!QSqlQuery(file.database()).exec(QString::fromLatin1(statement)))
                return false;
        }
    }
    constexpr qint64 writeVersion = 18; // its place in the header
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(writeVersion)
        && file.write(isReadOnly ? "\3" : "\2", 1) == 1;
}

} // namespace roadloom
