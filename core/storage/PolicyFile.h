// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Policy.h"

namespace roadloom {

/// The folders in which an administrator's policy may be, the one that counts most first. That of
/// the system leads, whatever the configuration folders say: they are $XDG_CONFIG_DIRS, which is
/// the learner's to set. Relative ones are invalid, says the XDG base directory specification.
[[nodiscard]] QStringList policyFolders(const QString& systemFolder, const QString& configDirs);

/// The policy in roadloom/policy.ini of these folders: sections in brackets, a KEY=VALUE a line, in
/// UTF-8, lines with # or ; in front and empty ones aside. The first file there is says all: a
/// learner who brings one of their own adds nothing to it.
///
/// Fails closed: a value that cannot be understood fixes its key all the same, at what is built in,
/// or, of a permission, at no; of who answers, at the built-in courses. A file that is there but
/// cannot be read, or has a line that is none of these, makes it closedPolicy(). A key that is not
/// known fixes nothing. Policy::problems names all of this.
[[nodiscard]] Policy readPolicy(const QStringList& folders);

} // namespace roadloom
