// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QHostAddress>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

#include <chrono>

namespace roadloom {

/// What a hub shows to prove who it is, and the key that belongs to it. The sentences of errors
/// name files, never what is in them.
struct HubCertificate {
    QSslCertificate certificate;
    QSslKey key; ///< EC or RSA
    QList<QSslCertificate> issuers {}; ///< those between it and an authority that clients know

    /// SHA-256 of its DER form, 32 bytes: what people compare, and clients remember.
    [[nodiscard]] QByteArray fingerprint() const;

    /// From PEM files, the certificate first in its own. ErrorKind::NotFound: there is no such
    /// file; InvalidInput: it is none, or the key is another one's, or needs a passphrase.
    [[nodiscard]] static Result<HubCertificate> read(
        const QString& certificateFile, const QString& keyFile);

    /// Ten years: a client that confirmed it goes by the fingerprint, so that an end in the middle
    /// of a term would protect nobody, and cost every seat a new confirmation.
    static constexpr std::chrono::days usualLife { 3652 };
    /// A new one that nobody else vouches for, for hosts of these names and addresses; what could
    /// be neither is left out.
    [[nodiscard]] static Result<HubCertificate> selfSigned(
        const QStringList& names, std::chrono::days life = usualLife);

    /// The one that is kept in the folder, certificateName and keyName, so that its fingerprint
    /// stays; else, or if it would end within a day, one that is made for these names, and kept.
    /// Nobody but the owner can read the key at any time.
    [[nodiscard]] static Result<HubCertificate> keptIn(
        const QString& folder, const QStringList& names);
    static constexpr QLatin1StringView certificateName { "hub-certificate.pem" };
    static constexpr QLatin1StringView keyName { "hub-key.pem" };
};

/// What this machine may be called by where a hub serves at that address: names and addresses.
[[nodiscard]] QStringList hostNamesAt(const QHostAddress& address);

} // namespace roadloom
