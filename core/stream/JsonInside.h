// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace roadloom {

/// The first JSON object inside a text, wherever it stands ("Here it is: {"a":1}. Good luck!"):
/// from a '{' to where its braces balance, or to the text's end. What is almost JSON counts where
/// that is in it, or else, the longest, if there is no other (see JsonOpening). Empty if there is
/// none. For answers that keep to no form; see AnswerSplitter for those that do. Linear.
[[nodiscard]] QStringView jsonInside(QStringView text);

} // namespace roadloom
