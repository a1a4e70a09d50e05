// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonInside.h"

#include "core/stream/JsonExtent.h"

#include <algorithm>

namespace roadloom {

QStringView jsonInside(QStringView text)
{
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at + 1)) {
        const QStringView behind = text.sliced(at + 1);
        const auto next
            = std::ranges::find_if(behind, [](QChar character) { return !character.isSpace(); });
        if (next == behind.end() || (*next != u'"' && *next != u'}'))
            continue;
        const QStringView object = text.sliced(at);
        return object.first(JsonExtent(u'{').take(object, QChar()));
    }
    return {};
}

} // namespace roadloom
