// SPDX-License-Identifier: Apache-2.0
#include "ui/look/CommandText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roadloom {

QString commandName(const QAction& action)
{
    static const QRegularExpression bracketed(u"\\s*\\(&.\\)"_s);
    QString name = action.text();
    name.remove(bracketed);
    name.remove(u'&');
    if (name.endsWith(u'…'))
        name.chop(1);
    return name.trimmed();
}

} // namespace roadloom
