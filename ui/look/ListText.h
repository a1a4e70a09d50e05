// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace roadloom {

/// Parts of a list on one line, separated as the language of the window does: ", " or "、".
[[nodiscard]] QString listText(const QStringList& parts);

} // namespace roadloom
