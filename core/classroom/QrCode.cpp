// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/QrCode.h"

#include <qrencode.h>

#include <memory>

namespace roadloom {

namespace {

constexpr qsizetype mostBytes = 2331; // of the largest code with its medium error correction

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

std::optional<QrCode> qrCodeOf(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > mostBytes)
        return std::nullopt;
    const QByteArray bytes = text.toByteArray();
    const std::unique_ptr<QRcode, Free> code(QRcode_encodeData(int(bytes.size()),
        reinterpret_cast<const unsigned char*>(bytes.constData()), 0, QR_ECLEVEL_M));
    if (!code)
        return std::nullopt;
    const qsizetype modules = qsizetype(code->width) * code->width;
    return QrCode(code->width, QByteArray(reinterpret_cast<const char*>(code->data), modules));
}

} // namespace roadloom
