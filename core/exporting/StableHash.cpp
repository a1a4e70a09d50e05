// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/StableHash.h"

#include <QCryptographicHash>

namespace roadloom {

QString stableHash(const QStringList& texts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& text : texts) {
        const QByteArray utf8 = text.toUtf8();
        hash.addData(QByteArray(
            QByteArray::number(utf8.size()) + ':')); // so that "ab", "c" is not "a", "bc"
        hash.addData(utf8);
    }
    constexpr qsizetype bytes = 16;
    return QString::fromLatin1(hash.result().left(bytes).toHex());
}

} // namespace roadloom
