// SPDX-License-Identifier: Apache-2.0
#include "core/base/WordCount.h"

#include "core/base/Language.h"

namespace roadloom {

void WordCount::add(QStringView piece)
{
    for (const QChar character : piece) {
        const bool letter = character.isLetterOrNumber();
        if (isHan(character) || (letter && !m_inWord))
            ++m_words;
        m_inWord = letter && !isHan(character);
    }
}

} // namespace roadloom
