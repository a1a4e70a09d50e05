// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/NetworkPlaces.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QNetworkInterface>

#include <algorithm>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(NetworkPlaces)
};

QString nameOf(const QNetworkInterface& interface)
{
    const QString own = displayLine(interface.humanReadableName(), 40);
    switch (interface.type()) {
    case QNetworkInterface::Wifi:
        return Translation::tr("Wi-Fi (%1)").arg(own);
    case QNetworkInterface::Ethernet:
        return Translation::tr("Cable (%1)").arg(own);
    default:
        return own;
    }
}

bool isPhysical(const QNetworkInterface& interface)
{
    return interface.type() == QNetworkInterface::Wifi
        || interface.type() == QNetworkInterface::Ethernet;
}

/// One that a seat can type, without a zone.
bool isOfUse(const QHostAddress& address)
{
    return !address.isNull() && !address.isLoopback() && !address.isLinkLocal()
        && !address.isMulticast();
}

struct Found {
    NetworkPlace place;
    int rank = 0; ///< the least first
};

} // namespace

QList<NetworkPlace> networkPlaces()
{
    QList<Found> found;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry& entry : interface.addressEntries()) {
            const QHostAddress address = entry.ip();
            if (!isOfUse(address))
                continue;
            const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
            found.append(
                { { address,
                      //: %1 is a network, %2 this machine's address in it.
                      Translation::tr("%1: %2").arg(nameOf(interface), address.toString()) },
                    (isPhysical(interface) ? 0 : 2) + (isIpv6 ? 1 : 0) });
        }
    }
    std::ranges::stable_sort(found, {}, &Found::rank);
    QList<NetworkPlace> places;
    for (const Found& one : found)
        places.append(one.place);
    places.append({ QHostAddress(QHostAddress::LocalHost),
        Translation::tr("This machine only, for a trial") });
    return places;
}

} // namespace roadloom
