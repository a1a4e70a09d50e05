// SPDX-License-Identifier: Apache-2.0
#include "core/agents/WithoutBroken.h"

#include <QCoreApplication>

namespace roadloom {

QString leftOut(qsizetype count)
{
    return QCoreApplication::translate(
        "WithoutBroken", "%n concept(s) could not be read and were left out.", nullptr, int(count));
}

} // namespace roadloom
