// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/DataFolder.h"
#include "app/GenerateRun.h"
#include "app/SourceChoice.h"
#include "core/storage/ProviderBook.h"

#include <functional>

class QCommandLineParser;

namespace roadloom {

class OptionLevels;

/// What the commands that run agents in the terminal have in common: who answers, and what is
/// printed.
struct RunOptions {
    SourceChoice choice;
    OutputOptions output;
};

void addRunOptions(QCommandLineParser& parser);
[[nodiscard]] Result<RunOptions> readRunOptions(
    const QCommandLineParser& parser, const OptionLevels& levels, const ProviderBook& book);

/// Opens the library, and does the work with a run that is recorded in it.
[[nodiscard]] ExitStatus withTerminalRun(const RunOptions& options, ProviderBook& book,
    const DataFolder& data, const std::function<ExitStatus(GenerateRun&, Library&)>& work);

} // namespace roadloom
