// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <cstdint>

/// What the fuzz targets share: an input is one byte, which says how to cut, and then the text.
namespace roadloom::fuzz {

struct Input {
    explicit Input(const uint8_t* data, std::size_t size)
        : cut(size > 0 ? data[0] : 0)
        , text(size > 0 ? QByteArrayView(data + 1, qsizetype(size) - 1) : QByteArrayView())
    {
    }

    uint8_t cut;
    QByteArrayView text;
};

/// Calls feed for one piece after the other; sizes are small and differ.
template <class Text, class Feed>
void feedInPieces(Text text, uint8_t cut, Feed feed)
{
    unsigned state = cut;
    while (!text.isEmpty()) {
        state = state * 1664525U + 1013904223U;
        const qsizetype most = 1 + cut % 32;
        const qsizetype size = std::min(1 + qsizetype(state >> 16U) % most, qsizetype(text.size()));
        feed(text.first(size));
        text = text.sliced(size);
    }
}

/// Ends the program, as libFuzzer wants it, unless a promise was kept.
inline void require(bool kept, const char* promise)
{
    if (!kept)
        qFatal("%s", promise);
}

} // namespace roadloom::fuzz
