// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/LibraryHealth.h"
#include "core/storage/Policy.h"

#include <QByteArray>

namespace roadloom {

/// What somebody who helps wants to know: about the program, the machine, the settings and the
/// library. Nothing of what the learner wants, writes or learns; no key, address, name or path.
struct ProblemReport {
    QStringList program {}; ///< a fact a line: version, Qt, system, style, screens
    ConfiguredProviders configured {};
    Appearance appearance {};
    Policy policy {};
    LibraryHealth library {};
    QList<QByteArray> log {}; ///< its last lines
};

/// As plain text, for a person to read before it goes anywhere. In English: so is who reads it
/// then.
[[nodiscard]] QString reportText(const ProblemReport& report);

} // namespace roadloom
