// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryFile.h"

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

} // namespace roadloom
