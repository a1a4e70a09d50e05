// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/DataFolder.h"
#include "app/ExitStatus.h"

#include <QStringList>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace roadloom {

/// The options every command has: --help, --version, --data-dir.
void addCommonOptions(QCommandLineParser& parser);

/// Parses a command's arguments. Nothing if the command may run; otherwise --help or --version has
/// been served, or the mistake has been said on standard error. `command` is the word that --help
/// shows behind the program's name; empty for the window.
[[nodiscard]] std::optional<ExitStatus> parseCommand(
    QCommandLineParser& parser, const QStringList& arguments, const QString& command);

/// The folder that --data-dir names; or, said on standard error, the one that the administrator
/// does.
[[nodiscard]] DataFolder chosenDataFolder(const QCommandLineParser& parser, const Policy& policy);

/// Says what is wrong with the usage and how to see the right one.
[[nodiscard]] ExitStatus wrongUsage(const Error& error);

/// Says what went wrong on this machine: ExitStatus::WrongUsage for ErrorKind::InvalidInput, else
/// ExitStatus::UnexpectedFailure.
[[nodiscard]] ExitStatus localFailure(const Error& error);

/// Where among the program's arguments the command stands, if there is one, or among a command's
/// its action: behind the program's name and --data-dir, which every command takes.
[[nodiscard]] qsizetype commandPosition(const QStringList& arguments);

} // namespace roadloom
