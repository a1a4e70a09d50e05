// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;
class QWidget;

namespace roadloom {

/// Says something to readers of the screen that happens away from the keyboard, once they have said
/// what they are saying. The widget speaks it: it has no other name.
void announce(QWidget& speaker, const QString& sentences);

} // namespace roadloom
