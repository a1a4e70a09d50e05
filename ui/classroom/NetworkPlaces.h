// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

namespace roadloom {

/// Where a hub of this machine can be reached.
struct NetworkPlace {
    QHostAddress address;
    QString name; ///< translated, plain text: "Wi-Fi: 192.168.1.20"
};

/// This machine's addresses on networks, those that a class is likely on first; at the end the
/// machine itself, for a trial.
[[nodiscard]] QList<NetworkPlace> networkPlaces();

} // namespace roadloom
