// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"
#include "core/roadmap/BrokenConcepts.h"

#include <QStringList>

namespace roadloom {

/// For people, translated: so many concepts were left out of the roadmap.
[[nodiscard]] QString leftOut(qsizetype count);

/// Reads a roadmap's answer once more, without the concepts that cannot be read; tells the mends
/// so.
template <class Value>
[[nodiscard]] Result<Value> readWithoutBroken(json::value answer, QStringList& mends,
    Result<Value> (*read)(const json::value& answer, QStringList* mends))
{
    const qsizetype count = takeOutBrokenConceptsOfRoadmap(answer);
    Result<Value> value = read(answer, &mends);
    if (value && count > 0)
        mends.append(leftOut(count));
    return value;
}

} // namespace roadloom
