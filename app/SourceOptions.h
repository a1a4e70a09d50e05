// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/SourceChoice.h"
#include "core/base/Result.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace roadloom {

class OptionLevels;

/// The options that say who answers: --source, --provider, --base-url, --model, --timeout, …
void addSourceOptions(QCommandLineParser& parser);
/// Those of them that are about a model server, for commands that try one.
void addModelOptions(QCommandLineParser& parser);

/// Whether the command line or the environment says who answers, or how; and whether the command
/// line does.
[[nodiscard]] bool isSourceChosen(const OptionLevels& options);
[[nodiscard]] bool isSourceTyped(const OptionLevels& options);

/// What the options ask for; what they leave open, the settings say. ErrorKind::InvalidInput names
/// the option. Keys are not looked for.
[[nodiscard]] Result<SourceChoice> readSourceChoice(
    const OptionLevels& options, const ConfiguredProviders& configured);

/// The model server of this name, a configured provider or a preset, with what the options change.
/// An empty name: the server that --base-url names.
[[nodiscard]] Result<ModelChoice> readModelChoice(
    const OptionLevels& options, const ConfiguredProviders& configured, const QString& name);

} // namespace roadloom
