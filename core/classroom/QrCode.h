// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace roadloom {

/// A QR code (ISO/IEC 18004): a square of modules, without the four light ones that must be around
/// it when it is drawn.
class QrCode {
public:
    [[nodiscard]] int size() const { return m_size; } ///< modules a side
    /// Columns and rows from 0, which must be below size().
    [[nodiscard]] bool isDark(int x, int y) const
    {
        return (m_modules.at(qsizetype(y) * m_size + x) & 1) != 0;
    }

private:
    friend std::optional<QrCode> qrCodeOf(QByteArrayView text);
    QrCode(int size, const QByteArray& modules)
        : m_size(size)
        , m_modules(modules)
    {
    }

    int m_size;
    QByteArray m_modules; ///< row by row; the lowest bit says whether one is dark
};

/// As small as it can be, still to be read where 15 % of it cannot be seen. Nothing: the text is
/// empty, or too long for any (2,331 bytes are not).
[[nodiscard]] std::optional<QrCode> qrCodeOf(QByteArrayView text);

} // namespace roadloom
