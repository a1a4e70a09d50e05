// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonExtent.h"

namespace roadloom {

JsonExtent::JsonExtent(QChar open)
    : m_open(open)
    , m_close(open == u'[' ? u']' : u'}')
{
}

qsizetype JsonExtent::take(QStringView text, QChar stop)
{
    qsizetype taken = 0;
    while (taken < text.size() && !m_isComplete) {
        const QChar character = text[taken];
        if (m_isInString) {
            takeInString(character);
        } else if (character == u'"') {
            m_isInString = true;
        } else if (character == m_open) {
            ++m_depth;
        } else if (character == m_close) {
            m_isComplete = --m_depth == 0;
        } else if (character == stop) {
            break;
        }
        ++taken;
    }
    return taken;
}

void JsonExtent::takeInString(QChar character)
{
    if (m_isEscaped)
        m_isEscaped = false;
    else if (character == u'\\')
        m_isEscaped = true;
    else if (character == u'"')
        m_isInString = false;
}

} // namespace roadloom
