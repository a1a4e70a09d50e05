// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace roadloom {

/// What a hub tells whoever looks for hubs on its network: never its class code.
///
/// A seat asks in a datagram, {"roadloom":"find","nonce":…}, to all on UDP port HubAd::usualPort; a
/// hub answers the seat alone: {"roadloom":"hub","nonce":…,"name":…,"port":…,"tls":…,
/// "fingerprint":…,"code":…}, with the nonce of the question. Where the hub is, the address of its
/// answer says. Questions are as long as the longest answer, so that nobody gains by asking in
/// another one's name.
struct HubAd {
    static constexpr quint16 usualPort = 48923; ///< UDP, where hubs are asked
    static constexpr qsizetype mostBytes = 1200; ///< of a datagram

    QString name {}; ///< of the class, on one line; may be empty
    quint16 port = 0; ///< where the hub serves; never 0 in one that was read
    bool usesTls = false;
    QByteArray fingerprint {}; ///< SHA-256 of its certificate, 32 bytes; empty: none is told
    bool needsCode = false;

    bool operator==(const HubAd&) const = default;
};

/// The nonce: 1 to 64 characters of a to z, 0 to 9.
[[nodiscard]] QByteArray hubQuestion(const QByteArray& nonce);
/// The nonce that is asked with. Nothing: it is no question.
[[nodiscard]] std::optional<QByteArray> readHubQuestion(QByteArrayView datagram);

[[nodiscard]] QByteArray hubAnswer(const HubAd& ad, const QByteArray& nonce);
/// Anybody may have written it: nothing if any part of it is not as it must be, or if it answers
/// another question. The name is made safe to show. Members that are not known are passed over.
[[nodiscard]] std::optional<HubAd> readHubAnswer(QByteArrayView datagram, const QByteArray& nonce);

} // namespace roadloom
