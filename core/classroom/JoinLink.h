// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace roadloom {

/// How a class is joined, as a text that a desktop opens with the program, or a QR code holds:
/// roadloom://join/HOST:PORT?code=…&tls=1&fingerprint=HEX&name=…
struct JoinLink {
    QUrl hub; ///< http(s)://HOST:PORT
    QByteArray code {}; ///< of the class, printable ASCII; empty: none is needed, or it is not told
    QByteArray fingerprint {}; ///< SHA-256 of the hub's certificate, 32 bytes; empty: none is told
    QString name {}; ///< of the class, on one line; may be empty

    bool operator==(const JoinLink&) const = default;
};

/// Whether a text claims to be one, so that it is no file's name.
[[nodiscard]] bool isJoinLink(QStringView text);
[[nodiscard]] QString joinLinkText(const JoinLink& link);
/// Anybody may have written it: nothing if any part of it is not as it must be. The name is made
/// safe to show. Members that are not known are passed over.
[[nodiscard]] std::optional<JoinLink> readJoinLink(QStringView text);

} // namespace roadloom
