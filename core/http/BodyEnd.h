// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace roadloom {

/// How the bytes of a response body ended.
enum class BodyEnd {
    Proper,
    Broken, ///< the connection failed: what came is not all
};

} // namespace roadloom
