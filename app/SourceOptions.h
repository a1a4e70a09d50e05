// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/SourceChoice.h"
#include "core/base/Result.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace roadloom {

/// The options that say who answers: --source, --provider, --base-url, --model, --timeout, …
void addSourceOptions(QCommandLineParser& parser);
/// Those of them that are about a model server, for commands that try one.
void addModelOptions(QCommandLineParser& parser);

/// Whether an option says who answers.
[[nodiscard]] bool isSourceChosen(const QCommandLineParser& parser);

/// What the options ask for; what they leave open, the settings say. ErrorKind::InvalidInput names
/// the option. Keys are not looked for.
[[nodiscard]] Result<SourceChoice> readSourceChoice(
    const QCommandLineParser& parser, const ConfiguredProviders& configured);

/// The model server of this name, a configured provider or a preset, with what the options change.
/// An empty name: the server that --base-url names.
[[nodiscard]] Result<ModelChoice> readModelChoice(
    const QCommandLineParser& parser, const ConfiguredProviders& configured, const QString& name);

} // namespace roadloom
