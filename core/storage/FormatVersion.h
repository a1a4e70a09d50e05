// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

namespace roadloom {

/// Whether the "version" of a file that was read is above the one that this program writes: a
/// newer Roadloom's, to be left as it is.
[[nodiscard]] inline bool isNewerThan(int formatVersion, const json::value& file)
{
    const json::object* const members = file.if_object();
    const json::value* const version
        = members != nullptr ? members->if_contains("version") : nullptr;
    return version != nullptr && version->is_int64() && version->get_int64() > formatVersion;
}

} // namespace roadloom
