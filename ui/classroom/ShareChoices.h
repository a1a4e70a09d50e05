// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/SeatBudget.h"

#include <QString>

namespace roadloom {

/// What a teacher chose for a class, as far as it is of use to the next one: so neither its code,
/// nor how many runs suit whoever answers then.
struct ShareChoices {
    QString address {}; ///< in the network that was chosen; empty: none was
    QString name {}; ///< of the class; may be empty
    int port = 8000;
    bool isEncrypted = false;
    SeatBudget::Limits budget {};

    bool operator==(const ShareChoices&) const = default;
};

} // namespace roadloom
