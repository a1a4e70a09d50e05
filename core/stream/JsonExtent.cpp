// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonExtent.h"

#include <algorithm>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace roadloom {

namespace {

constexpr qsizetype blockSize = 16;
/// A bit for each UTF-16 unit of a block, the lowest for the first.
using Marks = quint32;
constexpr Marks allMarks = 0xffff;
constexpr Marks lastMark = 0x8000;

#if defined(__SSE2__)
class Block {
public:
    explicit Block(const char16_t* units)
        : m_first(_mm_loadu_si128(reinterpret_cast<const __m128i*>(units)))
        , m_second(_mm_loadu_si128(reinterpret_cast<const __m128i*>(units + blockSize / 2)))
    {
    }

    [[nodiscard]] Marks find(QChar unit) const
    {
        const __m128i wanted = _mm_set1_epi16(short(unit.unicode()));
        const __m128i found
            = _mm_packs_epi16(_mm_cmpeq_epi16(m_first, wanted), _mm_cmpeq_epi16(m_second, wanted));
        return Marks(_mm_movemask_epi8(found));
    }

private:
    __m128i m_first;
    __m128i m_second;
};
#else
class Block {
public:
    explicit Block(const char16_t* units)
        : m_units(units)
    {
    }

    [[nodiscard]] Marks find(QChar unit) const
    {
        Marks marks = 0;
        for (qsizetype i = 0; i < blockSize; ++i)
            marks |= Marks(m_units[i] == unit.unicode()) << Marks(i);
        return marks;
    }

private:
    const char16_t* m_units;
};
#endif

/// What stands from each odd mark up to the next one.
constexpr Marks between(Marks marks)
{
    for (unsigned distance = 1; distance < unsigned(blockSize); distance *= 2)
        marks ^= marks << distance;
    return marks & allMarks;
}

} // namespace

JsonExtent::JsonExtent(QChar open)
    : m_open(open)
    , m_close(open == u'[' ? u']' : u'}')
{
}

qsizetype JsonExtent::take(QStringView text, QChar stop)
{
    qsizetype taken = 0;
    while (taken < text.size() && !m_isComplete) {
        if (text.size() - taken >= blockSize && takeBlock(text.utf16() + taken, stop)) {
            taken += blockSize;
            continue;
        }
        const qsizetype end = std::min(text.size(), taken + blockSize);
        while (taken < end && !m_isComplete) {
            if (!m_isInString && text[taken] == stop)
                return taken;
            takeOne(text[taken++]);
        }
    }
    return taken;
}

qsizetype JsonExtent::take(QByteArrayView text)
{
    qsizetype taken = 0;
    while (taken < text.size() && !m_isComplete)
        takeOne(QLatin1Char(text[taken++])); // only ASCII counts
    return taken;
}

/// Takes a block in one go, unless it holds more than strings and what stands between them.
bool JsonExtent::takeBlock(const char16_t* units, QChar stop)
{
    const Block block(units);
    if (m_isEscaped || block.find(u'\\') != 0)
        return false;
    const Marks inside = between(block.find(u'"')) ^ (m_isInString ? allMarks : 0);
    if (((block.find(m_open) | block.find(m_close) | block.find(stop)) & ~inside) != 0)
        return false;
    m_isInString = (inside & lastMark) != 0;
    return true;
}

void JsonExtent::takeOne(QChar character)
{
    if (m_isInString) {
        if (m_isEscaped)
            m_isEscaped = false;
        else if (character == u'\\')
            m_isEscaped = true;
        else if (character == u'"')
            m_isInString = false;
    } else if (character == u'"') {
        m_isInString = true;
    } else if (character == m_open) {
        ++m_depth;
    } else if (character == m_close) {
        m_isComplete = --m_depth == 0;
    }
}

} // namespace roadloom
