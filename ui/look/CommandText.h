// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>

namespace roadloom {

/// The action's name as a text by itself: without the mnemonic's sign, which in Chinese stands in
/// brackets behind, and without the dots that announce a dialog.
[[nodiscard]] QString commandName(const QAction& action);

} // namespace roadloom
