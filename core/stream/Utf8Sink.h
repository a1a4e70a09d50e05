// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <algorithm>
#include <array>

namespace roadloom {

/// Appends characters to bytes as UTF-8, many at once. What was put is in the bytes when the sink
/// is gone; they must outlive it.
class Utf8Sink {
public:
    explicit Utf8Sink(QByteArray& out)
        : m_out(out)
    {
    }
    ~Utf8Sink() { flush(); }
    Q_DISABLE_COPY_MOVE(Utf8Sink)

    void put(char character)
    {
        makeRoom(1);
        m_buffer[m_size++] = character;
    }

    void put(QByteArrayView bytes)
    {
        for (const char byte : bytes)
            put(byte);
    }

    /// Those characters at the front of the text, ASCII all, that isPlain accepts; returns how
    /// many.
    template <class IsPlain>
    qsizetype putWhile(QStringView text, IsPlain isPlain)
    {
        const char16_t* const units = text.utf16();
        qsizetype taken = 0;
        while (taken < text.size()) {
            makeRoom(1);
            const qsizetype room
                = std::min(text.size() - taken, qsizetype(m_buffer.size() - m_size));
            const qsizetype end = taken + room;
            char* to = m_buffer.data() + m_size;
            const qsizetype begin = taken;
            while (taken < end && isPlain(units[taken]))
                *to++ = static_cast<char>(units[taken++]);
            m_size += std::size_t(taken - begin);
            if (taken < end)
                break;
        }
        return taken;
    }

    /// At most U+10FFFF, and no surrogate.
    void putCharacter(char32_t code)
    {
        constexpr std::size_t longest = 4;
        makeRoom(longest);
        if (code < 0x80) {
            add(code);
        } else if (code < 0x800) {
            add(0xC0U | code >> 6U);
            addRest(code);
        } else if (code < 0x10000) {
            add(0xE0U | code >> 12U);
            addRest(code >> 6U);
            addRest(code);
        } else {
            add(0xF0U | code >> 18U);
            addRest(code >> 12U);
            addRest(code >> 6U);
            addRest(code);
        }
    }

private:
    void add(char32_t byte) { m_buffer[m_size++] = static_cast<char>(byte); }
    void addRest(char32_t code) { add(0x80U | (code & 0x3FU)); }

    void makeRoom(std::size_t size)
    {
        if (m_size + size > m_buffer.size())
            flush();
    }

    void flush()
    {
        if (m_size == 0)
            return;
        const qsizetype size = m_out.size();
        m_out.resize(size + qsizetype(m_size)); // half the time of append()
        std::copy_n(m_buffer.data(), m_size, m_out.data() + size);
        m_size = 0;
    }

    QByteArray& m_out;
    std::size_t m_size = 0;
    std::array<char, 256> m_buffer; // not filled: a sink is made for each small piece
};

} // namespace roadloom
