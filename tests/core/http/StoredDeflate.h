// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <array>

namespace roadloom::test {

enum class Wrapping { None, Zlib, Gzip };

/// A body "compressed" in stored blocks, each whole in itself, as a server makes one that flushes
/// after every event (RFC 1950, 1951, 1952). Needs no compressor.
class StoredDeflate {
public:
    explicit StoredDeflate(Wrapping wrapping)
        : m_wrapping(wrapping)
    {
    }

    /// What comes before the first block.
    [[nodiscard]] QByteArray start() const
    {
        if (m_wrapping == Wrapping::Zlib)
            return QByteArray("\x78\x01", 2);
        return m_wrapping == Wrapping::Gzip ? QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10)
                                            : QByteArray();
    }

    /// Not the last block.
    [[nodiscard]] static QByteArray block(const QByteArray& bytes)
    {
        return QByteArray(1, '\0') + little(quint16(bytes.size()))
            + little(quint16(~quint16(bytes.size()))) + bytes;
    }

    /// The last block, which is empty, and what comes behind it; `body` is all there was.
    [[nodiscard]] QByteArray end(const QByteArray& body) const
    {
        QByteArray last("\x01\0\0\xff\xff", 5);
        if (m_wrapping == Wrapping::Zlib)
            return last + big(adler32(body));
        if (m_wrapping == Wrapping::Gzip)
            return last + little(crc32(body)) + little(quint32(body.size()));
        return last;
    }

private:
    template <class Number>
    [[nodiscard]] static QByteArray little(Number number)
    {
        std::array<char, sizeof(Number)> bytes {};
        qToLittleEndian(number, bytes.data());
        return QByteArray(bytes.data(), bytes.size());
    }
    [[nodiscard]] static QByteArray big(quint32 number)
    {
        return little(qToBigEndian(qFromLittleEndian(number)));
    }
    [[nodiscard]] static quint32 adler32(const QByteArray& bytes)
    {
        constexpr quint32 modulus = 65521;
        quint32 low = 1;
        quint32 high = 0;
        for (const char byte : bytes) {
            low = (low + quint8(byte)) % modulus;
            high = (high + low) % modulus;
        }
        return (high << 16U) | low;
    }
    [[nodiscard]] static quint32 crc32(const QByteArray& bytes)
    {
        constexpr quint32 polynomial = 0xedb88320U;
        quint32 crc = ~0U;
        for (const char byte : bytes) {
            crc ^= quint8(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? polynomial : 0);
        }
        return ~crc;
    }

    Wrapping m_wrapping;
};

} // namespace roadloom::test
