// SPDX-License-Identifier: Apache-2.0
#include "app/ApplicationIdentity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

ApplicationIdentity::ApplicationIdentity()
{
    QCoreApplication::setApplicationName(u"roadloom"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROADLOOM_VERSION));
}

} // namespace roadloom
