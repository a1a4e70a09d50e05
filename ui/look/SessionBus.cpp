// SPDX-License-Identifier: Apache-2.0
#include "ui/look/SessionBus.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace roadloom {

QDBusConnection sessionBus()
{
    const bool isNamed = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
    return isNamed ? QDBusConnection::sessionBus() : QDBusConnection(u"none"_s);
}

} // namespace roadloom
