// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/offline/Curriculum.h"

#include <QByteArrayView>

namespace roadloom {

/// What one curriculum file may hold. Files come from teachers and from the net, so all is bounded.
namespace curriculumLimits {
inline constexpr qint64 fileMebibytes = 4;
inline constexpr qint64 fileBytes = fileMebibytes * 1024 * 1024;
inline constexpr qsizetype topics = 64;
inline constexpr qsizetype conceptsPerTopic = 64;
inline constexpr qsizetype listItems = 500; ///< names, words, aliases, keywords, …
inline constexpr qsizetype idCharacters = 100;
inline constexpr qsizetype textCharacters = 2000;
inline constexpr double minHours = 0.5;
inline constexpr double maxHours = 200.0;
} // namespace curriculumLimits

/// Reads one subject (resources/curricula/README.md describes the format). The reading is the
/// validation of types, ids and limits; ErrorKind::InvalidInput with a path a line in the details.
/// The rules of good teaching are CurriculumCheck's.
[[nodiscard]] Result<Curriculum> readCurriculum(QByteArrayView utf8);

/// The same for a file on disk or a Qt resource; the message names the file.
[[nodiscard]] Result<Curriculum> readCurriculumFile(const QString& path);

/// Of such a file no more than what its subject is called; empty if that cannot be read.
[[nodiscard]] BilingualText readCurriculumName(const QString& path);

} // namespace roadloom
