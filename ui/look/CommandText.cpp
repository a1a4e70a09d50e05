// SPDX-License-Identifier: Apache-2.0
#include "ui/look/CommandText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roadloom {

QString withoutMnemonic(QString text)
{
    static const QRegularExpression bracketed(u"\\s*\\(&.\\)"_s);
    text.remove(bracketed);
    return text.remove(u'&');
}

QString commandName(const QAction& action)
{
    QString name = withoutMnemonic(action.text());
    if (name.endsWith(u'…'))
        name.chop(1);
    return name.trimmed();
}

} // namespace roadloom
