// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

/// What the program writes into its log: what happened when, in words and numbers of its own. Never
/// a goal, a title, a note, a key, an address or a path, so that the log can be shown to others.
/// Silent (below warnings) unless a log is kept, see ProgramLog.
namespace roadloom {

Q_DECLARE_LOGGING_CATEGORY(logProgram) // roadloom.program: starts, settings, policies
Q_DECLARE_LOGGING_CATEGORY(logRun) // roadloom.run: runs of agents
Q_DECLARE_LOGGING_CATEGORY(logLibrary) // roadloom.library: the file of roadmaps, backups

} // namespace roadloom
