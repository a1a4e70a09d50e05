// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace roadloom {

/// Lets go of an object, perhaps null, whose own signal may be what brought us here: the receiver
/// hears nothing more of it, and it is destroyed in the event loop's next turn.
inline void dropLater(QObject* object, const QObject& receiver)
{
    if (object == nullptr)
        return;
    object->disconnect(&receiver);
    object->deleteLater();
}

} // namespace roadloom
