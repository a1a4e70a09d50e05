// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace roadloom {

/// A quarter as wide and high, in few colours: small files, and nothing of how a machine draws the
/// edges of letters.
[[nodiscard]] QImage reduced(const QImage& picture);

/// How far two reduced pictures are apart.
struct ScreenDifference {
    double share = 1.0; ///< of the pixels that differ plainly, 0 to 1
    QImage picture; ///< where they do, in red on what is left of the first

    /// More than how a machine draws.
    [[nodiscard]] bool isPlain() const;
};
/// Pictures of different sizes differ everywhere.
[[nodiscard]] ScreenDifference differenceOf(const QImage& shown, const QImage& wanted);

} // namespace roadloom
