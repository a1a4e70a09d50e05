// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace roadloom {

/// How a Chinese character may be read, without tones; what has an ü comes with "v" and with "u",
/// since people type either. ICU knows one reading a character, whatever the word (重构 is
/// "chonggou", not its "zhonggou"): the others that learners meet are in a table of ours. Empty for
/// a character that has no sound. Any thread may call it; the first time takes long on each.
[[nodiscard]] QStringList readingsOf(QChar character);

} // namespace roadloom
