// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LogFile.h"
#include "core/storage/Policy.h"

#include <atomic>

namespace roadloom {

/// Keeps a log for as long as it lives, see LogFile and core/base/LogCategories.h. Of what others
/// say (Qt, plug-ins) it takes no words, which may be about anything: only who said something, and
/// how grave it is; the words go where they went before. One at a time.
class ProgramLog {
public:
    explicit ProgramLog(const QString& folder);
    ~ProgramLog();
    Q_DISABLE_COPY_MOVE(ProgramLog)

private:
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text);
    void take(QtMsgType type, const char* category, const QString& text);

    LogFile m_file;
    QtMessageHandler m_before = nullptr;
    std::atomic_bool m_hasFailed = false;
};

/// The program has started: its version, and what is fixed by whom. `what` is a word of ours.
void logStart(const char* what, const Policy& policy);

/// The folder of the log, in that of what the program can do without.
[[nodiscard]] QString logFolder(const QString& statePath);

} // namespace roadloom
