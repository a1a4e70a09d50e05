// SPDX-License-Identifier: Apache-2.0
#include "core/stream/FencedExtent.h"

#include <algorithm>

namespace roadloom {

FencedExtent::FencedExtent(QChar open, QChar fence, qsizetype length)
    : m_brackets(open)
    , m_fence(fence)
    , m_length(length)
{
}

FencedExtent::Step FencedExtent::take(QStringView text)
{
    if (m_isInRun)
        return takeRun(text.front());
    qsizetype taken = m_brackets.take(text, m_fence);
    followLine(text.first(taken));
    if (taken < text.size() && !m_brackets.isComplete()) {
        m_isInRun = m_isAtLineStart && m_length > 0;
        if (m_isInRun) {
            m_run.clear();
        } else {
            ++taken; // a fence character, or without a fence a null one, means nothing here
            m_isAtLineStart = false;
        }
    }
    return { .taken = taken, .json = text.first(taken) };
}

FencedExtent::Step FencedExtent::takeRun(QChar character)
{
    if (character == m_fence) {
        m_run.append(character);
        m_hasFenceClosed = m_run.size() == m_length;
        return { .taken = 1, .json = {} };
    }
    m_isInRun = false;
    m_isAtLineStart = false;
    return { .taken = 0, .json = m_run };
}

/// CR is a blank, so that CRLF needs no care.
void FencedExtent::followLine(QStringView json)
{
    const auto last = std::find_if(json.rbegin(), json.rend(), [](QChar character) {
        return character != u' ' && character != u'\t' && character != u'\r';
    });
    if (last != json.rend())
        m_isAtLineStart = *last == u'\n';
}

} // namespace roadloom
