// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/DocumentWords.h"
#include "core/exporting/RoadmapDocument.h"

namespace roadloom {

/// Fonts that machines have, and among them for each system one with Chinese.
[[nodiscard]] QStringList mapFontFamilies();

/// The map of the roadmap as an SVG drawing that needs nothing else: stages, modules and concepts
/// with their hours and states, for screens and paper, with words for who cannot see it. Needs no
/// fonts here; whoever shows it chooses some.
[[nodiscard]] QByteArray documentAsSvg(const RoadmapDocument& document, const DocumentWords& words,
    const QStringList& fonts = mapFontFamilies());

/// Pixels that a picture may have on one side, and in all: what programs made with Qt still show.
inline constexpr int mostPixelsOfSide = 16384;
inline constexpr qint64 mostPixels = qint64(32) * 1000 * 1000;

/// The same as a PNG picture, with so many pixels for each unit of the map or, if that is too many,
/// down to one. ErrorKind::TooLarge if even that is too many, ErrorKind::Internal without fonts.
[[nodiscard]] Result<QByteArray> documentAsPng(
    const RoadmapDocument& document, const DocumentWords& words, double scale);

} // namespace roadloom
