// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Language.h"

#include <QHash>
#include <QString>

namespace roadloom {

/// Values for the {{placeholders}} of a prompt, by name.
using PromptValues = QHash<QString, QString>;

/// The prompt file resources/prompts/<language>/<name>.md with its placeholders filled in. One
/// pass: a value that itself holds "{{…}}" stays as it is. The file and each placeholder must exist
/// (asserted): prompts are part of the program.
[[nodiscard]] QString renderPrompt(
    const QString& name, Language language, const PromptValues& values = {});

} // namespace roadloom
