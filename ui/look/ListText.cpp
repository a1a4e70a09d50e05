// SPDX-License-Identifier: Apache-2.0
#include "ui/look/ListText.h"

#include <QCoreApplication>

namespace roadloom {

QString listText(const QStringList& parts)
{
    return parts.join(QCoreApplication::translate("ListText", ", ", "between the parts of a list"));
}

} // namespace roadloom
