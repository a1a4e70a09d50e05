// SPDX-License-Identifier: Apache-2.0
#pragma once

class QComboBox;
class QLabel;

namespace roadloom {

/// Call it when the texts of a box's choices are set: the box is as wide as they are from then on,
/// in whatever language, and its list has the label's name for whoever hears it.
void fitChoices(QComboBox& box, const QLabel& label);

} // namespace roadloom
