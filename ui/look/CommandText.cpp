// SPDX-License-Identifier: Apache-2.0
#include "ui/look/CommandText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace roadloom {

QString withoutMnemonic(QString text)
{
    static const QRegularExpression bracketed(u"\\s*\\(&.\\)"_s);
    static const QRegularExpression sign(u"&(.?)"_s); // twice, it stands for itself
    text.remove(bracketed);
    return text.replace(sign, u"\\1"_s);
}

QString commandName(const QAction& action)
{
    QString name = withoutMnemonic(action.text());
    if (name.endsWith(u'…'))
        name.chop(1);
    return name.trimmed();
}

} // namespace roadloom
