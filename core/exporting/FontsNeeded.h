// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <optional>

namespace roadloom {

/// Why nothing can be drawn with fonts here, if so: without a QGuiApplication Qt would end the
/// program.
[[nodiscard]] std::optional<Error> findFontsError();

} // namespace roadloom
