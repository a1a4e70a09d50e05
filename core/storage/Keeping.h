// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace roadloom {

/// Whether what is changed in a library outlasts the program.
enum class Keeping {
    Kept, ///< all of it is in the file
    Underway, ///< it is on its way there
    Waiting, ///< it cannot be written for now, which was said, and is tried again until it can
    NotKept, ///< nothing can be written
};

/// What becomes of a change that cannot be written.
enum class ChangeFate {
    Wait, ///< it is tried again
    Lost, ///< it alone: it is to blame
    AllLost, ///< it and all others: the file is. The next change tries it once more
};

} // namespace roadloom
