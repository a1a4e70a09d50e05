// SPDX-License-Identifier: Apache-2.0
#include "ui/look/RoomyStyle.h"

#include "ui/look/Accents.h"

namespace roadloom {

QSize RoomyStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
    const QSize& contents, const QWidget* widget) const
{
    constexpr int atBothSides = 3 * spacingUnit;
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type != CT_PushButton)
        return size;
    return size.expandedTo({ contents.width() + atBothSides, 0 });
}

} // namespace roadloom
