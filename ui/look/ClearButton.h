// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLineEdit;

namespace roadloom {

/// Gives the field the button that empties it, with a name for those who hear the window, which
/// Qt's has none of. Call it again on QEvent::LanguageChange.
void setClearButton(QLineEdit& edit);

} // namespace roadloom
