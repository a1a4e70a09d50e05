// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

/// Where somebody reads in a roadmap.
struct ReadingPlace {
    QString id; ///< of the row in front; empty: there is none
    bool isOpen = false; ///< it is read in the pane
    bool isTall = false; ///< which has all the height, if there is little

    bool operator==(const ReadingPlace&) const = default;
};

} // namespace roadloom
