// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/XmlText.h"

#include "core/base/PlainText.h"

namespace roadloom {

QString xmlText(QStringView text)
{
    const QString plain = plainText(text);
    QString xml;
    xml.reserve(plain.size());
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar character = plain[i];
        if (character.isHighSurrogate() && i + 1 < plain.size() && plain[i + 1].isLowSurrogate()) {
            xml += character;
            xml += plain[++i];
        } else if (!character.isSurrogate() && character != QChar(0xFFFE)
            && character != QChar(0xFFFF)) {
            xml += character;
        }
    }
    return xml;
}

} // namespace roadloom
