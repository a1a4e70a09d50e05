// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

/// The words under which a learner keeps roadmaps.
namespace roadloom::libraryTags {

inline constexpr qsizetype most = 20; ///< of a roadmap
inline constexpr qsizetype longest = 40; ///< characters, the ellipsis of one that was cut included

/// As they are kept, of what a person typed or a file says: plain text of one line each, none of
/// which has a comma, sorted, no two the same but for case. A text may have several, with commas
/// between, ASCII, Chinese ("，") or enumerating ("、"). Of too many, the first.
[[nodiscard]] QStringList from(const QStringList& texts);

} // namespace roadloom::libraryTags
