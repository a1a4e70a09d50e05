// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace roadloom {

/// A word of 32 hexadecimal digits for some texts: the same for the same ones, on every machine and
/// in every version; another one for any others. Under it other programs know again what they were
/// given before.
[[nodiscard]] QString stableHash(const QStringList& texts);

} // namespace roadloom
