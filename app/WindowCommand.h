// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"

namespace roadloom {

/// `roadloom`: the window. With a goal among the arguments the run starts at once. Makes the
/// QApplication itself, after the arguments have been read, so that --help and mistakes need no
/// display.
[[nodiscard]] ExitStatus runWindowCommand(int& argc, char** argv);

} // namespace roadloom
