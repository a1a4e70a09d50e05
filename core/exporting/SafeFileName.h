// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

/// The longest file name that safeFileName() makes, in bytes of UTF-8. File systems take 255; what
/// is left is for "(2)" and for what programs put behind a name while they write.
inline constexpr qsizetype mostFileNameBytes = 200;

/// A file name made of a title, which is untrusted: one that every file system and program takes,
/// in the folder where it is put. No separators, no characters that Windows forbids, nothing that
/// cannot be seen; no name of a device, no dot, blank or hyphen in front; at most mostFileNameBytes
/// long, never cut inside a character, never empty. `extension` is without its dot; empty: none.
[[nodiscard]] QString safeFileName(QStringView title, QStringView extension);

} // namespace roadloom
