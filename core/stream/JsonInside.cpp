// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonInside.h"

#include "core/stream/JsonExtent.h"
#include "core/stream/JsonOpening.h"

namespace roadloom {

namespace {

using Verdict = JsonOpening::Verdict;

Verdict verdictOn(QStringView behindBrace)
{
    JsonOpening opening;
    for (const QChar character : behindBrace) {
        if (const Verdict verdict = opening.take(character); verdict != Verdict::Open)
            return verdict;
    }
    return Verdict::Prose;
}

QStringView objectAt(QStringView text, qsizetype at)
{
    const QStringView object = text.sliced(at);
    return object.first(JsonExtent(u'{').take(object, QChar()));
}

} // namespace

/// What is almost JSON may as well be prose ("{'a', 'b'}"), unless JSON is in it, or there is none.
QStringView jsonInside(QStringView text)
{
    QStringView outer; // the last that is almost JSON
    QStringView longest;
    qsizetype outerEnd = 0;
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at + 1)) {
        const Verdict verdict = verdictOn(text.sliced(at + 1));
        if (verdict == Verdict::Json)
            return at < outerEnd ? outer : objectAt(text, at);
        if (verdict != Verdict::AlmostJson || at < outerEnd)
            continue;
        outer = objectAt(text, at);
        outerEnd = at + outer.size();
        if (outer.size() > longest.size())
            longest = outer;
    }
    return longest;
}

} // namespace roadloom
