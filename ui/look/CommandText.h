// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QString>

namespace roadloom {

/// "Level" of "&Level" and, as it is in Chinese, of "Level(&L)".
[[nodiscard]] QString withoutMnemonic(QString text);

/// The action's name as a text by itself: without the mnemonic's sign, which in Chinese stands in
/// brackets behind, and without the dots that announce a dialog.
[[nodiscard]] QString commandName(const QAction& action);

} // namespace roadloom
