// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace roadloom {

/// How the bytes of a response body ended. A body without a length and without chunks ends where
/// the connection does, properly, even if that was reset: Qt 6.4 does not tell. Only its own form
/// says whether it is all.
enum class BodyEnd {
    Proper,
    Broken, ///< the connection failed: what came is not all
};

} // namespace roadloom
